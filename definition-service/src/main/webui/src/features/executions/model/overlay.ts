import type { JobView } from '@/api/queries/executions';
import { isTrouble, type AnyStatus } from './status';

/** How the runs of one node went. */
export interface NodeRuns {
  status: AnyStatus;
  /** How often the node ran. */
  count: number;
  troubled: number;
  pending: number;
  /** The job to open when the node is chosen: what is in trouble, else what is under way, else the newest. */
  jobId: string;
}

function urgency(status: AnyStatus): number {
  if (status === 'PENDING') return 2;
  return isTrouble(status) ? 1 : 0;
}

/**
 * The state of each node that ran. What is under way outweighs what failed earlier (a retry runs), and that outweighs what went well; among
 * equals the newest counts.
 */
export function nodeRuns(jobs: readonly JobView[]): Map<string, NodeRuns> {
  const runs = new Map<string, NodeRuns>();
  for (const job of jobs) {
    const known = runs.get(job.nodeKey);
    const next: NodeRuns = known ?? { status: job.status, count: 0, troubled: 0, pending: 0, jobId: job.id };
    next.count += 1;
    if (isTrouble(job.status)) next.troubled += 1;
    if (job.status === 'PENDING') next.pending += 1;
    if (urgency(job.status) >= urgency(next.status)) {
      next.status = job.status;
      next.jobId = job.id;
    }
    if (!known) runs.set(job.nodeKey, next);
  }
  return runs;
}
