import type { BranchIndex, FlowNode, Place } from './document';

/** A node with what hangs on it. Blocks nest as the drawing does, so every edit of the tree leaves a well-formed document. */
export interface Item {
  node: FlowNode;
  branches: Branch[];
}

export interface Branch {
  index: BranchIndex;
  items: Item[];
}

export interface Tree {
  root: Item[];
  /** Nodes that hang on nothing, or stand where another stands already: kept as they are until someone mends the document. */
  strays: FlowNode[];
}

export function placeId({ upstreamKey, branchIndex }: Place): string {
  return branchIndex === null ? `${upstreamKey ?? ''}>` : `${upstreamKey ?? ''}#${branchIndex}`;
}

/** Own branches by number, the error branch last. */
export function byBranch(a: BranchIndex, b: BranchIndex): number {
  if (a === b) return 0;
  if (a === 'error') return 1;
  return b === 'error' ? -1 : a - b;
}

/** Never fails: whatever cannot be placed becomes a stray. */
export function toTree(nodes: readonly FlowNode[]): Tree {
  const heads = new Map<string, FlowNode[]>();
  const occupied = new Set<string>();
  const keys = new Set<string>();
  for (const node of nodes) {
    const id = placeId(node);
    if (occupied.has(id) || keys.has(node.key)) continue;
    occupied.add(id);
    keys.add(node.key);
    const upstream = node.upstreamKey ?? '';
    heads.set(upstream, [...(heads.get(upstream) ?? []), node]);
  }
  const placed = new Set<FlowNode>();

  function follow(first: FlowNode | undefined): Item[] {
    const items: Item[] = [];
    for (let at = first; at && !placed.has(at);) {
      placed.add(at);
      const below: FlowNode[] = heads.get(at.key) ?? [];
      const branches = below
        .filter((node) => node.branchIndex !== null)
        .sort((a, b) => byBranch(a.branchIndex ?? 0, b.branchIndex ?? 0))
        .map((head) => ({ index: head.branchIndex ?? 0, items: follow(head) }));
      items.push({ node: at, branches });
      at = below.find((node) => node.branchIndex === null);
    }
    return items;
  }

  const root = follow((heads.get('') ?? []).find((node) => node.branchIndex === null));
  return { root, strays: nodes.filter((node) => !placed.has(node)) };
}

/** The nodes in reading order. Nodes whose place did not change stay the same objects. */
export function toNodes({ root, strays }: Tree): FlowNode[] {
  const nodes: FlowNode[] = [];

  function write(items: readonly Item[], place: Place) {
    let at = place;
    for (const { node, branches } of items) {
      const same = node.upstreamKey === at.upstreamKey && node.branchIndex === at.branchIndex;
      nodes.push(same ? node : { ...node, ...at });
      for (const branch of branches) write(branch.items, { upstreamKey: node.key, branchIndex: branch.index });
      at = { upstreamKey: node.key, branchIndex: null };
    }
  }

  write(root, { upstreamKey: null, branchIndex: null });
  return [...nodes, ...strays];
}

/** Calls for every item, outer ones first. */
export function walk(items: readonly Item[], visit: (item: Item) => void) {
  for (const item of items) {
    visit(item);
    for (const branch of item.branches) walk(branch.items, visit);
  }
}

/** Keys of all nodes in the items, their branches included. */
export function keysOf(items: readonly Item[]): Set<string> {
  const keys = new Set<string>();
  walk(items, ({ node }) => keys.add(node.key));
  return keys;
}

/** The list that an item stands in; empty where there is none of that key. */
export function listOf(items: readonly Item[], key: string): readonly Item[] {
  if (items.some((item) => item.node.key === key)) return items;
  for (const item of items) {
    for (const branch of item.branches) {
      const found = listOf(branch.items, key);
      if (found.length > 0) return found;
    }
  }
  return [];
}

export function findItem(items: readonly Item[], key: string): Item | undefined {
  return listOf(items, key).find((item) => item.node.key === key);
}

/** Every list of the tree passed through a function; branches that become empty vanish, as documents cannot hold them. */
function mapLists(items: readonly Item[], change: (list: Item[]) => Item[]): Item[] {
  return change(
    items.map((item) => {
      if (item.branches.length === 0) return item;
      const branches = item.branches
        .map((branch) => ({ ...branch, items: mapLists(branch.items, change) }))
        .filter((branch) => branch.items.length > 0);
      return { ...item, branches };
    }),
  );
}

/** The tree with the item of this key replaced by others: none to remove it. */
export function replaceItem(items: readonly Item[], key: string, by: (item: Item) => Item[]): Item[] {
  return mapLists(items, (list) => {
    const at = list.findIndex((item) => item.node.key === key);
    const found = list[at];
    return found ? [...list.slice(0, at), ...by(found), ...list.slice(at + 1)] : list;
  });
}

/** The tree with items put in at a place; what stood there follows behind them. A place that is not there changes nothing. */
export function putAt(items: readonly Item[], place: Place, added: readonly Item[]): Item[] {
  const { upstreamKey, branchIndex } = place;
  if (upstreamKey === null) return [...added, ...items];
  if (branchIndex === null) return replaceItem(items, upstreamKey, (item) => [item, ...added]);
  return replaceItem(items, upstreamKey, (item) => [
    {
      ...item,
      branches: item.branches.some((branch) => branch.index === branchIndex)
        ? item.branches.map((b) => (b.index === branchIndex ? { ...b, items: [...added, ...b.items] } : b))
        : [...item.branches, { index: branchIndex, items: [...added] }].sort((a, b) => byBranch(a.index, b.index)),
    },
  ]);
}
