/** How a filter's operator takes its value. */
export type Takes = 'nothing' | 'one' | 'pair' | 'list';

export interface Operator {
  name: string;
  takes: Takes;
}

const operator = (takes: Takes, ...names: string[]): Operator[] => names.map((name) => ({ name, takes }));

const PRESENCE = operator('nothing', '$empty', '$notEmpty', '$exists', '$notExists');
const EQUALITY = operator('one', '$eq', '$ne');
const ORDER = operator('one', '$gt', '$gte', '$lt', '$lte');
const RANGE = operator('pair', '$between', '$notBetween');
const MEMBERS = operator('list', '$in', '$notIn');
const TEXT = [
  ...operator('one', '$includes', '$notIncludes', '$startsWith', '$notStartsWith', '$endWith', '$notEndWith'),
  ...operator('one', '$like', '$notLike', '$iLike', '$notILike', '$regexp', '$notRegexp', '$iRegexp', '$notIRegexp'),
];
const TRUTH = operator('nothing', '$isTruly', '$isFalsy');
const LISTS = [
  ...operator('list', '$anyOf', '$noneOf', '$match', '$notMatch'),
  ...operator('nothing', '$arrayEmpty', '$arrayNotEmpty'),
];
const DATES = [
  ...operator('one', '$dateOn', '$dateNotOn', '$dateBefore', '$dateNotBefore', '$dateAfter', '$dateNotAfter'),
  ...operator('pair', '$dateBetween'),
];
const IDENTITY = operator('one', '$is', '$not');

const ALL = [
  ...EQUALITY,
  ...ORDER,
  ...RANGE,
  ...MEMBERS,
  ...TEXT,
  ...TRUTH,
  ...LISTS,
  ...DATES,
  ...IDENTITY,
  ...PRESENCE,
];

const COMPARABLE = [...EQUALITY, ...ORDER, ...RANGE, ...MEMBERS, ...PRESENCE];
const DATE_LIKE = [...DATES, ...COMPARABLE];

const OF_TYPE: Record<string, Operator[]> = {
  TEXT: [...EQUALITY, ...MEMBERS, ...TEXT, ...ORDER, ...PRESENCE],
  INTEGER: COMPARABLE,
  BIG_INTEGER: COMPARABLE,
  DECIMAL: COMPARABLE,
  BOOLEAN: [...TRUTH, ...EQUALITY, ...PRESENCE],
  DATE: DATE_LIKE,
  DATE_TIME: DATE_LIKE,
  LOCAL_DATE_TIME: DATE_LIKE,
  TIME: COMPARABLE,
  UUID: [...EQUALITY, ...MEMBERS, ...PRESENCE],
  ARRAY: [...LISTS, ...PRESENCE],
  JSON: [...LISTS, ...PRESENCE],
};

/** What can be asked of a field; everything where its type is not known. */
export function operatorsOf(fieldType: string | undefined): Operator[] {
  return (fieldType !== undefined && OF_TYPE[fieldType]) || ALL;
}

export function operatorOf(name: string): Operator | undefined {
  return ALL.find((candidate) => candidate.name === name);
}
