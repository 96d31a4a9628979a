import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deadLetter, deadLetters, discardDeadLetter, replayDeadLetter, type DeadLetterFilter } from '../pending';

export type { DeadLetter, DeadLetterFilter, LetterState } from '../pending';

const keys = {
  all: ['dead-letters'] as const,
  list: (filter: DeadLetterFilter) => ['dead-letters', 'list', filter] as const,
  one: (id: string) => ['dead-letters', 'one', id] as const,
};

export function useDeadLetters(filter: DeadLetterFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam }) => deadLetters(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One letter, with more of its value than the list tells. */
export function useDeadLetter(id: string | undefined) {
  return useQuery({
    queryKey: keys.one(id ?? ''),
    queryFn: () => deadLetter(id ?? ''),
    enabled: id !== undefined,
  });
}

/** Sends the record again to where it came from, or lays it aside. */
export function useHandleLetter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, how }: { id: string; how: 'replay' | 'discard' }) => {
      await (how === 'replay' ? replayDeadLetter(id) : discardDeadLetter(id));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
