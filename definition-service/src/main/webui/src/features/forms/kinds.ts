/** The kinds of values a person can enter where the schema leaves it open. */
export type Kind = 'text' | 'number' | 'boolean' | 'null' | 'json';

export const KINDS: readonly Kind[] = ['text', 'number', 'boolean', 'null', 'json'];

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'object' ? 'json' : 'text';
}

/** The kinds that a schema's types allow; all where it names none. */
export function kindsOf(types: readonly string[]): readonly Kind[] {
  if (types.length === 0) return KINDS;
  const allowed: Record<Kind, boolean> = {
    text: types.includes('string'),
    number: types.includes('number') || types.includes('integer'),
    boolean: types.includes('boolean'),
    null: types.includes('null'),
    json: types.includes('object') || types.includes('array'),
  };
  // A variable is a text, whatever type the value is that it stands for.
  return KINDS.filter((kind) => allowed[kind] || kind === 'text');
}

/** A value as another kind: what it means is kept where it can be. */
export function converted(value: unknown, kind: Kind): unknown {
  switch (kind) {
    case 'text':
      // A field of a number reads "1" as the number again: whoever wants a text there wants a variable in it.
      return typeof value === 'string' ? value : '';
    case 'number': {
      const number = Number(value);
      return Number.isFinite(number) ? number : 0;
    }
    case 'boolean':
      return value === true || value === 'true';
    case 'null':
      return null;
    case 'json':
      return typeof value === 'object' && value !== null ? value : {};
  }
}
