/** The questions of the `basic` engine, with how many values each is about (docs/concepts.md, Conditions). */
export const CALCULATORS: Readonly<Record<string, 1 | 2>> = {
  equal: 2,
  notEqual: 2,
  gt: 2,
  gte: 2,
  lt: 2,
  lte: 2,
  includes: 2,
  notIncludes: 2,
  startsWith: 2,
  notStartsWith: 2,
  endsWith: 2,
  notEndsWith: 2,
  empty: 1,
  notEmpty: 1,
  in: 2,
  notIn: 2,
  between: 2,
  matches: 2,
};

const SPELLINGS: Readonly<Record<string, string>> = {
  '==': 'equal',
  '!=': 'notEqual',
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
};

/** The name of a calculator in its usual spelling: definitions of NocoBase also write signs. */
export function calculatorOf(name: string): string {
  return SPELLINGS[name] ?? name;
}
