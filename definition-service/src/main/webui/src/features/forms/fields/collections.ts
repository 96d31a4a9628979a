import type { Schemas } from '@/api/client';

export type CollectionInfo = Schemas['Collection'];
export type FieldInfo = Schemas['Field'];

/** A data source with what is in it. */
export interface Source {
  name: string;
  default: boolean;
  collections: CollectionInfo[];
}

/** A field as a filter names it: `customer.country`. */
export interface FieldPath {
  path: string;
  type: string;
  /** Whether it is an association itself. */
  association?: 'TO_ONE' | 'TO_MANY';
}

/** `shop:orders`, or `orders` in the default data source. */
export function collectionOf(
  sources: readonly Source[],
  name: unknown,
): { source: Source; collection: CollectionInfo } | undefined {
  if (typeof name !== 'string') return undefined;
  const colon = name.indexOf(':');
  const source = sources.find((s) => (colon < 0 ? s.default : s.name === name.slice(0, colon)));
  const collection = source?.collections.find((c) => c.name === name.slice(colon + 1));
  return source && collection ? { source, collection } : undefined;
}

/** The fields of a collection, and those behind its associations, at most `depth` associations away. */
export function fieldPaths(sources: readonly Source[], name: unknown, depth: number): FieldPath[] {
  const found = collectionOf(sources, name);
  return found ? paths(found.source, found.collection, '', depth) : [];
}

function paths(source: Source, collection: CollectionInfo, prefix: string, depth: number): FieldPath[] {
  const own = (collection.fields ?? []).map((field) => ({
    path: `${prefix}${field.name ?? ''}`,
    type: field.type ?? 'OTHER',
  }));
  const linked = (collection.associations ?? []).flatMap((association) => {
    const target = source.collections.find((c) => c.name === association.target);
    return depth > 0 && target ? paths(source, target, `${prefix}${association.name ?? ''}.`, depth - 1) : [];
  });
  return [...own, ...linked];
}

/** The paths of associations that can be loaded with a record, at most `depth` deep. */
export function associationPaths(sources: readonly Source[], name: unknown, depth: number): string[] {
  const found = collectionOf(sources, name);
  if (!found) return [];
  const below = (collection: CollectionInfo, prefix: string, left: number): string[] =>
    (collection.associations ?? []).flatMap((association) => {
      const path = `${prefix}${association.name ?? ''}`;
      const target = found.source.collections.find((c) => c.name === association.target);
      return [path, ...(left > 1 && target ? below(target, `${path}.`, left - 1) : [])];
    });
  return below(found.collection, '', depth);
}
