import { Select } from 'antd';
import { useForm } from '../FormContext';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** Some of a few values. Their position stands for them in the control: values of any type can be chosen. */
function Choices({ id, schema, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  const { readOnly } = useForm();
  const values = schema.items?.enum ?? [];
  const titles = schema.items?.['x-enum-titles'] ?? [];
  const chosen = Array.isArray(value)
    ? (value as unknown[]).map((item) => values.indexOf(item)).filter((at) => at >= 0)
    : [];
  return (
    <Select
      id={id}
      mode="multiple"
      className={styles.wide ?? ''}
      value={chosen}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      options={values.map((item, index) => ({ value: index, label: titles[index] ?? String(item) }))}
      onChange={(items: number[]) => onChange(items.length === 0 ? undefined : items.map((index) => values[index]))}
    />
  );
}

export const choices: Widget = { component: Choices, layout: 'control' };
