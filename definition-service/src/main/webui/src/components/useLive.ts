import { useEffect, useRef, useState } from 'react';
import { subscribe, type LiveState } from '@/api/live';

const POLL = 5_000;

interface Listener {
  onEvent?: (event: unknown) => void;
  /** What is shown may be stale: read it anew. */
  onStale: () => void;
}

/**
 * Keeps a page up to date: by events once they arrive, until then by asking every five seconds.
 *
 * @param path of the events; undefined for none (any more)
 */
export function useLive(path: string | undefined, listener: Listener): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });

  useEffect(() => {
    if (path === undefined) return undefined;
    return subscribe(
      path,
      (event) => latest.current.onEvent?.(event),
      (next) => {
        setState(next);
        // What happened before the stream was open is not told.
        if (next === 'live') latest.current.onStale();
      },
    );
  }, [path]);

  useEffect(() => {
    if (path === undefined || state === 'live') return undefined;
    const timer = setInterval(() => latest.current.onStale(), POLL);
    return () => clearInterval(timer);
  }, [path, state]);

  return state;
}
