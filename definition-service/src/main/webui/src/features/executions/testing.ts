import type { Execution, ExecutionSummary, JobView } from '@/api/queries/executions';

const BEGIN = Date.parse('2026-03-01T12:00:00Z');

/** A job for tests: the first argument is its number, times are seconds after the execution began. */
export function aJob(number: number, given: Partial<JobView> & { from?: number; to?: number } = {}): JobView {
  const { from, to, ...rest } = given;
  return {
    id: `e1.${number}`,
    nodeKey: `n${number}`,
    type: 'calculation',
    path: '',
    status: 'RESOLVED',
    attempt: 1,
    takenOver: false,
    result: null,
    log: null,
    startedAt: from === undefined ? null : new Date(BEGIN + from * 1_000).toISOString(),
    endedAt: to === undefined ? null : new Date(BEGIN + to * 1_000).toISOString(),
    ...rest,
  };
}

export function anExecution(given: Partial<Execution> = {}): Execution {
  return {
    id: '0195-e1',
    workflowId: 'w1',
    key: 'orders',
    status: 'RESOLVED',
    reason: null,
    context: {},
    output: null,
    createdAt: new Date(BEGIN).toISOString(),
    startedAt: new Date(BEGIN).toISOString(),
    endedAt: new Date(BEGIN + 10_000).toISOString(),
    paused: false,
    retryable: false,
    messages: [],
    steering: [],
    waitingFor: [],
    jobs: [],
    ...given,
  };
}

export function aSummary(given: Partial<ExecutionSummary> = {}): ExecutionSummary {
  return {
    id: 'e1',
    workflowId: 'w1',
    key: 'orders',
    status: 'RESOLVED',
    createdAt: new Date(BEGIN).toISOString(),
    paused: false,
    ...given,
  };
}
