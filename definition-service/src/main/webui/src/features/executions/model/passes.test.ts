import { aJob } from '../testing';
import { ALL_JOBS, filterJobs, jobsAround, loopRuns } from './passes';
import { formatPath, isWithin, parsePath } from './path';

const jobs = [
  aJob(1, { nodeKey: 'each' }),
  aJob(2, { nodeKey: 'ask', path: 'each[0]' }),
  aJob(3, { nodeKey: 'lines', path: 'each[1]' }),
  aJob(4, { nodeKey: 'save', path: 'each[1]/lines[0]', status: 'ERROR', log: 'Connection refused' }),
  aJob(5, { nodeKey: 'ask', path: 'each[10]', status: 'PENDING' }),
];
const title = (key: string) => (key === 'ask' ? 'Ask the shop' : key);

describe('paths', () => {
  it('are read and written the same', () => {
    expect(parsePath('each[3]/a[b][0]')).toEqual([
      { loopKey: 'each', index: 3 },
      { loopKey: 'a[b]', index: 0 },
    ]);
    expect(formatPath(parsePath('each[3]/lines[0]'))).toBe('each[3]/lines[0]');
    expect(parsePath('')).toEqual([]);
  });

  it('stand within others by whole passes', () => {
    expect(isWithin('each[1]/lines[0]', 'each[1]')).toBe(true);
    expect(isWithin('each[10]', 'each[1]')).toBe(false);
    expect(isWithin('', 'each[1]')).toBe(false);
    expect(isWithin('each[1]', '')).toBe(true);
  });
});

describe('the passes of loops', () => {
  it('stand in order of number, as bad as the worst job in them', () => {
    const [each, lines] = loopRuns(jobs);

    expect(each).toMatchObject({ loopKey: 'each', path: '' });
    expect(each?.passes.map((pass) => [pass.index, pass.status])).toEqual([
      [0, 'RESOLVED'],
      [1, 'ERROR'],
      [10, 'PENDING'],
    ]);
    expect(lines).toEqual({
      loopKey: 'lines',
      path: 'each[1]',
      passes: [{ path: 'each[1]/lines[0]', index: 0, status: 'ERROR' }],
    });
  });

  it('are none where no loop ran', () => {
    expect(loopRuns([aJob(1)])).toEqual([]);
  });
});

describe('the filter of jobs', () => {
  const ids = (filter: Partial<typeof ALL_JOBS>) =>
    filterJobs(jobs, { ...ALL_JOBS, ...filter }, title).map((job) => job.id);

  it('finds jobs in a pass, also in loops inside it', () => {
    expect(ids({ path: 'each[1]' })).toEqual(['e1.3', 'e1.4']);
  });

  it('finds what failed', () => {
    expect(ids({ troubleOnly: true })).toEqual(['e1.4']);
  });

  it('finds text in titles and logs, in any case', () => {
    expect(ids({ text: 'SHOP' })).toEqual(['e1.2', 'e1.5']);
    expect(ids({ text: 'refused' })).toEqual(['e1.4']);
  });

  it('gives the list itself where nothing is asked', () => {
    expect(filterJobs(jobs, ALL_JOBS, title)).toBe(jobs);
  });

  it('keeps what stands around a pass when one looks at it on the canvas', () => {
    expect(jobsAround(jobs, 'each[1]/lines[0]').map((job) => job.id)).toEqual(['e1.1', 'e1.3', 'e1.4']);
  });
});
