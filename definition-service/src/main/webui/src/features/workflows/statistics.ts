import type { ExecutionStatistics } from '@/api/queries/executions';

const FAILURES = ['FAILED', 'ERROR', 'ABORTED', 'RETRY_NEEDED'];
const SUCCESSES = ['RESOLVED'];

function count(byStatus: Record<string, number>, statuses: readonly string[]): number {
  return statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
}

/**
 * The share of executions that failed, from 0 to 1, of those that ended by themselves: what a person cancelled or rejected says nothing
 * about the workflow. Undefined when none did.
 */
export function failureRate(statistics: ExecutionStatistics | undefined): number | undefined {
  if (!statistics) return undefined;
  const failed = count(statistics.byStatus, FAILURES);
  const ended = failed + count(statistics.byStatus, SUCCESSES);
  return ended === 0 ? undefined : failed / ended;
}

/** How many executions are under way or wait for their turn. */
export function underWay(statistics: ExecutionStatistics | undefined): number {
  return statistics ? count(statistics.byStatus, ['QUEUED', 'STARTED']) : 0;
}
