import { useQuery } from '@tanstack/react-query';

export interface HealthCheck {
  name: string;
  up: boolean;
}

interface Answer {
  checks?: { name?: string; status?: string }[];
}

/** What the services say of themselves. 503 is an answer here as well: something is down, and it is told what. */
export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: async ({ signal }): Promise<HealthCheck[]> => {
      const answer = await fetch('/q/health', { signal, headers: { Accept: 'application/json' } });
      const body = (await answer.json()) as Answer;
      return (body.checks ?? []).map((check) => ({ name: check.name ?? '', up: check.status === 'UP' }));
    },
    refetchInterval: 15_000,
  });
}
