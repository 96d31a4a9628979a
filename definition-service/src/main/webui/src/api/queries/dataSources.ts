import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answered } from '../answered';
import { api, type Schemas } from '../client';

/** Why it cannot be reached is in the connection's `detail`. */
export type DataSource = Answered<Omit<Schemas['DataSourceSummary'], 'connection'>, 'name'> & {
  connection?: Answered<Schemas['DataSourceConnection'], 'state'> | null;
};
export type Field = Answered<Schemas['Field'], 'name' | 'type' | 'databaseType' | 'nullable' | 'generated'>;
export type Association = Answered<
  Schemas['Association'],
  'name' | 'kind' | 'target' | 'localColumn' | 'foreignColumn'
>;
export type Collection = Answered<
  Omit<Schemas['Collection'], 'fields' | 'associations'>,
  'name' | 'table' | 'primaryKey'
> & { fields: Field[]; associations: Association[] };

const keys = {
  all: ['data-sources'] as const,
  collections: (name: string) => ['data-sources', name, 'collections'] as const,
};

async function listDataSources(signal: AbortSignal): Promise<DataSource[]> {
  const { data } = await api.GET('/api/data-sources', { signal });
  return (data?.items ?? []) as DataSource[];
}

/** The data sources and whether they can be reached. Asked again now and then: a database comes and goes. */
export function useDataSources() {
  return useQuery({ queryKey: keys.all, queryFn: ({ signal }) => listDataSources(signal), refetchInterval: 30_000 });
}

export const collectionsQuery = (name: string) =>
  queryOptions({
    queryKey: keys.collections(name),
    queryFn: async ({ signal }) => {
      const { data } = await api.GET('/api/data-sources/{name}/collections', { params: { path: { name } }, signal });
      return (data?.items ?? []) as Collection[];
    },
  });

/** Reads the structure of the database anew. */
export function useRefreshDataSource(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/api/data-sources/{name}/refresh', { params: { path: { name } } }),
    // Collections are offered in forms, too, under keys of their own.
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.all }),
        client.invalidateQueries({ queryKey: ['collections'] }),
      ]),
  });
}
