import { useMutation, useQuery } from '@tanstack/react-query';
import type { Answered, WithJson } from '../answered';
import { api, type Schemas } from '../client';

/** One node with values for its variables, by root: `$context`, `$jobsMapByNodeKey`, `$scopes`. */
export type NodeTest = WithJson<Schemas['NodeTestRequest'], 'config' | 'variables'>;
export type NodeTestOutcome = WithJson<Answered<Schemas['NodeTestOutcome'], 'status'>, 'result'>;

async function testNode(test: NodeTest): Promise<NodeTestOutcome> {
  const { data } = await api.POST('/api/nodes/test', { body: test as Schemas['NodeTestRequest'] });
  return data as NodeTestOutcome;
}

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
