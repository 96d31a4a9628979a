import { endsList, nextBranch, shownBranches, type ShownBranch } from './branches';
import type { Descriptors } from './descriptors';
import { TRIGGER, type BranchIndex, type FlowNode, type Place } from './document';
import { placeId, toTree, walk, type Item } from './tree';

/** Sizes in px of the canvas at zoom 1. */
export const CARD = { width: 248, height: 60 };
export const SLOT = 26;
export const TITLE = { width: 132, height: 24 };
const GAP = 52;
const FAN = 26;
const BETWEEN = 36;
const CHIP = 22;

interface At {
  /** Middle of the thing. */
  x: number;
  /** Its upper edge. */
  y: number;
}

export interface CardAt extends At {
  key: string;
  /** How many nodes are hidden in it, when it is collapsed. */
  hidden: number;
  hasBranches: boolean;
}

/** Where a node may be put in: a plus button, and a target while moving. */
export interface SlotAt extends At {
  place: Place;
}

export interface TitleAt extends At {
  owner: string;
  branch: ShownBranch;
}

/** Where a further branch may be drawn. */
export interface AddBranchAt extends At {
  owner: string;
  index: number;
}

/** A line of the drawing; `to` is the node that it leads to, when it leads to one. */
export interface Line {
  points: [number, number][];
  error: boolean;
  to: string | null;
}

export interface Layout {
  cards: CardAt[];
  slots: SlotAt[];
  titles: TitleAt[];
  adds: AddBranchAt[];
  /** Where lists end for good: behind nodes that end the workflow, and at the end of the main list. */
  ends: (At & { stop: boolean })[];
  lines: Line[];
  width: number;
  height: number;
}

interface Options {
  descriptors: Descriptors;
  collapsed: ReadonlySet<string>;
  errorTitle: string;
}

/** Room that a list or a node with its branches takes: to the left and right of its line, and down. */
interface Room {
  left: number;
  right: number;
  height: number;
}

interface BranchBox {
  branch: ShownBranch;
  items: ItemBox[];
  room: Room;
}

interface ItemBox {
  item: Item;
  room: Room;
  branches: BranchBox[];
  hidden: number;
  ends: boolean;
  add: number | null;
  /** Where each branch's line runs, from the item's own line. */
  offsets: number[];
  hasBranches: boolean;
}

/** The whole drawing: blocks of branches side by side, their ends joined. The trigger's card is at the top, its line at x = 0. */
export function layOut(nodes: readonly FlowNode[], options: Options): Layout {
  const boxes = measureList(toTree(nodes).root, options);
  const layout: Layout = { cards: [], slots: [], titles: [], adds: [], ends: [], lines: [], width: 0, height: 0 };
  layout.cards.push({ key: TRIGGER, x: 0, y: 0, hidden: 0, hasBranches: false });
  const drawing = new Drawing(layout);
  const bottom = drawing.list(boxes, 0, CARD.height, { upstreamKey: null, branchIndex: null }, false);
  if (bottom.open) layout.ends.push({ x: 0, y: bottom.y, stop: false });
  const room = roomOf(boxes);
  layout.width = room.left + room.right;
  layout.height = bottom.y + SLOT;
  return layout;
}

function measureList(items: readonly Item[], options: Options): ItemBox[] {
  return items.map((item) => measure(item, options));
}

function measure(item: Item, options: Options): ItemBox {
  const type = options.descriptors.nodes.get(item.node.type);
  const occupied = item.branches.map((branch) => branch.index);
  const shown = shownBranches(item.node, occupied, type, options.errorTitle);
  const isCollapsed = options.collapsed.has(item.node.key) && item.branches.length > 0;
  const branches = isCollapsed ? [] : shown.map((branch) => measureBranch(item, branch, options));
  const { offsets, left, right } = sideBySide(branches);
  const fan = branches.length > 0 ? FAN + Math.max(...branches.map(({ room }) => room.height)) + FAN : 0;
  let hidden = 0;
  if (isCollapsed) item.branches.forEach((branch) => walk(branch.items, () => hidden++));
  return {
    ...{ item, branches, offsets, hidden },
    hasBranches: shown.length > 0,
    ends: endsList(type),
    add: isCollapsed ? null : nextBranch(occupied, type),
    room: {
      left: Math.max(CARD.width / 2, left),
      right: Math.max(CARD.width / 2, right),
      height: CARD.height + (isCollapsed ? CHIP : 0) + fan,
    },
  };
}

function measureBranch(item: Item, branch: ShownBranch, options: Options): BranchBox {
  const items = measureList(item.branches.find(({ index }) => index === branch.index)?.items ?? [], options);
  const room = roomOf(items);
  return {
    branch,
    items,
    room: {
      left: Math.max(room.left, TITLE.width / 2),
      right: Math.max(room.right, TITLE.width / 2),
      height: TITLE.height + room.height,
    },
  };
}

function roomOf(items: readonly ItemBox[]): Room {
  return {
    left: Math.max(0, ...items.map(({ room }) => room.left)),
    right: Math.max(0, ...items.map(({ room }) => room.right)),
    height: items.reduce((sum, { room }) => sum + room.height + GAP, GAP),
  };
}

