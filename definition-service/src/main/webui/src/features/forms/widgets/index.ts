import { typesOf } from '../schema/resolve';
import type { Schema } from '../schema/types';
import { alternatives } from './alternatives';
import { appends } from './appends';
import { assignments } from './assignments';
import { choices } from './choices';
import { code } from './code';
import { collection } from './collection';
import { collectionMode } from './collection-mode';
import { condition } from './condition';
import { duration } from './duration';
import { expression } from './expression';
import { fields } from './fields';
import { filter } from './filter';
import { json } from './json';
import { keyValues } from './keyValues';
import { list } from './list';
import { number } from './number';
import { object } from './object';
import { sampleJson } from './sampleJson';
import { secret } from './secret';
import { select } from './select';
import { sort } from './sort';
import { tags } from './tags';
import { template } from './template';
import { text } from './text';
import { toggle } from './toggle';
import type { Widget } from './types';
import { variable } from './variable';
import { workflow } from './workflow';

/** The widgets a descriptor can ask for by `x-ui`. A new one is a file here, a line here, and a section of docs/ui-hints.md. */
export const widgets: Readonly<Record<string, Widget>> = {
  appends,
  assignments,
  choices,
  code,
  collection,
  'collection-mode': collectionMode,
  condition,
  duration,
  expression,
  fields,
  filter,
  json,
  keyValues,
  sampleJson,
  secret,
  sort,
  template,
  variable,
  workflow,
};

/** The widget a schema asks for; without a hint, or with one nobody knows, the one that suits its type. */
export function widgetFor(schema: Schema): Widget {
  const hint = schema['x-ui'];
  return (hint !== undefined && widgets[hint]) || byType(schema);
}

function byType(schema: Schema): Widget {
  if (schema.enum) return select;
  if (schema.oneOf ?? schema.anyOf) return alternatives;
  const types = typesOf(schema);
  if (schema.properties) return object;
  if (types.length !== 1 && types.some((type) => type !== 'integer' && type !== 'number' && type !== 'string'))
    return template;
  switch (types[0]) {
    case 'boolean':
      return toggle;
    case 'integer':
    case 'number':
      return number;
    case 'string':
      return schema['x-template'] ? template : text;
    case 'array':
      return listOf(schema.items);
    case 'object':
      return json;
    default:
      return template;
  }
}

function listOf(items: Schema | undefined): Widget {
  if (!items) return json;
  if (items.enum) return choices;
  const plain = typesOf(items).every((type) => type === 'string' || type === 'integer') && items.type !== undefined;
  return plain ? tags : list;
}
