import { aJob } from '../testing';
import { nodeRuns } from './overlay';

it('counts the runs of a node, and opens the one in trouble', () => {
  const runs = nodeRuns([
    aJob(1, { nodeKey: 'a' }),
    aJob(2, { nodeKey: 'a', status: 'FAILED' }),
    aJob(3, { nodeKey: 'a' }),
    aJob(4, { nodeKey: 'b' }),
    aJob(5, { nodeKey: 'b' }),
  ]);

  expect(runs.get('a')).toEqual({ status: 'FAILED', count: 3, troubled: 1, pending: 0, jobId: 'e1.2' });
  expect(runs.get('b')).toEqual({ status: 'RESOLVED', count: 2, troubled: 0, pending: 0, jobId: 'e1.5' });
  expect(runs.get('c')).toBeUndefined();
});

it('shows what is under way before what failed earlier', () => {
  const runs = nodeRuns([
    aJob(1, { nodeKey: 'a', status: 'ERROR' }),
    aJob(2, { nodeKey: 'a', status: 'PENDING' }),
    aJob(3, { nodeKey: 'a' }),
  ]);

  expect(runs.get('a')).toMatchObject({ status: 'PENDING', jobId: 'e1.2', pending: 1, troubled: 1 });
});
