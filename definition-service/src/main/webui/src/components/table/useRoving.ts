import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';

const PAGE = 10;

/**
 * The keyboard among the rows of a long list: one row takes the focus, arrows, Page Up and Down, Home and End move it, also to rows that are
 * not drawn yet.
 *
 * @param scrollTo brings a row into view, so that it is drawn
 */
export function useRoving(count: number, scrollTo: (index: number) => void) {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const moved = useRef(false);
  const row = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (!moved.current || !row.current) return;
    moved.current = false;
    row.current.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const steps: Record<string, number> = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        PageDown: active + PAGE,
        PageUp: active - PAGE,
        Home: 0,
        End: count - 1,
      };
      const step = steps[event.key];
      if (step === undefined || count === 0) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(count - 1, step));
      moved.current = true;
      scrollTo(next);
      setActive(next);
    },
    [active, count, scrollTo],
  );

  return {
    onKeyDown,
    /** What the row of that index must have. */
    rowProps: (index: number) => ({
      tabIndex: index === active ? 0 : -1,
      onFocus: () => setActive(index),
      ref: (element: HTMLElement | null) => {
        if (index === active && element) row.current = element;
      },
    }),
  };
}
