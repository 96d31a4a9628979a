import { isObject, type JsonObject } from './schema/types';

const NUMBERS = new Set(['INTEGER', 'BIG_INTEGER', 'DECIMAL']);

export function isNumeric(fieldType: string | undefined): boolean {
  return fieldType !== undefined && NUMBERS.has(fieldType);
}

/** The amount of an `{$increment: …}`; undefined for a plain value. */
export function incrementOf(value: unknown): unknown {
  return isObject(value) && Object.keys(value).length === 1 && '$increment' in value ? value['$increment'] : undefined;
}

/** The value given another meaning; an amount is kept where there is one. */
export function assigned(value: unknown, how: 'set' | 'increment'): unknown {
  const amount = incrementOf(value) ?? value;
  return how === 'set' ? amount : { $increment: amount === '' || amount === undefined ? 1 : amount };
}

/** The object with one field under another name, in the same place; unchanged where that name is taken. */
export function renamed(values: JsonObject, from: string, to: string): JsonObject {
  if (to !== from && to in values) return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name === from ? to : name, value]));
}
