import type { ExecutionStatus, JobStatus } from '@/api/queries/executions';

/** The statuses of an execution, in the order in which people ask for them. */
export const EXECUTION_STATUSES = [
  'QUEUED',
  'STARTED',
  'RESOLVED',
  'FAILED',
  'ERROR',
  'REJECTED',
  'ABORTED',
  'CANCELED',
  'RETRY_NEEDED',
] as const satisfies readonly ExecutionStatus[];

export type AnyStatus = ExecutionStatus | JobStatus;

/** What a status means for whoever looks: it decides colour and sign. */
export type Tone = 'waiting' | 'running' | 'good' | 'bad' | 'stopped';

const TONES: Record<AnyStatus, Tone> = {
  QUEUED: 'waiting',
  PENDING: 'running',
  STARTED: 'running',
  RESOLVED: 'good',
  FAILED: 'bad',
  ERROR: 'bad',
  REJECTED: 'bad',
  RETRY_NEEDED: 'bad',
  ABORTED: 'stopped',
  CANCELED: 'stopped',
};

export function tone(status: AnyStatus): Tone {
  return TONES[status];
}

/** Neither ended well nor still under way: what somebody who looks for trouble looks for. */
export function isTrouble(status: AnyStatus): boolean {
  return tone(status) === 'bad' || tone(status) === 'stopped';
}

export function hasEnded(status: AnyStatus): boolean {
  return status !== 'QUEUED' && status !== 'STARTED' && status !== 'PENDING';
}
