import { useCallback, type PointerEvent } from 'react';
import { meantBy, useCanvasStore, type CanvasStore } from './store';

/** A press that moves less than this is a click. */
const THRESHOLD = 6;

/** Moves a card by the pointer: its place among the targets counts, not where it is let go exactly. */
export function useCardDrag(key: string) {
  const store = useCanvasStore();
  const onPointerDown = useCallback(
    (down: PointerEvent<HTMLElement>) => {
      if (down.button !== 0 || down.shiftKey || (down.target as HTMLElement).closest('input')) return;
      follow(store, key, down.clientX, down.clientY);
    },
    [store, key],
  );
  return { onPointerDown };
}

function follow(store: CanvasStore, key: string, x: number, y: number) {
  const isUnderWay = () => store.getState().moving?.by === 'pointer';
  const move = (event: globalThis.PointerEvent) => {
    if (!isUnderWay()) {
      if (Math.hypot(event.clientX - x, event.clientY - y) < THRESHOLD) return;
      store.getState().startMove(meantBy(store, key), 'pointer');
    }
    const over = placeAt(event.clientX, event.clientY);
    store.setState(({ moving }) => (moving && moving.over !== over ? { moving: { ...moving, over } } : {}));
  };
  const up = (event: globalThis.PointerEvent) => {
    end();
    const { moving, drop } = store.getState();
    if (moving?.by !== 'pointer') return;
    const target = moving.targets.get(placeAt(event.clientX, event.clientY) ?? '');
    store.setState({ moving: null });
    // The browser sends a click after the release, which is not meant for the card.
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    if (target) drop(moving.keys, target);
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    end();
    store.setState({ moving: null });
  };
  const end = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('keydown', cancel);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('keydown', cancel);
}

function swallow(event: Event) {
  event.stopPropagation();
  event.preventDefault();
}

function placeAt(x: number, y: number): string | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null;
}
