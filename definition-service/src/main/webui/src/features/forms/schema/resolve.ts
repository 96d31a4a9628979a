import { segmentsOf } from './pointer';
import { isObject, type Schema } from './types';
import { typeOf } from './values';

/** A schema may refer to itself; a form does not go deeper than a person would. */
const MAX_REFERENCES = 16;

/** Follows references within the schema; what stands beside a reference wins over what it points to. */
export function dereferenced(schema: Schema, root: Schema): Schema {
  let found = schema;
  for (let i = 0; i < MAX_REFERENCES && found.$ref !== undefined; i++) {
    const { $ref, ...beside } = found;
    found = { ...at(root, $ref), ...beside };
  }
  return found;
}

function at(root: Schema, reference: string): Schema {
  const found = segmentsOf(reference.replace(/^#/, '')).reduce<unknown>(
    (place, name) => (isObject(place) ? place[name] : undefined),
    root,
  );
  return isObject(found) ? (found as Schema) : {};
}

/** The types a value may have, null aside: a field that is not required may always be left out. */
export function typesOf(schema: Schema): string[] {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return types.filter((type) => type !== 'null');
}

/** Which alternative a value is of; the first where it is of none. */
export function alternativeOf(alternatives: readonly Schema[], value: unknown): number {
  const fits = (schema: Schema) =>
    'const' in schema
      ? schema.const === value
      : schema.enum !== undefined
        ? schema.enum.includes(value)
        : typesOf(schema).includes(typeOf(value));
  return Math.max(0, alternatives.findIndex(fits));
}
