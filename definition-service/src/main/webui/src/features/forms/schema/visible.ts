import { isObject, type Schema } from './types';
import { segmentsOf } from './pointer';

/** The values around a field, from the config itself inwards, each with its schema. */
export interface Around {
  value: unknown;
  schema: Schema;
}

/**
 * Whether a field is to be shown: each condition of `x-visible-when` names a field beside it (`../` goes out by one) and the value, or
 * the list of values, it must have. What is not set counts as its default.
 */
export function isVisible(schema: Schema, around: readonly Around[]): boolean {
  return meets(schema['x-visible-when'], around);
}

/** Whether variables may stand in a text: where it is a program they may have to be wanted (`x-templates-when`), or never do. */
export function takesTemplates(schema: Schema, around: readonly Around[]): boolean {
  const rules = schema['x-templates-when'];
  return rules !== false && meets(rules, around);
}

function meets(rules: Record<string, unknown> | undefined, around: readonly Around[]): boolean {
  if (!rules) return true;
  return Object.entries(rules).every(([name, wanted]) => {
    const value = named(name, around);
    return Array.isArray(wanted) ? wanted.includes(value) : wanted === value;
  });
}

function named(name: string, around: readonly Around[]): unknown {
  const outwards = name.split('../').length - 1;
  const place = around[around.length - 1 - outwards];
  return place && sibling(place, name.slice(outwards * 3));
}

/** The value of a field, or its default. */
export function sibling(place: Around, name: string): unknown {
  const value = isObject(place.value) ? place.value[name] : undefined;
  return value ?? place.schema.properties?.[name]?.default ?? value;
}

/** The nearest field of that name, looking outwards: the collection a filter is about stands beside it or further out. */
export function nearest(name: string, around: readonly Around[]): unknown {
  for (const place of [...around].reverse()) {
    const value = sibling(place, name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The value at a pointer, undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)];
    return isObject(value) ? value[name] : undefined;
  }, root);
}
