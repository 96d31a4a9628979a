import type { CardAt } from '../model/layout';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The card one gets to from another by an arrow key: the nearest that way. */
export function neighbour(cards: readonly CardAt[], from: string, direction: Direction): string | null {
  const here = cards.find((card) => card.key === from);
  if (!here) return cards[0]?.key ?? null;
  const isVertical = direction === 'ArrowUp' || direction === 'ArrowDown';
  let best: { key: string; cost: number } | null = null;
  for (const card of cards) {
    const [ahead, aside] = distances(here, card, direction);
    if (ahead <= 0) continue;
    // Rows hang together more loosely than columns: downwards leads into a branch, though it stands aside.
    const cost = ahead + aside * (isVertical ? 0.3 : 3);
    if (!best || cost < best.cost) best = { key: card.key, cost };
  }
  return best?.key ?? null;
}

function distances(from: CardAt, to: CardAt, direction: Direction): [ahead: number, aside: number] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  switch (direction) {
    case 'ArrowUp':
      return [-dy, Math.abs(dx)];
    case 'ArrowDown':
      return [dy, Math.abs(dx)];
    case 'ArrowLeft':
      return [-dx, Math.abs(dy)];
    case 'ArrowRight':
      return [dx, Math.abs(dy)];
  }
}
