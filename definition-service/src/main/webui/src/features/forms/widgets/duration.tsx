import { DurationInput } from '../DurationInput';
import type { Widget, WidgetProps } from './types';

function Duration({ id, schema, value, onChange, describedBy, invalid }: WidgetProps) {
  return (
    <DurationInput
      id={id}
      value={typeof value === 'number' ? value : undefined}
      fallback={typeof schema.default === 'number' ? schema.default : undefined}
      onChange={onChange}
      describedBy={describedBy}
      invalid={invalid}
    />
  );
}

export const duration: Widget = { component: Duration, layout: 'control' };
