import type { JobView } from '@/api/queries/executions';

/** Where a rerun begins; without a node at the first one. */
export interface RerunStart {
  nodeKey?: string;
  path?: string;
}

/** The places a rerun can begin at: each run of each node once, in the order in which they ran. */
export function rerunStarts(jobs: readonly JobView[]): RerunStart[] {
  const seen = new Map<string, RerunStart>();
  for (const { nodeKey, path } of jobs) {
    const id = `${nodeKey}@${path}`;
    if (!seen.has(id)) seen.set(id, { nodeKey, path });
  }
  return [...seen.values()];
}
