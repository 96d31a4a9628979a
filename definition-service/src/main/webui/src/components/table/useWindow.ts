import { useCallback, useEffect, useRef, useState, type UIEvent } from 'react';
import { windowOf, type RowWindow } from './window';

/** The rows to draw of a list in a scrolling box, all of one height. The box is taken as 600 px high until it is measured. */
export function useWindow(count: number, rowHeight: number) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (element.clientHeight > 0) setView((old) => ({ ...old, height: element.clientHeight }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onScroll = useCallback((event: UIEvent<HTMLElement>) => {
    const top = event.currentTarget.scrollTop;
    setView((old) => (old.top === top ? old : { ...old, top }));
  }, []);

  const scrollTo = useCallback(
    (index: number) => {
      const element = box.current;
      if (!element) return;
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + element.clientHeight - rowHeight) {
        element.scrollTop = top + 2 * rowHeight - element.clientHeight;
      }
    },
    [rowHeight],
  );

  const rows: RowWindow = windowOf(count, rowHeight, view.top, view.height);
  return { box, rows, onScroll, scrollTo };
}
