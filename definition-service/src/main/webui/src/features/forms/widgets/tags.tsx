import { Select } from 'antd';
import { useForm } from '../FormContext';
import { typesOf } from '../schema/resolve';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** A list of plain texts or whole numbers: typed one after the other. */
function Tags({ id, schema, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  const { readOnly } = useForm();
  const numbers = typesOf(schema.items ?? {}).includes('integer');
  const read = (item: string) => (numbers && /^-?\d+$/.test(item) ? Number(item) : item);
  return (
    <Select
      id={id}
      mode="tags"
      className={styles.wide ?? ''}
      value={Array.isArray(value) ? value.map(String) : []}
      options={(schema.items?.enum ?? []).map((item) => ({ value: String(item), label: String(item) }))}
      tokenSeparators={[',']}
      suffixIcon={null}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      placeholder={schema['x-placeholder'] ?? ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={(items: string[]) => onChange(items.length === 0 ? undefined : items.map(read))}
    />
  );
}

export const tags: Widget = { component: Tags, layout: 'control' };
