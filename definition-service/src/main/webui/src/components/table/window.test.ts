import { windowOf } from './window';

it('draws what is in view, and some around it', () => {
  expect(windowOf(10_000, 36, 36_000, 360)).toEqual({ first: 992, end: 1_018, above: 35_712, below: 323_352 });
});

it('keeps the whole height', () => {
  for (const top of [0, 500, 100_000]) {
    const { first, end, above, below } = windowOf(1_000, 20, top, 300);
    expect(above + (end - first) * 20 + below).toBe(20_000);
  }
});

it('draws all of a short list, also when one had scrolled further in a longer one', () => {
  expect(windowOf(3, 36, 9_000, 360)).toEqual({ first: 0, end: 3, above: 0, below: 0 });
});
