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
