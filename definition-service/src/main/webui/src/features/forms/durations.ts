export type Unit = 'ms' | 's' | 'min' | 'h' | 'd';

export const UNITS: Readonly<Record<Unit, number>> = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** The largest unit in which a time in ms is a whole number. */
export function unitOf(ms: number): Unit {
  const units = Object.entries(UNITS) as [Unit, number][];
  return ms === 0 ? 's' : (units.findLast(([, factor]) => ms % factor === 0)?.[0] ?? 'ms');
}
