import type { Node } from '@xyflow/react';
import type { Descriptors } from '../model/descriptors';
import { TRIGGER, type FlowDocument, type FlowNode, type Place } from '../model/document';
import { CARD, SLOT, slotId, TITLE, titleId, type CardAt, type Layout } from '../model/layout';

/** Data are plain texts and numbers, so that equal ones are seen to be equal and nothing is redrawn for them. */
export type CardData = {
  key: string;
  title: string;
  type: string;
  icon: string;
  group: string;
  hidden: number;
  hasBranches: boolean;
};
export type SlotData = {
  upstreamKey: string | null;
  branchIndex: Place['branchIndex'];
  /** Title of the node above. */
  label: string;
  /** Title of the branch, when it is the head of one. */
  branch: string;
};
export type TitleData = { title: string; error: boolean };
export type EndData = { stop: boolean };
export type AddData = { owner: string; index: number };

export type CardNodeType = Node<CardData, 'card'>;
export type SlotNodeType = Node<SlotData, 'slot'>;
export type TitleNodeType = Node<TitleData, 'title'>;
export type EndNodeType = Node<EndData, 'end'>;
export type AddNodeType = Node<AddData, 'add'>;
export type CanvasNode = CardNodeType | SlotNodeType | TitleNodeType | EndNodeType | AddNodeType;

export const END = { width: 64, height: 24 };
/** The canvas lets the pointer through nodes that it can neither drag nor select; these are operated all the same. */
const FIXED = {
  ...{ draggable: false, selectable: false, connectable: false, deletable: false, focusable: false },
  style: { pointerEvents: 'all' },
} as const;

/** What the canvas draws, in reading order: that is also the order in which the keyboard passes through. */
export function flowNodes(layout: Layout, document: FlowDocument, { nodes, triggers }: Descriptors): CanvasNode[] {
  const byKey = new Map(document.nodes.map((node) => [node.key, node]));
  const cards = layout.cards.map((card) => cardOf(card, document, byKey.get(card.key), { nodes, triggers }));
  const branches = new Map(layout.titles.map(({ owner, branch }) => [titleId(owner, branch.index), branch.title]));
  const slots = layout.slots.map((slot): CanvasNode => {
    const { place, x, y } = slot;
    const upstream = place.upstreamKey === null ? '' : byKey.get(place.upstreamKey)?.title || place.upstreamKey;
    const branch =
      place.upstreamKey === null || place.branchIndex === null
        ? ''
        : (branches.get(titleId(place.upstreamKey, place.branchIndex)) ?? String(place.branchIndex));
    return {
      ...{ id: slotId(slot), type: 'slot', position: { x: x - SLOT / 2, y }, width: SLOT, height: SLOT, ...FIXED },
      data: { ...place, label: upstream, branch },
    };
  });
  const titles = layout.titles.map(({ owner, branch, x, y }): CanvasNode => ({
    ...{ id: titleId(owner, branch.index), type: 'title', position: { x: x - TITLE.width / 2, y }, ...TITLE, ...FIXED },
    data: { title: branch.title, error: branch.index === 'error' },
  }));
  const ends = layout.ends.map(({ x, y, stop }): CanvasNode => ({
    ...{ id: `end:${x}:${y}`, type: 'end', position: { x: x - END.width / 2, y }, ...END, ...FIXED },
    data: { stop },
  }));
  const adds = layout.adds.map(({ owner, index, x, y }): CanvasNode => ({
    ...{ id: `add:${owner}`, type: 'add', position: { x: x - SLOT / 2, y }, width: SLOT, height: SLOT, ...FIXED },
    data: { owner, index },
  }));
  return [...cards, ...slots, ...titles, ...ends, ...adds].sort(
    (a, b) => a.position.y - b.position.y || a.position.x - b.position.x,
  );
}

function cardOf(
  card: CardAt,
  document: FlowDocument,
  node: FlowNode | undefined,
  { nodes, triggers }: Descriptors,
): CanvasNode {
  const { key, x, y, hidden, hasBranches } = card;
  const common = { id: key, type: 'card' as const, position: { x: x - CARD.width / 2, y }, ...CARD, ...FIXED };
  if (key === TRIGGER) {
    const type = triggers.get(document.type);
    const title = type?.title ?? document.type;
    return {
      ...common,
      data: { key, title, type: title, icon: type?.icon ?? '', group: 'trigger', hidden, hasBranches },
    };
  }
  const name = node?.type ?? '';
  const { title = name, icon = '', group = 'unknown' } = nodes.get(name) ?? {};
  return { ...common, data: { key, title: node?.title || key, type: title, icon, group, hidden, hasBranches } };
}

/** The new list with the old objects wherever nothing differs: the canvas compares objects to see what to redraw. */
export function keepEqual(before: ReadonlyMap<string, CanvasNode>, after: readonly CanvasNode[]): CanvasNode[] {
  return after.map((node) => {
    const old = before.get(node.id);
    return old && isEqual(old, node) ? old : node;
  });
}

function isEqual(a: CanvasNode, b: CanvasNode): boolean {
  if (a.type !== b.type || a.position.x !== b.position.x || a.position.y !== b.position.y) return false;
  const x = a.data as Record<string, unknown>;
  const y = b.data as Record<string, unknown>;
  return Object.keys(y).every((name) => x[name] === y[name]);
}
