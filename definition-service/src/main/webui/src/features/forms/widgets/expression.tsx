import { ExpressionInput } from '../ExpressionInput';
import { nearest } from '../schema/visible';
import type { Widget, WidgetProps } from './types';

/** An expression in the language that the field `engine` beside it names. */
function Expression({ id, schema, value, onChange, around, labelledBy, describedBy, invalid }: WidgetProps) {
  return (
    <ExpressionInput
      id={id}
      engine={String(nearest('engine', around) ?? 'math.js')}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      labelledBy={labelledBy}
      describedBy={describedBy}
      invalid={invalid}
      placeholder={schema['x-placeholder']}
    />
  );
}

export const expression: Widget = { component: Expression, layout: 'control' };
