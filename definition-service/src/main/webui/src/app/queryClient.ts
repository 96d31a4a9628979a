import { QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';

/** A refusal stays a refusal however often it is asked for; only what never reached a service is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => !(error instanceof Problem) && count < 2 },
  },
});
