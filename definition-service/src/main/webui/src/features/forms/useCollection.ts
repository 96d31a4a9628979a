import { useMemo } from 'react';
import { useSources } from '@/api/queries/sources';
import { associationPaths, collectionOf, fieldPaths, type FieldPath } from './fields/collections';
import { nearest, type Around } from './schema/visible';

/** How many associations away a field may be to be offered; any can be written as JSON. */
const DEPTH = 2;

/** The collection that the fields around are about. */
export function useCollection(around: readonly Around[]) {
  const { data: sources } = useSources();
  const name = nearest('collection', around);
  return useMemo(() => {
    const found = collectionOf(sources ?? [], name);
    return {
      name: typeof name === 'string' && name !== '' ? name : undefined,
      collection: found?.collection,
      own: fieldPaths(sources ?? [], name, 0),
      paths: fieldPaths(sources ?? [], name, DEPTH),
      associations: associationPaths(sources ?? [], name, DEPTH),
    };
  }, [sources, name]);
}

export function typeOfPath(paths: readonly FieldPath[], path: string): string | undefined {
  return paths.find((field) => field.path === path)?.type;
}
