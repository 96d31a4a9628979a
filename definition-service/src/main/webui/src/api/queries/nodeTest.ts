import { useMutation, useQuery } from '@tanstack/react-query';
import { testNode, type NodeTest } from '@/api/pending';

/** Runs one node, when asked to. */
export function useNodeTest() {
  return useMutation({ mutationFn: testNode });
}

/** Runs one node whenever what goes into it changes; what was asked once is not asked again. */
export function useLiveTest(test: NodeTest) {
  return useQuery({
    queryKey: ['nodes', 'test', test],
    queryFn: () => testNode(test),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
}
