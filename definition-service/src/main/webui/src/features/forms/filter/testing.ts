import { isObject } from '../schema/types';

/** What a filter of few operators says of a record: the meaning that reading and writing must keep. */
export function holds(filter: unknown, row: unknown): boolean {
  if (!isObject(filter)) return row === filter;
  return Object.entries(filter).every(([name, asked]) => {
    switch (name) {
      case '$and':
        return (asked as unknown[]).every((part) => holds(part, row));
      case '$or':
        return (asked as unknown[]).some((part) => holds(part, row));
      case '$not':
        return !holds(asked, row);
      case '$eq':
        return row === asked;
      case '$ne':
        return row !== asked;
      default:
        return holds(asked, at(row, name.split('.')));
    }
  });
}

function at(row: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((place, name) => (isObject(place) ? place[name] : undefined), row);
}
