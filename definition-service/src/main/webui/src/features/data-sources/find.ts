import type { Collection } from '@/api/queries/dataSources';

/** The collections whose name, or one of whose fields' names, has the text in it; those found by name first. */
export function findCollections(collections: readonly Collection[], text: string): Collection[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...collections];
  const has = (name: string) => name.toLowerCase().includes(wanted);
  const byName = collections.filter((one) => has(one.name));
  const byField = collections.filter((one) => !has(one.name) && one.fields.some((field) => has(field.name)));
  return [...byName, ...byField];
}
