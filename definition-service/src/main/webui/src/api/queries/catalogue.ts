import { useQuery } from '@tanstack/react-query';
import { type Descriptors, nodeType, triggerType } from '@/features/editor/model/descriptors';
import { api } from '../client';

async function readCatalogue(): Promise<Descriptors> {
  const [nodes, triggers] = await Promise.all([api.GET('/api/node-types'), api.GET('/api/trigger-types')]);
  const nodeTypes = (nodes.data?.items ?? []).map(nodeType);
  const triggerTypes = (triggers.data?.items ?? []).map(triggerType);
  return {
    nodes: new Map(nodeTypes.map((found) => [found.type, found])),
    triggers: new Map(triggerTypes.map((found) => [found.type, found])),
  };
}

/** Every type of node and trigger that is served. They change only when services are rolled out. */
export function useDescriptors() {
  return useQuery({ queryKey: ['catalogue'], queryFn: readCatalogue, staleTime: 5 * 60_000 });
}