/** Own branches around the line, the error branch to the right of them, so that the way without failure stays straight. */
function sideBySide(branches: readonly BranchBox[]) {
  const own = branches.filter(({ branch }) => branch.index !== 'error');
  const total = own.reduce((sum, { room }) => sum + room.left + room.right + BETWEEN, own.length > 0 ? -BETWEEN : 0);
  let x = -total / 2;
  const offsets = own.map(({ room }) => {
    const line = x + room.left;
    x += room.left + room.right + BETWEEN;
    return line;
  });
  let right = total / 2;
  const error = branches.find(({ branch }) => branch.index === 'error');
  if (error) {
    // A node without branches of its own has its way on at 0.
    const line = Math.max(right, own.length === 0 ? TITLE.width / 2 : 0) + BETWEEN + error.room.left;
    offsets.push(line);
    right = line + error.room.right;
  }
  return { offsets, left: total / 2, right };
}

interface Bottom {
  y: number;
  /** Whether the list goes on behind its last node. */
  open: boolean;
}

class Drawing {
  constructor(private readonly out: Layout) {}

  /** Draws a list from a point down; returns where it ends. */
  list(boxes: readonly ItemBox[], x: number, top: number, head: Place, error: boolean): Bottom {
    let y = top;
    let place = head;
    for (const box of boxes) {
      const { key } = box.item.node;
      this.slot(place, x, y);
      this.line(
        [
          [x, y],
          [x, y + GAP],
        ],
        error && place === head,
        key,
      );
      y = this.item(box, x, y + GAP);
      place = { upstreamKey: key, branchIndex: null };
    }
    if (boxes.at(-1)?.ends) {
      this.out.ends.push({ x, y: y + 8, stop: true });
      this.line(
        [
          [x, y],
          [x, y + 8],
        ],
        false,
        null,
      );
      return { y: y + GAP, open: false };
    }
    this.slot(place, x, y);
    this.line(
      [
        [x, y],
        [x, y + GAP],
      ],
      error && boxes.length === 0,
      null,
    );
    return { y: y + GAP, open: true };
  }

  private item(box: ItemBox, x: number, top: number): number {
    const { key } = box.item.node;
    const bottom = top + box.room.height;
    this.out.cards.push({ key, x, y: top, hidden: box.hidden, hasBranches: box.hasBranches });
    if (box.branches.length === 0) {
      if (box.add !== null)
        this.out.adds.push({ owner: key, index: box.add, x: x + CARD.width / 2, y: top + CARD.height - 12 });
      if (box.hidden > 0)
        this.line(
          [
            [x, top + CARD.height],
            [x, bottom],
          ],
          false,
          null,
        );
      return bottom;
    }
    const fan = top + CARD.height + FAN / 2;
    const join = bottom - FAN / 2;
    box.branches.forEach((branch, i) =>
      this.branch(branch, key, x, x + (box.offsets[i] ?? 0), { top, fan, join, bottom }),
    );
    if (box.branches.every(({ branch }) => branch.index === 'error')) {
      this.line(
        [
          [x, top + CARD.height],
          [x, bottom],
        ],
        false,
        null,
      );
    }
    if (box.add !== null) this.out.adds.push({ owner: key, index: box.add, x, y: fan - SLOT / 2 });
    return bottom;
  }

  private branch(
    box: BranchBox,
    owner: string,
    x: number,
    line: number,
    y: { top: number; fan: number; join: number; bottom: number },
  ) {
    const error = box.branch.index === 'error';
    const start = y.top + CARD.height + FAN;
    this.out.titles.push({ owner, branch: box.branch, x: line, y: start });
    this.line(
      error
        ? [
            [x + CARD.width / 2, y.top + CARD.height / 2],
            [line, y.top + CARD.height / 2],
            [line, start],
          ]
        : [
            [x, y.top + CARD.height],
            [x, y.fan],
            [line, y.fan],
            [line, start],
          ],
      error,
      box.items[0]?.item.node.key ?? null,
    );
    const end = this.list(
      box.items,
      line,
      start + TITLE.height,
      { upstreamKey: owner, branchIndex: box.branch.index },
      error,
    );
    if (end.open)
      this.line(
        [
          [line, end.y],
          [line, y.join],
          [x, y.join],
          [x, y.bottom],
        ],
        false,
        null,
      );
  }

  private slot(place: Place, x: number, y: number) {
    this.out.slots.push({ place, x, y: y + (GAP - SLOT) / 2 });
  }

  private line(points: [number, number][], error: boolean, to: string | null) {
    this.out.lines.push({ points, error, to });
  }
}

export function slotId({ place }: SlotAt): string {
  return `slot:${placeId(place)}`;
}

export function titleId(owner: string, index: BranchIndex): string {
  return `title:${owner}#${index}`;
}

const CORNER = 8;

/** A line with rounded corners, as SVG draws it. */
export function pathOf(points: readonly [number, number][]): string {
  const kept = points.filter(([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]);
  const parts = kept.map(([x, y], i) => {
    const before = kept[i - 1];
    const after = kept[i + 1];
    if (!before || !after) return `${i === 0 ? 'M' : 'L'}${x} ${y}`;
    const [ax, ay] = towards([x, y], before);
    const [bx, by] = towards([x, y], after);
    return `L${ax} ${ay}Q${x} ${y} ${bx} ${by}`;
  });
  return parts.join('');
}

/** The point a corner's radius away, or half way when the way is short. */
function towards([x, y]: [number, number], [tx, ty]: [number, number]): [number, number] {
  const length = Math.hypot(tx - x, ty - y);
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return [x + (tx - x) * part, y + (ty - y) * part];
}
