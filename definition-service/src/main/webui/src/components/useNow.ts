import { useEffect, useState } from 'react';

/**
 * The time in ms, which moves on by itself.
 *
 * @param every how often in ms; 0 for never
 */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
