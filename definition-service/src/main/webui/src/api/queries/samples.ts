import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pinSample, samples, unpinSample } from '@/api/pending';

const keyOf = (workflowId: string | undefined) => ['workflows', workflowId, 'samples'];

/** What is pinned to the nodes of a version. */
export function useSamples(workflowId: string | undefined) {
  return useQuery({
    queryKey: keyOf(workflowId),
    queryFn: () => samples(workflowId ?? ''),
    enabled: workflowId !== undefined,
  });
}

/** Pins a result to a node; undefined takes it away. */
export function usePinSample(workflowId: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ nodeKey, result }: { nodeKey: string; result: unknown }) =>
      result === undefined ? unpinSample(workflowId ?? '', nodeKey) : pinSample(workflowId ?? '', nodeKey, result),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(workflowId) }),
  });
}
