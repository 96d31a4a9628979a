import { Input } from 'antd';
import { useForm } from '../FormContext';
import type { Widget, WidgetProps } from './types';

function Text({ id, schema, value, onChange, describedBy, invalid }: WidgetProps) {
  const { readOnly } = useForm();
  return (
    <Input
      id={id}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      placeholder={schema['x-placeholder'] ?? placeholderOf(schema.default)}
      readOnly={readOnly}
      aria-describedby={describedBy}
      status={invalid ? 'error' : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}

const placeholderOf = (value: unknown) => (typeof value === 'string' ? value : '');

export const text: Widget = { component: Text, layout: 'control' };
