import { failureRate, underWay } from './statistics';

function statistics(byStatus: Record<string, number>) {
  const total = Object.values(byStatus).reduce((sum, one) => sum + one, 0);
  return { workflowKey: 'orders', total, byStatus, lastStartedAt: null, lastStatus: null };
}

describe('failureRate', () => {
  it('should be unknown without executions', () => {
    expect(failureRate(undefined)).toBeUndefined();
    expect(failureRate(statistics({}))).toBeUndefined();
  });

  it('should count what ended by itself only', () => {
    expect(failureRate(statistics({ RESOLVED: 6, FAILED: 1, ERROR: 1, STARTED: 50, CANCELED: 9, REJECTED: 3 }))).toBe(
      0.25,
    );
  });

  it('should be unknown while all are under way', () => {
    expect(failureRate(statistics({ STARTED: 2, QUEUED: 1 }))).toBeUndefined();
  });
});

describe('underWay', () => {
  it('should count running and queued ones', () => {
    expect(underWay(statistics({ STARTED: 2, QUEUED: 1, RESOLVED: 7 }))).toBe(3);
    expect(underWay(undefined)).toBe(0);
  });
});
