import type { JobView } from '@/api/queries/executions';
import { formatPath, isWithin, parsePath } from './path';
import { isTrouble, type AnyStatus } from './status';

/** One pass of a loop, with how it went. */
export interface LoopPass {
  path: string;
  index: number;
  status: AnyStatus;
}

/** A loop as it ran at one place, with its passes by number. */
export interface LoopRun {
  loopKey: string;
  /** Where the loop itself stands; empty on the main list. */
  path: string;
  passes: LoopPass[];
}

/** Trouble outweighs what is under way, which outweighs what went well. */
function worse(a: AnyStatus, b: AnyStatus): AnyStatus {
  const weight = (status: AnyStatus) => (isTrouble(status) ? 2 : status === 'PENDING' ? 1 : 0);
  return weight(b) > weight(a) ? b : a;
}

/**
 * The loops that ran, in the order in which they began, with their passes in order of number. A pass is as bad as the worst job in it; a
 * job in a pass of an inner loop counts for the outer passes as well.
 */
export function loopRuns(jobs: readonly JobView[]): LoopRun[] {
  const runs = new Map<string, { run: LoopRun; passes: Map<number, LoopPass> }>();
  for (const job of jobs) {
    const passes = parsePath(job.path);
    passes.forEach((pass, depth) => {
      const outer = formatPath(passes.slice(0, depth));
      const id = `${outer}/${pass.loopKey}`;
      let found = runs.get(id);
      if (!found) {
        found = { run: { loopKey: pass.loopKey, path: outer, passes: [] }, passes: new Map() };
        runs.set(id, found);
      }
      const known = found.passes.get(pass.index);
      if (known) known.status = worse(known.status, job.status);
      else {
        const path = formatPath(passes.slice(0, depth + 1));
        found.passes.set(pass.index, { path, index: pass.index, status: job.status });
      }
    });
  }
  return [...runs.values()].map(({ run, passes }) => ({
    ...run,
    passes: [...passes.values()].sort((a, b) => a.index - b.index),
  }));
}

/** What of the jobs is shown. */
export interface JobFilter {
  /** Within this pass only; empty for everywhere. */
  path: string;
  troubleOnly: boolean;
  text: string;
}

export const ALL_JOBS: JobFilter = { path: '', troubleOnly: false, text: '' };

export function filterJobs(
  jobs: readonly JobView[],
  filter: JobFilter,
  title: (nodeKey: string) => string,
): readonly JobView[] {
  const text = filter.text.trim().toLowerCase();
  if (filter.path === '' && !filter.troubleOnly && text === '') return jobs;
  return jobs.filter(
    (job) =>
      isWithin(job.path, filter.path) &&
      (!filter.troubleOnly || isTrouble(job.status)) &&
      (text === '' || `${job.nodeKey} ${job.type} ${title(job.nodeKey)} ${job.log ?? ''}`.toLowerCase().includes(text)),
  );
}

/** The jobs seen when one pass is looked at: those in it, and those of what stands around it. */
export function jobsAround(jobs: readonly JobView[], path: string): readonly JobView[] {
  if (path === '') return jobs;
  return jobs.filter((job) => isWithin(job.path, path) || isWithin(path, job.path));
}
