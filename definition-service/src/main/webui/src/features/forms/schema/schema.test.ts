import { check } from './check';
import { below, parentOf, segmentsOf } from './pointer';
import { alternativeOf, dereferenced } from './resolve';
import type { Schema } from './types';
import { moved, withField, withValueAt } from './values';
import { isVisible, nearest, valueAt, takesTemplates } from './visible';

const SCHEMA: Schema = {
  type: 'object',
  required: ['collection'],
  $defs: {
    pair: { type: 'object', required: ['name'], properties: { name: { type: 'string', pattern: '^[a-z]+$' } } },
  },
  properties: {
    collection: { type: 'string', minLength: 1 },
    mode: { enum: [1, 2], default: 1 },
    page: { type: ['integer', 'null'], minimum: 1, maximum: 9, 'x-template': true },
    pairs: { type: 'array', maxItems: 2, items: { $ref: '#/$defs/pair' } },
    hidden: { type: 'integer', 'x-visible-when': { mode: 2 } },
  },
};

describe('the check of a form', () => {
  it.each([
    [{}, '/collection', 'required'],
    [{ collection: 'a', mode: 3 }, '/mode', 'enum'],
    [{ collection: 'a', page: 0 }, '/page', 'minimum'],
    [{ collection: 'a', page: 10 }, '/page', 'maximum'],
    [{ collection: 'a', page: 1.5 }, '/page', 'type'],
    [{ collection: 'a', page: 'x{{$context.n}}' }, '/page', 'type'],
    [{ collection: 'a', pairs: [{}] }, '/pairs/0/name', 'required'],
    [{ collection: 'a', pairs: [{ name: 'b' }, { name: 'B' }] }, '/pairs/1/name', 'pattern'],
    [{ collection: 'a', pairs: [{}, {}, {}] }, '/pairs', 'maxItems'],
    [{ collection: 'a', mode: 2, hidden: 'x' }, '/hidden', 'type'],
  ])('should find in %j at %s: %s', (value, pointer, code) => {
    expect(check(SCHEMA, value)).toEqual([{ pointer, fault: expect.objectContaining({ code }) as unknown }]);
  });

  it.each([
    { collection: 'a' },
    { collection: 'a', page: '{{$context.n}}' },
    { collection: 'a', page: null },
    { collection: 'a', hidden: 'x' },
    { collection: 'a', unknown: {} },
  ])('should accept %j', (value) => {
    expect(check(SCHEMA, value)).toEqual([]);
  });
});

describe('visibility', () => {
  const outer = { value: { function: 'add' }, schema: {} };
  const inner = { value: {}, schema: { properties: { engine: { default: 'basic' } } } };

  it.each([
    [{ '../function': ['add', 'subtract'] }, true],
    [{ '../function': 'diff' }, false],
    [{ engine: 'basic' }, true],
    [{ engine: 'basic', '../function': 'diff' }, false],
  ])('should judge %j', (rules, visible) => {
    expect(isVisible({ 'x-visible-when': rules }, [outer, inner])).toBe(visible);
  });

  it.each([
    [undefined, true],
    [false as const, false],
    [{ engine: 'basic' }, true],
    [{ engine: 'math.js' }, false],
  ])('should judge whether templates may stand in a text by %j', (rules, taken) => {
    expect(takesTemplates(rules === undefined ? {} : { 'x-templates-when': rules }, [outer, inner])).toBe(taken);
  });

  it('should look outwards for the nearest field', () => {
    expect(nearest('function', [outer, inner])).toBe('add');
    expect(nearest('engine', [outer, inner])).toBe('basic');
    expect(nearest('nothing', [outer, inner])).toBeUndefined();
  });
});

describe('pointers and values', () => {
  it('should escape and unescape', () => {
    expect(segmentsOf(below('/a', 'x/y~z'))).toEqual(['a', 'x/y~z']);
    expect(parentOf('/a/b')).toBe('/a');
    expect(parentOf('/a')).toBe('');
  });

  it('should set within objects and lists, and make what is missing', () => {
    expect(withValueAt({ a: [{ b: 1 }] }, '/a/0/b', 2)).toEqual({ a: [{ b: 2 }] });
    expect(withValueAt(undefined, '/a/b', 1)).toEqual({ a: { b: 1 } });
    expect(valueAt({ a: [{ b: 2 }] }, '/a/0/b')).toBe(2);
  });

  it('should take a field away that is undefined, and keep the order', () => {
    expect(withField({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
    expect(Object.keys(withField({ a: 1, b: 2 }, 'a', 3))).toEqual(['a', 'b']);
  });

  it('should not move beyond the ends', () => {
    expect(moved(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('should follow references, and let what stands beside them win', () => {
    expect(dereferenced({ $ref: '#/$defs/pair', title: 'P' }, SCHEMA)).toMatchObject({
      title: 'P',
      required: ['name'],
    });
  });

  it('should tell which alternative a value is of', () => {
    const choices: Schema[] = [{ const: false }, { type: 'object' }];
    expect([false, {}, undefined].map((value) => alternativeOf(choices, value))).toEqual([0, 1, 0]);
  });
});
