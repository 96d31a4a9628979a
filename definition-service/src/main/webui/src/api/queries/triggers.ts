import { useQuery } from '@tanstack/react-query';
import type { Answered } from '../answered';
import { api, type Schemas } from '../client';

/** Why something that came to a trigger started nothing. */
export type NotFired = Schemas['NotFired'];

export type TriggerHealth = Answered<
  Omit<Schemas['WorkflowTriggerHealth'], 'lastNotFired'>,
  'workflowId' | 'workflowKey' | 'title' | 'type' | 'state' | 'fired' | 'notFired'
> & { lastNotFired?: Answered<Schemas['LastNotFired'], 'at' | 'reason' | 'detail'> | null };

/** The connection that reads the changes of a data source. */
export type Capture = Answered<Schemas['CaptureHealth'], 'name' | 'phase'>;

/** All of them, and from when on it is counted. */
export type TriggersHealth = { since: string; items: TriggerHealth[]; dataSources: Capture[] };

async function readHealth(signal: AbortSignal): Promise<TriggersHealth> {
  const { data } = await api.GET('/api/triggers/health', { signal });
  return data as TriggersHealth;
}

/** Whether the triggers listen, and what they heard; asked again every five seconds. */
export function useTriggersHealth() {
  return useQuery({
    queryKey: ['triggers', 'health'],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: 5_000,
  });
}
