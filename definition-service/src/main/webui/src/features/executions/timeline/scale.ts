import type { JobView } from '@/api/queries/executions';

/** A span of time, in ms since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** A job's bar, as shares (0 to 1) of the whole span. */
export interface Bar {
  start: number;
  width: number;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500].concat(
  [1, 2, 5, 10, 15, 30].map((s) => s * 1_000),
  [1, 2, 5, 10, 15, 30].map((m) => m * 60_000),
  [1, 2, 3, 6, 12].map((h) => h * 3_600_000),
  [1, 2, 7, 30, 90, 365].map((d) => d * 86_400_000),
);

function time(instant: string | null | undefined): number | undefined {
  return instant ? Date.parse(instant) : undefined;
}

/** From the first beginning to the last end; what is under way lasts until now. Never empty: at least 1 ms. */
export function spanOf(jobs: readonly JobView[], begin: string | null | undefined, end: number): Span {
  let from = time(begin) ?? Number.POSITIVE_INFINITY;
  let to = time(begin) ?? Number.NEGATIVE_INFINITY;
  for (const job of jobs) {
    const started = time(job.startedAt);
    if (job.takenOver || started === undefined) continue;
    from = Math.min(from, started);
    to = Math.max(to, time(job.endedAt) ?? end);
  }
  if (!Number.isFinite(from)) return { from: end - 1, to: end };
  return { from, to: Math.max(to, from + 1) };
}

/** Where the job stands in the span; undefined for one that was not run here, or never began. */
export function barOf(job: JobView, span: Span, now: number): Bar | undefined {
  const started = time(job.startedAt);
  if (started === undefined || job.takenOver) return undefined;
  const length = span.to - span.from;
  const start = Math.min(1, Math.max(0, (started - span.from) / length));
  const end = Math.min(1, Math.max(start, ((time(job.endedAt) ?? now) - span.from) / length));
  return { start, width: end - start };
}

/** Round distances from the beginning, in ms, at most as many as asked for. */
export function ticks(span: Span, most: number): number[] {
  const length = span.to - span.from;
  const step = STEPS.find((one) => length / one <= Math.max(1, most)) ?? length;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, i) => i * step);
}
