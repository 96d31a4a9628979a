import type { CardAt } from '../model/layout';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The card one gets to from another by an arrow key: the nearest that way, straight ahead before aside. */
export function neighbour(cards: readonly CardAt[], from: string, direction: Direction): string | null {
  const here = cards.find((card) => card.key === from);
  if (!here) return cards[0]?.key ?? null;
  let best: { key: string; cost: number } | null = null;
  for (const card of cards) {
    const [ahead, aside] = distances(here, card, direction);
    if (ahead <= 0) continue;
    const cost = ahead + aside * 2;
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
