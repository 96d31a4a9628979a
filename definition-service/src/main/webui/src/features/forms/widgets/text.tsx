import { AutoComplete, Input } from 'antd';
import { useForm } from '../FormContext';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

function Text({ id, schema, value, onChange, describedBy, invalid }: WidgetProps) {
  const { readOnly } = useForm();
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const placeholder = schema['x-placeholder'] ?? placeholderOf(schema.default);
  const examples = (schema.examples ?? []).filter((example) => typeof example === 'string');
  if (examples.length > 0) {
    return (
      <AutoComplete
        id={id}
        className={styles.wide ?? ''}
        value={shown}
        placeholder={placeholder}
        disabled={readOnly}
        status={invalid ? 'error' : ''}
        aria-describedby={describedBy}
        options={examples.map((example) => ({ value: example }))}
        onChange={(next: string | undefined) => onChange(next === '' ? undefined : next)}
      />
    );
  }
  return (
    <Input
      id={id}
      value={shown}
      placeholder={placeholder}
      readOnly={readOnly}
      aria-describedby={describedBy}
      status={invalid ? 'error' : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}

const placeholderOf = (value: unknown) => (typeof value === 'string' ? value : '');

export const text: Widget = { component: Text, layout: 'control' };
