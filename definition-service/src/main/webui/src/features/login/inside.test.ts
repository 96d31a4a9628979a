import { inside } from './inside';

describe('inside', () => {
  it.each([
    ['/executions?status=FAILED#x', '/executions?status=FAILED#x'],
    [undefined, '/'],
    ['https://elsewhere.example/path', '/'],
    ['//elsewhere.example/path', '/'],
    ['\\\\elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('should lead from %s to %s', (to, expected) => {
    expect(inside(to)).toBe(expected);
  });
});
