import type { Waiting } from '@/api/queries/executions';
import { anExecution, aSummary } from '../testing';
import { mayFit, possibleActions } from './actions';
import { sentenceOf } from './waiting';

const timer = (type: string): Waiting => ({ kind: 'timer', type });

describe('what can be done to an execution', () => {
  it('that runs', () => {
    expect(possibleActions(anExecution({ status: 'STARTED' }))).toEqual(['pause', 'cancel', 'rerun']);
  });

  it('that is paused', () => {
    expect(possibleActions(anExecution({ status: 'STARTED', paused: true }))).toEqual(['resume', 'cancel', 'rerun']);
  });

  it('that waits for a slot', () => {
    expect(possibleActions(anExecution({ status: 'QUEUED' }))).toEqual(['cancel', 'rerun']);
  });

  it('that waits for its next attempt, which can be made now, unlike a delay that was drawn', () => {
    expect(possibleActions(anExecution({ status: 'STARTED', waitingFor: [timer('request')] }))).toContain('retry');
    expect(possibleActions(anExecution({ status: 'STARTED', waitingFor: [timer('delay')] }))).not.toContain('retry');
  });

  it('that ended badly', () => {
    expect(possibleActions(anExecution({ status: 'ERROR', retryable: true }))).toEqual(['retry', 'rerun', 'delete']);
  });

  it('that ended well', () => {
    expect(possibleActions(anExecution())).toEqual(['rerun', 'delete']);
  });
});

it('tells from the list what cannot fit', () => {
  expect(mayFit('cancel', aSummary({ status: 'STARTED' }))).toBe(true);
  expect(mayFit('cancel', aSummary({ status: 'RESOLVED' }))).toBe(false);
  expect(mayFit('retry', aSummary({ status: 'ERROR' }))).toBe(true);
  expect(mayFit('retry', aSummary({ status: 'REJECTED' }))).toBe(false);
  expect(mayFit('pause', aSummary({ status: 'STARTED', paused: true }))).toBe(false);
  expect(mayFit('resume', aSummary({ status: 'STARTED', paused: true }))).toBe(true);
});

it('tells a delay from a pause between attempts, and keeps what it does not know', () => {
  expect(sentenceOf(timer('delay'))).toBe('delay');
  expect(sentenceOf(timer('request'))).toBe('attempt');
  expect(sentenceOf({ kind: 'slot' })).toBe('slot');
  expect(sentenceOf({ kind: 'moon' })).toBe('other');
});
