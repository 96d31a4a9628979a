import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';

/** Current versions whose title or key holds the text, for choosing one. */
export function useWorkflowChoices(text: string) {
  return useQuery({
    queryKey: ['workflows', 'choices', text],
    queryFn: async () => {
      const query = text === '' ? { current: true, limit: 50 } : { current: true, limit: 50, text };
      const { data } = await api.GET('/api/workflows', { params: { query } });
      return (data?.items ?? []).map((item) => ({ key: item.key ?? '', title: item.title ?? '' }));
    },
    placeholderData: (before) => before,
  });
}
