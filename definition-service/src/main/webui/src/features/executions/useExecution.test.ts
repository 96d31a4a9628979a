import { aJob, anExecution } from './testing';
import { withEvent } from './useExecution';

const execution = anExecution({ status: 'STARTED', jobs: [aJob(1), aJob(2, { status: 'PENDING' })] });

it('takes over what an event tells', () => {
  const told = withEvent(execution, {
    executionId: execution.id,
    status: 'ERROR',
    jobs: [{ jobId: 'e1.2', status: 'ERROR', attempt: 3 }],
  });

  expect(told.status).toBe('ERROR');
  expect(told.jobs.map(({ status, attempt }) => [status, attempt])).toEqual([
    ['RESOLVED', 1],
    ['ERROR', 3],
  ]);
  expect(told.jobs[0]).toBe(execution.jobs[0]);
});

it('leaves out what is told of others', () => {
  expect(withEvent(execution, { executionId: 'another', status: 'ERROR' })).toBe(execution);
});
