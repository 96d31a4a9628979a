import { executionSearch, executionViewSearch, filterOf, instantOf, isFiltered } from './search';

const now = Date.parse('2026-03-10T10:00:30Z');

it('reads the filters of the URL and drops what it does not know', () => {
  const search = { workflowKey: 'orders', status: 'ERROR', text: '', eventKey: 42, paused: true, x: 1 };

  expect(executionSearch(search)).toEqual({ workflowKey: 'orders', status: ['ERROR'], eventKey: '42', paused: true });
});

it('goes back from now, by whole minutes', () => {
  expect(instantOf('-1h', now)).toBe('2026-03-10T09:00:00.000Z');
  expect(instantOf('-7d', now)).toBe('2026-03-03T10:00:00.000Z');
  expect(instantOf('2026-01-01', now)).toBe('2026-01-01T00:00:00.000Z');
  expect(instantOf('yesterday-ish', now)).toBeUndefined();
  expect(instantOf(undefined, now)).toBeUndefined();
});

it('makes a filter that the services understand', () => {
  expect(filterOf({ from: '-24h', status: ['ERROR'] }, now)).toEqual({
    from: '2026-03-09T10:00:00.000Z',
    status: ['ERROR'],
  });
});

it('knows the plain list from a filtered one', () => {
  expect(isFiltered({})).toBe(false);
  expect(isFiltered({ status: [] })).toBe(false);
  expect(isFiltered({ paused: true })).toBe(true);
});

it('reads what an execution page shows', () => {
  expect(executionViewSearch({ tab: 'jobs', path: 'each[3]', trouble: true, job: '' })).toEqual({
    tab: 'jobs',
    path: 'each[3]',
    trouble: true,
  });
  expect(executionViewSearch({ tab: 'secrets' })).toEqual({});
});
