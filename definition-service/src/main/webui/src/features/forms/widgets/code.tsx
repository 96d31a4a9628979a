import { takesTemplates } from '../schema/visible';
import { TextInput } from '../TextInput';
import type { Widget, WidgetProps } from './types';

/** A program's text. */
function Code({ id, schema, value, onChange, around, labelledBy, describedBy, invalid }: WidgetProps) {
  return (
    <TextInput
      id={id}
      mode="code"
      value={typeof value === 'string' ? value : ''}
      onChange={(changed) => onChange(changed === '' ? undefined : changed)}
      labelledBy={labelledBy}
      describedBy={describedBy}
      invalid={invalid}
      placeholder={schema['x-placeholder']}
      offering={takesTemplates(schema, around)}
    />
  );
}

export const code: Widget = { component: Code, layout: 'control' };
