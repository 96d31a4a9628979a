import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answered, WithJson } from '../answered';
import { api, type Schemas } from '../client';

/** A result of a node, or under `$trigger` a context, that is kept for trying things out. */
export type Sample = WithJson<Answered<Schemas['PinnedSample'], 'nodeKey' | 'updatedAt'>, 'result'>;

const keyOf = (workflowId: string | undefined) => ['workflows', workflowId, 'samples'];

async function listSamples(id: string, signal: AbortSignal): Promise<Sample[]> {
  const { data } = await api.GET('/api/workflows/{id}/samples', { params: { path: { id } }, signal });
  return (data?.items ?? []) as Sample[];
}

async function pinSample(id: string, nodeKey: string, result: unknown): Promise<void> {
  await api.PUT('/api/workflows/{id}/samples/{nodeKey}', { params: { path: { id, nodeKey } }, body: { result } });
}

async function unpinSample(id: string, nodeKey: string): Promise<void> {
  await api.DELETE('/api/workflows/{id}/samples/{nodeKey}', { params: { path: { id, nodeKey } } });
}

/** What is pinned to the nodes of a version. */
export function useSamples(workflowId: string | undefined) {
  return useQuery({
    queryKey: keyOf(workflowId),
    queryFn: ({ signal }) => listSamples(workflowId ?? '', signal),
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
