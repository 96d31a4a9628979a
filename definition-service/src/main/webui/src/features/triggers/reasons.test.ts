import type { TriggerHealth } from '@/api/queries/triggers';
import { reasonsOf, severity } from './reasons';

const health = (given: Partial<TriggerHealth>): TriggerHealth => ({
  workflowId: 'w1',
  workflowKey: 'orders',
  title: 'Orders',
  type: 'collection',
  state: 'LISTENING',
  detail: null,
  lastEventAt: null,
  lastFiredAt: null,
  lagMs: null,
  fired: 0,
  notFired: {},
  lastNotFired: null,
  ...given,
});

it('puts the most frequent reason first, and tells when the newest was', () => {
  const item = health({
    notFired: { MODE: 2, CONDITION: 7 },
    lastNotFired: { at: '2026-03-01T12:00:00Z', reason: 'MODE', detail: 'Expected another change' },
  });

  expect(reasonsOf(item)).toEqual([
    { reason: 'CONDITION', count: 7, lastAt: undefined },
    { reason: 'MODE', count: 2, lastAt: '2026-03-01T12:00:00Z' },
  ]);
  expect(reasonsOf(health({}))).toEqual([]);
});

it('ranks a trigger that cannot hear above one that will', () => {
  const ranks = (['LISTENING', 'INTERRUPTED', 'DEAF'] as const).map((state) => severity(health({ state })));

  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(3);
});
