import { useQuery, useQueryClient } from '@tanstack/react-query';
import { executionQuery, type Execution } from '@/api/queries/executions';
import type { Schemas } from '@/api/client';
import { useLive } from '@/components/useLive';
import { useThrottled } from '@/components/useThrottled';
import { hasEnded } from './model/status';

/** An execution with thousands of jobs is megabytes: it is not read more often than this. */
const REFRESH = 1_000;

/** The execution with what an event tells of it; results come with the next reading. */
export function withEvent(execution: Execution, event: Schemas['ExecutionEvent']): Execution {
  if (event.executionId !== execution.id) return execution;
  const changed = new Map((event.jobs ?? []).map((change) => [change.jobId, change]));
  const jobs = execution.jobs.map((job) => {
    const change = changed.get(job.id);
    if (!change) return job;
    return { ...job, status: change.status ?? job.status, attempt: change.attempt ?? job.attempt };
  });
  return { ...execution, status: event.status ?? execution.status, jobs };
}

/** One execution, kept up to date as long as it is under way. */
export function useExecution(id: string) {
  const client = useQueryClient();
  const query = useQuery(executionQuery(id));
  const refresh = useThrottled(() => void client.invalidateQueries({ queryKey: executionQuery(id).queryKey }), REFRESH);
  // One that has ended is retried by others, too; but then it moves, and whoever looks again sees it.
  const follows = query.data !== undefined && !hasEnded(query.data.status);
  const live = useLive(follows ? `/api/executions/${encodeURIComponent(id)}/events` : undefined, {
    onEvent: (event) => {
      client.setQueryData(executionQuery(id).queryKey, (known) =>
        known ? withEvent(known, event as Schemas['ExecutionEvent']) : known,
      );
      refresh();
    },
    onStale: refresh,
  });
  return { query, live: follows ? live : undefined };
}
