import { JsonInput } from '../JsonInput';
import type { Widget, WidgetProps } from './types';

/** Any JSON value, as text. */
export function JsonField({ id, schema, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  return (
    <JsonInput
      id={id}
      value={value}
      onChange={onChange}
      labelledBy={labelledBy}
      describedBy={describedBy}
      invalid={invalid}
      placeholder={schema['x-placeholder'] ?? '{ }'}
    />
  );
}

export const json: Widget = { component: JsonField, layout: 'control' };
