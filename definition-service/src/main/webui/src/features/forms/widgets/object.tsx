import { SchemaForm } from '../SchemaForm';
import type { Widget, WidgetProps } from './types';

function ObjectFields({ schema, value, onChange, pointer, around }: WidgetProps) {
  return <SchemaForm schema={schema} value={value} onChange={onChange} pointer={pointer} around={around} />;
}

export const object: Widget = { component: ObjectFields, layout: 'fields' };
