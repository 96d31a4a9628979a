import { useCallback, useEffect, useRef } from 'react';

/** A function that runs at most once in a time: the first call at once, those that come meanwhile as one at its end. */
export function useThrottled(run: () => void, every: number): () => void {
  const latest = useRef(run);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = useRef(false);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(() => {
    const begin = () => {
      again.current = false;
      latest.current();
      timer.current = setTimeout(() => {
        timer.current = undefined;
        if (again.current) begin();
      }, every);
    };
    if (timer.current === undefined) begin();
    else again.current = true;
  }, [every]);
}
