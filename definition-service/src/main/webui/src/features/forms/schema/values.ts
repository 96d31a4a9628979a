import { segmentsOf } from './pointer';
import { isObject, type JsonObject, type Schema } from './types';

/** JSON Schema's word for what a value is. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'undefined' ? 'undefined' : typeof value;
}

/** The object with one field set, or without it where the value is undefined; a new field stands at the end. */
export function withField(object: unknown, name: string, value: unknown): JsonObject {
  const copy = isObject(object) ? { ...object } : {};
  if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy;
}

/** The object without one field. */
export function without<T extends object, K extends keyof T>(object: T, name: K): Omit<T, K> {
  const copy: Partial<T> = { ...object };
  delete copy[name];
  return copy as Omit<T, K>;
}

export function withItem<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((old, i) => (i === index ? item : old));
}

export function withoutItem<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}

/** The list with one element moved by one place; unchanged where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const copy = [...list];
  const [item] = copy.splice(index, 1);
  if (item !== undefined && index + by >= 0 && index + by <= copy.length) copy.splice(index + by, 0, item);
  return copy.length === list.length ? copy : [...list];
}

/** What a new element of a list, or a field that is chosen, begins with. */
export function initial(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default;
  if ('const' in schema) return schema.const;
  const type = [schema.type].flat()[0];
  if (type === 'object' || schema.properties) return {};
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  return type === 'string' ? '' : undefined;
}

/** The value with another one at a pointer's place; objects that are missing on the way are made. */
export function withValueAt(root: unknown, pointer: string, value: unknown): unknown {
  return put(root, segmentsOf(pointer), value);
}

function put(place: unknown, names: readonly string[], value: unknown): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  if (Array.isArray(place)) return withItem<unknown>(place, Number(name), put(place[Number(name)], rest, value));
  return withField(place, name, put(isObject(place) ? place[name] : undefined, rest, value));
}
