import type { CanvasStore } from './store';

/** Gives a card the focus as soon as it is drawn; what is out of sight is only drawn after the view has moved there. */
export function focusCard(key: string) {
  let frames = 0;
  const attempt = () => {
    const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`);
    if (card) card.focus({ preventScroll: true });
    else if (++frames < 30) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

/** Gives the focus to the selected one of some cards, or to the first. */
export function focusOne(store: CanvasStore, keys: readonly string[]) {
  const key = keys.find((one) => one === store.getState().selected) ?? keys[0];
  if (key !== undefined) focusCard(key);
}
