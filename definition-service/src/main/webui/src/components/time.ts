const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** "3 minutes ago", "in 2 hours"; both times in ms. */
export function relative(at: number, now: number, language: string): string {
  const distance = at - now;
  const [unit, size] = UNITS.find(([, one]) => Math.abs(distance) >= one) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance / size), unit);
}

function unit(value: number, name: string, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

/** A length of time in its two greatest units: "340 ms", "1.25 sec", "3 min 20 sec", "2 hr 5 min". */
export function duration(ms: number, language: string): string {
  if (ms < 1_000) return unit(Math.max(0, Math.round(ms)), 'millisecond', language);
  if (ms < 60_000) return unit(ms / 1_000, 'second', language, 2);
  const parts: [number, string][] = [
    [Math.floor(ms / 86_400_000), 'day'],
    [Math.floor(ms / 3_600_000) % 24, 'hour'],
    [Math.floor(ms / 60_000) % 60, 'minute'],
    [Math.floor(ms / 1_000) % 60, 'second'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, name]) => unit(value, name, language))
    .join(' ');
}
