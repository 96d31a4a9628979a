import { kindsOf } from '../kinds';
import { typesOf } from '../schema/resolve';
import { ValueInput } from '../ValueInput';
import type { Widget, WidgetProps } from './types';

/** A text with variables; where the schema allows other types, a choice of the type. */
function Template({ schema, value, onChange, ...props }: WidgetProps) {
  return (
    <ValueInput
      {...props}
      kinds={kindsOf(typesOf(schema))}
      multiline={schema['x-language'] === 'text'}
      value={value}
      placeholder={schema['x-placeholder'] ?? (typeof schema.default === 'string' ? schema.default : undefined)}
      onChange={(changed) => onChange(changed === '' ? undefined : changed)}
    />
  );
}

export const template: Widget = { component: Template, layout: 'control' };
