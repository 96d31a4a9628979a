import { typesOf } from '../schema/resolve';
import { TypedList } from '../TypedList';
import type { Widget, WidgetProps } from './types';

/** A list of plain texts or whole numbers: typed one after the other. */
function Tags({ schema, onChange, ...props }: WidgetProps) {
  const numbers = typesOf(schema.items ?? {}).includes('integer');
  const read = (item: string) => (numbers && /^-?\d+$/.test(item) ? Number(item) : item);
  return (
    <TypedList
      {...props}
      offered={(schema.items?.enum ?? []).map(String)}
      placeholder={schema['x-placeholder'] ?? ''}
      onChange={(items) => onChange(items?.map(read))}
    />
  );
}

export const tags: Widget = { component: Tags, layout: 'control' };
