import { duration, relative } from './time';

it('says how long, in the two greatest units', () => {
  expect([0, 340, 1_250, 200_000, 7_500_000, 90_000_000].map((ms) => duration(ms, 'en'))).toEqual([
    '0 ms',
    '340 ms',
    '1.25 sec',
    '3 min 20 sec',
    '2 hr 5 min',
    '1 day 1 hr',
  ]);
  expect(duration(60_000, 'en')).toBe('1 min');
  expect(duration(200_000, 'zh-CN')).toBe('3分钟 20秒');
});

it('says how far away', () => {
  expect(relative(0, 180_000, 'en')).toBe('3 minutes ago');
  expect(relative(7_200_000, 0, 'en')).toBe('in 2 hours');
  expect(relative(0, 200, 'en')).toBe('now');
});
