import { readFilter, valueFor, writeFilter } from './model';
import { holds } from './testing';

describe('filters', () => {
  it('should read fields, operators, groups and associations', () => {
    const group = readFilter({
      $and: [
        { status: { $eq: 'open' } },
        { $or: [{ amount: { $gte: 100 } }, { customer: { name: { $includes: 'p' } } }] },
      ],
    });
    expect(group).toEqual({
      kind: 'group',
      logic: 'and',
      nodes: [
        { kind: 'item', path: 'status', operator: '$eq', value: 'open' },
        {
          kind: 'group',
          logic: 'or',
          nodes: [
            { kind: 'item', path: 'amount', operator: '$gte', value: 100 },
            { kind: 'item', path: 'customer.name', operator: '$includes', value: 'p' },
          ],
        },
      ],
    });
  });

  it.each([
    [{ a: 1 }, { $and: [{ a: { $eq: 1 } }] }],
    [{ a: { $gt: 1, $lt: 5 } }, { $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }] }],
    [{ a: null, b: { $in: [1] } }, { $and: [{ a: { $eq: null } }, { b: { $in: [1] } }] }],
    [
      { $or: [{ a: 1 }, { b: 2, c: 3 }] },
      { $or: [{ a: { $eq: 1 } }, { $and: [{ b: { $eq: 2 } }, { c: { $eq: 3 } }] }] },
    ],
    [{}, undefined],
    [undefined, undefined],
  ])('should write %j in the one form', (filter, written) => {
    expect(writeFilter(readFilter(filter))).toEqual(written);
  });

  it.each([
    { $not: { a: 1 } },
    { a: { $between: [1] } },
    { a: { $unheardOf: 1 } },
    { a: { $eq: 1, b: 2 } },
    { a: [1, 2] },
    { a: { $not: { $eq: 1 } } },
    { customer: { $not: { name: 'x' } } },
  ])('should keep %j, which it has no words for', (filter) => {
    expect(writeFilter(readFilter(filter))).toEqual({ $and: [filter] });
  });

  it('should mean the same after reading and writing, for random filters', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = generator(seed);
    for (let i = 0; i < 500; i++) {
      const filter = randomFilter(random, 3);
      const written = writeFilter(readFilter(filter)) ?? {};
      const again = writeFilter(readFilter(written)) ?? {};
      const told = `seed ${seed}: ${JSON.stringify(filter)}`;
      expect(again, told).toEqual(written);
      for (let j = 0; j < 5; j++) {
        const row = { a: pick(random, [0, 1, 2]), b: pick(random, ['x', 'y', null]), c: { d: pick(random, [0, 1]) } };
        expect(holds(written, row), told).toBe(holds(filter, row));
      }
    }
  });

  it.each([
    ['$between', 5, [5, '']],
    ['$in', 5, [5]],
    ['$in', '{{$context.ids}}', '{{$context.ids}}'],
    ['$empty', 5, true],
    ['$eq', [5, 6], 5],
    ['$eq', true, ''],
  ])('should carry a value over to %s', (operator, value, carried) => {
    expect(valueFor(operator, value)).toEqual(carried);
  });
});

type Random = () => number;

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: Random, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)];
}

function randomFilter(random: Random, depth: number): Record<string, unknown> {
  const parts = Array.from({ length: 1 + Math.floor(random() * 2) }, () => randomPart(random, depth));
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

function randomPart(random: Random, depth: number): Record<string, unknown> {
  const value = pick(random, [0, 1, 'x', null]);
  switch (Math.floor(random() * (depth > 0 ? 7 : 4))) {
    case 0:
      return { a: value };
    case 1:
      return { b: { $ne: value } };
    case 2:
      return { a: { $ne: 0, $eq: value } };
    case 3:
      return random() < 0.5 ? { c: { d: { $eq: value } } } : { 'c.d': value };
    case 4:
      return { $and: [randomFilter(random, depth - 1), randomFilter(random, depth - 1)] };
    case 5:
      return { $or: [randomFilter(random, depth - 1), randomFilter(random, depth - 1)] };
    default:
      return { $not: randomFilter(random, depth - 1) };
  }
}
