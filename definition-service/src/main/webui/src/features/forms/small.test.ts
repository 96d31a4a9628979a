import { assigned, incrementOf, renamed } from './assignment';
import { unitOf } from './durations';
import { typed } from './filter/typed';
import { converted, kindOf, kindsOf } from './kinds';

it.each([
  [500, 'ms'],
  [1_000, 's'],
  [90_000, 's'],
  [120_000, 'min'],
  [7_200_000, 'h'],
  [86_400_000, 'd'],
  [0, 's'],
])('should say %d ms in %s', (ms, unit) => {
  expect(unitOf(ms)).toBe(unit);
});

it.each([
  ['5', 'INTEGER', 5],
  ['5.50', 'DECIMAL', '5.50'],
  ['9007199254740993', 'BIG_INTEGER', '9007199254740993'],
  ['{{$context.n}}', 'INTEGER', '{{$context.n}}'],
  ['', 'INTEGER', ''],
  ['true', 'BOOLEAN', true],
  ['5', 'TEXT', '5'],
  ['5', undefined, '5'],
])('should read %s of a field of type %s', (text, type, value) => {
  expect(typed(text, type)).toBe(value);
});

it('should tell increments from plain values', () => {
  expect(incrementOf({ $increment: -1 })).toBe(-1);
  expect(incrementOf({ $increment: 1, x: 2 })).toBeUndefined();
  expect(assigned('', 'increment')).toEqual({ $increment: 1 });
  expect(assigned({ $increment: 5 }, 'set')).toBe(5);
});

it('should rename in place, and never over another field', () => {
  expect(Object.keys(renamed({ a: 1, b: 2 }, 'a', 'c'))).toEqual(['c', 'b']);
  expect(renamed({ a: 1, b: 2 }, 'a', 'b')).toEqual({ a: 1, b: 2 });
});

it('should keep what a value means when its kind is changed', () => {
  expect(converted('5', 'number')).toBe(5);
  expect(converted('x', 'number')).toBe(0);
  expect(converted(5, 'text')).toBe('');
  expect(converted({ a: 1 }, 'text')).toBe('');
  expect([undefined, 'x', 1, true, null, []].map(kindOf)).toEqual([
    'text',
    'text',
    'number',
    'boolean',
    'null',
    'json',
  ]);
  expect(kindsOf(['integer'])).toEqual(['text', 'number']);
});
