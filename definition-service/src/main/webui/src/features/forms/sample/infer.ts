import { isObject, type Schema } from '../schema/types';
import { typeOf } from '../schema/values';

/** The schema of a sample: of a list that of all its elements together, a field is required where every element has it. */
export function schemaOf(sample: unknown): Schema {
  if (Array.isArray(sample)) {
    const items = sample
      .map(schemaOf)
      .reduce<Schema | undefined>((all, one) => (all ? merged(all, one) : one), undefined);
    return items ? { type: 'array', items } : { type: 'array' };
  }
  if (!isObject(sample)) return { type: typeOf(sample) };
  const properties = Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, schemaOf(value)]));
  return { type: 'object', properties, required: Object.keys(sample) };
}

function merged(a: Schema, b: Schema): Schema {
  const types = [...new Set([a.type ?? [], b.type ?? []].flat())];
  // Every whole number is a number.
  const kept = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  const schema: Schema = { type: kept.length === 1 ? (kept[0] ?? 'null') : kept, ...fieldsOf(a, b) };
  return a.items || b.items ? { ...schema, items: both(a.items, b.items) } : schema;
}

function fieldsOf(a: Schema, b: Schema): Pick<Schema, 'properties' | 'required'> {
  if (!a.properties || !b.properties) {
    const { properties, required } = a.properties ? a : b;
    return properties && required ? { properties, required } : {};
  }
  const names = Object.keys({ ...a.properties, ...b.properties });
  return {
    properties: Object.fromEntries(names.map((name) => [name, both(a.properties?.[name], b.properties?.[name])])),
    required: (a.required ?? []).filter((name) => b.required?.includes(name)),
  };
}

function both(a: Schema | undefined, b: Schema | undefined): Schema {
  return a && b ? merged(a, b) : (a ?? b ?? {});
}

/** A place in a sample. */
export interface Place {
  /** Names, and the sign for every element of a list. */
  steps: string[];
  sample: unknown;
}

/** How a mapping writes "every element of the list here". */
export const EVERY = '___arr$___';

/** The places of a sample that hold a value of their own or a list, in the order of the sample. */
export function placesOf(sample: unknown, steps: string[] = []): Place[] {
  if (Array.isArray(sample)) {
    const first: unknown = sample[0];
    const here = steps.length === 0 ? [] : [{ steps, sample }];
    return isObject(first) || Array.isArray(first) ? [...here, ...placesOf(first, [...steps, EVERY])] : here;
  }
  if (!isObject(sample)) return [{ steps, sample }];
  return Object.entries(sample).flatMap(([name, value]) => {
    const here = isObject(value) ? [{ steps: [...steps, name], sample: value }] : [];
    return [...here, ...placesOf(value, [...steps, name])];
  });
}

/** The element of a mapping's list for a place, with a key that no other has. */
export function mappingOf(place: Place, taken: ReadonlySet<string>): Record<string, unknown> {
  const name = place.steps.filter((step) => step !== EVERY).at(-1) ?? 'value';
  const base = name.replace(/\W+/g, '_');
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}_${n}`;
  return { key, name, path: place.steps.join('.'), paths: place.steps };
}
