import { InputNumber } from 'antd';
import { useForm } from '../FormContext';
import { typesOf } from '../schema/resolve';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

function NumberField({ id, schema, value, onChange, describedBy, invalid }: WidgetProps) {
  const { readOnly } = useForm();
  const whole = !typesOf(schema).includes('number');
  return (
    <InputNumber
      id={id}
      className={styles.wide ?? ''}
      value={typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : null}
      {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
      {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
      {...(whole ? { precision: 0 } : {})}
      placeholder={schema['x-placeholder'] ?? (typeof schema.default === 'number' ? String(schema.default) : '')}
      readOnly={readOnly}
      aria-describedby={describedBy}
      status={invalid ? 'error' : ''}
      onChange={(changed) => onChange(changed ?? undefined)}
    />
  );
}

export const number: Widget = { component: NumberField, layout: 'control' };
