import { Switch } from 'antd';
import { useForm } from '../FormContext';
import type { Widget, WidgetProps } from './types';

function Toggle({ id, schema, value, onChange, labelledBy, describedBy }: WidgetProps) {
  const { readOnly } = useForm();
  return (
    <Switch
      id={id}
      size="small"
      checked={value === undefined || value === null ? schema.default === true : value === true}
      disabled={readOnly}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={onChange}
    />
  );
}

export const toggle: Widget = { component: Toggle, layout: 'inline' };
