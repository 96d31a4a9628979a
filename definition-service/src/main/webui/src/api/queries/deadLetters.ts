import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answered } from '../answered';
import { api, type Schemas } from '../client';

/**
 * A record that could not be served. Topic, partition and offset tell where it came from; of its value the list holds up to 16 KiB, the
 * letter read alone up to 1 MiB; `size` is the whole value's in bytes.
 */
export type DeadLetter = Answered<Schemas['DeadLetter'], 'id' | 'at' | 'size' | 'headers' | 'state'>;

export interface DeadLetterFilter {
  topic?: string;
  reason?: string;
  state?: 'open' | 'replayed' | 'discarded' | 'all';
}

interface DeadLetterPage {
  items: DeadLetter[];
  nextCursor?: string | null;
}

const keys = {
  all: ['dead-letters'] as const,
  list: (filter: DeadLetterFilter) => ['dead-letters', 'list', filter] as const,
  one: (id: string) => ['dead-letters', 'one', id] as const,
};

async function listLetters(filter: DeadLetterFilter, cursor: string | undefined, signal: AbortSignal) {
  const query = { ...filter, ...(cursor ? { cursor } : {}) };
  const { data } = await api.GET('/api/dead-letters', { params: { query }, signal });
  return data as DeadLetterPage;
}

async function readLetter(id: string, signal: AbortSignal): Promise<DeadLetter> {
  const { data } = await api.GET('/api/dead-letters/{id}', { params: { path: { id } }, signal });
  return data as DeadLetter;
}

export function useDeadLetters(filter: DeadLetterFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) => listLetters(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One letter, with more of its value than the list tells. */
export function useDeadLetter(id: string | undefined) {
  return useQuery({
    queryKey: keys.one(id ?? ''),
    queryFn: ({ signal }) => readLetter(id ?? '', signal),
    enabled: id !== undefined,
  });
}

/** Sends the record again to where it came from, or lays it aside. */
export function useHandleLetter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, how }: { id: string; how: 'replay' | 'discard' }): Promise<void> => {
      const at = { params: { path: { id } } };
      await (how === 'replay'
        ? api.POST('/api/dead-letters/{id}/replay', at)
        : api.DELETE('/api/dead-letters/{id}', at));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
