import { useQuery } from '@tanstack/react-query';
import { listExecutions, readExecution } from '@/api/queries/executions';
import { useSamples } from '@/api/queries/samples';
import { useSources } from '@/api/queries/sources';
import type { ReadVersion } from '@/api/queries/versions';
import { fieldPaths } from '@/features/forms/fields/collections';
import type { Descriptors } from '../model/descriptors';
import { TRIGGER, type FlowDocument } from '../model/document';
import { sampleContext } from './sampleContext';

export type ContextSource = 'sample' | 'pinned' | 'last';

/** The contexts one may begin with; those that are not there are undefined. */
export function useContexts(
  saved: ReadVersion,
  document: FlowDocument,
  descriptors: Descriptors,
): Partial<Record<ContextSource, unknown>> {
  const { data: samples } = useSamples(saved.id);
  const { data: sources } = useSources();
  const key = saved.view.key ?? '';
  const { data: last } = useQuery({
    queryKey: ['executions', 'newest', key],
    queryFn: async ({ signal }) => {
      const newest = (await listExecutions({ workflowKey: key }, undefined, 1, signal)).items[0];
      return newest ? ((await readExecution(newest.id, signal)).context ?? null) : null;
    },
  });
  const schema = descriptors.triggers.get(document.type)?.contextSchema ?? null;
  const fields = (collection: string) =>
    fieldPaths(sources ?? [], collection, 0).map(({ path, type }) => ({ name: path, type }));
  return {
    sample: sampleContext(schema, document.config, fields),
    pinned: samples?.find(({ nodeKey }) => nodeKey === TRIGGER)?.result,
    last: last ?? undefined,
  };
}
