import { useMemo, type MouseEvent } from 'react';
import { focusCard } from './focus';
import { extendTo, useCanvasStore } from './store';

/** A click opens a node; one with the shift key selects all from the selected node to this one, where one may edit. */
export function useCardPress(key: string) {
  const store = useCanvasStore();
  return useMemo(() => {
    const isExtending = (event: MouseEvent) => event.shiftKey && store.getState().commands !== null;
    return {
      onMouseDown(event: MouseEvent) {
        if (!isExtending(event)) return;
        // The browser would select the texts in between; the focus, which it would set too, follows by itself.
        event.preventDefault();
        extendTo(store, key);
        focusCard(key);
      },
      onClick(event: MouseEvent) {
        if (!isExtending(event)) store.getState().open(key);
      },
    };
  }, [store, key]);
}
