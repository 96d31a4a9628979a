import { aJob } from '../testing';
import { barOf, spanOf, ticks } from './scale';

const closeToHalf: unknown = expect.closeTo(0.5, 9);
const begin = '2026-03-01T12:00:00.000Z';
const at = (seconds: number) => Date.parse(begin) + seconds * 1_000;

it('spans from the beginning of the execution to the last end', () => {
  expect(spanOf([aJob(1, { from: 1, to: 4 })], begin, at(99))).toEqual({ from: at(0), to: at(4) });
});

it('lasts until now while something is under way', () => {
  expect(spanOf([aJob(1, { from: 1 })], begin, at(9))).toEqual({ from: at(0), to: at(9) });
});

it('leaves out what was taken over from an earlier execution', () => {
  const span = spanOf(
    [aJob(1, { from: -500, to: -400, takenOver: true }), aJob(2, { from: 1, to: 2 })],
    undefined,
    at(9),
  );

  expect(span).toEqual({ from: at(1), to: at(2) });
});

it('is never empty', () => {
  const span = spanOf([], undefined, at(1));

  expect(span.to - span.from).toBeGreaterThan(0);
});

it('places a bar by shares of the span', () => {
  const span = { from: at(0), to: at(10) };

  expect(barOf(aJob(1, { from: 2, to: 7 }), span, at(10))).toMatchObject({ start: 0.2, width: closeToHalf });
  expect(barOf(aJob(1, { from: 5 }), span, at(10))).toEqual({ start: 0.5, width: 0.5 });
  expect(barOf(aJob(1), span, at(10))).toBeUndefined();
});

it('marks round distances, not more than asked for', () => {
  expect(ticks({ from: 0, to: 10_000 }, 5)).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
  expect(ticks({ from: 0, to: 3 }, 8)).toEqual([0, 1, 2, 3]);
  expect(ticks({ from: 0, to: 86_400_000 * 400 }, 8).length).toBeLessThanOrEqual(9);
});
