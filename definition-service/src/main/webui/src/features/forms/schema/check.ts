import { isWholeTemplate } from '../variables/template';
import { below } from './pointer';
import { dereferenced } from './resolve';
import { isObject, type Schema } from './types';
import { typeOf } from './values';
import { isVisible, type Around } from './visible';

/** What is wrong, for the texts `forms:check.<code>`. */
export type Fault =
  | { code: 'required' }
  | { code: 'type'; wanted: string }
  | { code: 'enum' }
  | { code: 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems'; bound: number }
  | { code: 'pattern'; pattern: string };

export interface Finding {
  pointer: string;
  fault: Fault;
}

/**
 * The faults a form can name by itself while one types. It is weaker than the service's check, which has the last word: what it cannot
 * judge (alternatives, for one) it passes. A field that is hidden is not checked: nobody could mend it.
 */
export function check(
  schema: Schema,
  value: unknown,
  root: Schema = schema,
  pointer = '',
  around: Around[] = [],
): Finding[] {
  const plain = dereferenced(schema, root);
  if (value === undefined || value === null) return [];
  if (plain['x-template'] && isWholeTemplate(value)) return [];
  const fault = ownFault(plain, value);
  if (fault) return [{ pointer, fault }];
  if (isObject(value)) return inObject(plain, value, root, pointer, around);
  if (Array.isArray(value) && plain.items) {
    const items = plain.items;
    return value.flatMap((item, i) =>
      check(items, item, root, below(pointer, i), [...around, { value, schema: plain }]),
    );
  }
  return [];
}

function inObject(
  schema: Schema,
  value: Record<string, unknown>,
  root: Schema,
  pointer: string,
  outer: Around[],
): Finding[] {
  const around = [...outer, { value, schema }];
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const plain = dereferenced(property, root);
    if (!isVisible(plain, around)) return [];
    const at = below(pointer, name);
    const missing = value[name] === undefined || value[name] === null || value[name] === '';
    if (missing && schema.required?.includes(name) && plain.default === undefined) {
      return [{ pointer: at, fault: { code: 'required' } as const }];
    }
    return check(property, value[name], root, at, around);
  });
}

function ownFault(schema: Schema, value: unknown): Fault | undefined {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
    return { code: 'type', wanted: types.filter((name) => name !== 'null').join(', ') };
  }
  if (schema.enum && !schema.enum.includes(value)) return { code: 'enum' };
  return outOfBounds(schema, value);
}

function outOfBounds(schema: Schema, value: unknown): Fault | undefined {
  if (typeof value === 'number') return bounds(value, ['minimum', schema.minimum], ['maximum', schema.maximum]);
  if (Array.isArray(value)) return bounds(value.length, ['minItems', schema.minItems], ['maxItems', schema.maxItems]);
  if (typeof value !== 'string') return undefined;
  const length = bounds(value.length, ['minLength', schema.minLength], ['maxLength', schema.maxLength]);
  if (length) return length;
  return schema.pattern !== undefined && !matches(schema.pattern, value)
    ? { code: 'pattern', pattern: schema.pattern }
    : undefined;
}

type Bound = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

function bounds(size: number, [low, least]: [Bound, number?], [high, most]: [Bound, number?]): Fault | undefined {
  if (least !== undefined && size < least) return { code: low, bound: least };
  return most !== undefined && size > most ? { code: high, bound: most } : undefined;
}

/** A pattern that only the service's engine knows is left to the service. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}
