import { useQuery } from '@tanstack/react-query';
import { api } from '../client';

async function namesIn(source: string, prefix: string, signal: AbortSignal): Promise<string[]> {
  const { data } = await api.GET('/api/data-sources/{name}/collections', {
    params: { path: { name: source } },
    signal,
  });
  return (data?.items ?? []).map((collection) => `${prefix}${collection.name ?? ''}`);
}

/** The collections of all data sources, as configs name them. A source that is away has none now, and hides no other. */
export function useCollectionNames(wanted: boolean) {
  return useQuery({
    queryKey: ['collections', 'names'],
    queryFn: async ({ signal }) => {
      const { data } = await api.GET('/api/data-sources', { signal });
      const lists = await Promise.allSettled(
        (data?.items ?? []).map(({ name = '', default: usual }) => namesIn(name, usual ? '' : `${name}:`, signal)),
      );
      return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
    },
    enabled: wanted,
    staleTime: 60_000,
  });
}
