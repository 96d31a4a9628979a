import { useQuery } from '@tanstack/react-query';
import { api } from '../client';

/** The most that one answer holds. */
const PAGE = 200;

async function readCategories(signal: AbortSignal): Promise<string[]> {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { current: true, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const { data } = await api.GET('/api/workflows', { params: { query }, signal });
    for (const category of (data?.items ?? []).flatMap((workflow) => workflow.categories ?? [])) found.add(category);
    cursor = data?.nextCursor;
  } while (cursor);
  return [...found];
}

/** The categories of all workflows. The interface does not list them: all workflows are read, so ask when they are to be chosen from. */
export function useCategories(wanted: boolean) {
  return useQuery({
    queryKey: ['workflows', 'categories'],
    queryFn: ({ signal }) => readCategories(signal),
    enabled: wanted,
    staleTime: 60_000,
  });
}
