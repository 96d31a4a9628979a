import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Source } from '@/features/forms/fields/collections';

/** All data sources with their collections. A source that cannot be asked has none: a form is still of use without it. */
async function sources(): Promise<Source[]> {
  const { data } = await api.GET('/api/data-sources');
  return Promise.all((data?.items ?? []).map((item) => source(item.name ?? '', item.default === true)));
}

async function source(name: string, isDefault: boolean): Promise<Source> {
  const collections = await api
    .GET('/api/data-sources/{name}/collections', { params: { path: { name } } })
    .then(({ data }) => data?.items ?? [])
    .catch(() => []);
  return { name, default: isDefault, collections };
}

export function useSources() {
  return useQuery({ queryKey: ['data-sources', 'with-collections'], queryFn: sources, staleTime: 60_000 });
}
