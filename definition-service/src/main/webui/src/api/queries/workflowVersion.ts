import { useQuery } from '@tanstack/react-query';
import { api } from '../client';

/** One version of a workflow; versions that ran do not change, and may have been deleted. */
export function useWorkflowVersion(id: string | undefined) {
  return useQuery({
    queryKey: ['workflows', 'version', id],
    queryFn: async ({ signal }) => {
      const { data } = await api.GET('/api/workflows/{id}', { params: { path: { id: id ?? '' } }, signal });
      return data ?? {};
    },
    enabled: id !== undefined,
    staleTime: 60_000,
  });
}

export interface WorkflowName {
  key: string;
  title: string;
}

const MOST_NAMES = 200;

/** The titles of the current versions, to choose from and to name lists with. */
export function useWorkflowNames(text = '') {
  return useQuery({
    queryKey: ['workflows', 'names', text],
    queryFn: async ({ signal }): Promise<WorkflowName[]> => {
      const query = { current: true, limit: MOST_NAMES, ...(text === '' ? {} : { text }) };
      const { data } = await api.GET('/api/workflows', { params: { query }, signal });
      return (data?.items ?? []).map((item) => ({ key: item.key ?? '', title: item.title ?? item.key ?? '' }));
    },
    staleTime: 30_000,
  });
}
