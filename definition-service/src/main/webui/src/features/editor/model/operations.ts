import type { Descriptors, NodeType } from './descriptors';
import type { BranchIndex, FlowNode, JsonObject, Place } from './document';
import { Graph, type BrokenReference } from './graph';
import { newKey, takenKeys } from './keys';
import { referencesOf } from './references';
import { byBranch, findItem, keysOf, listOf, placeId, putAt, replaceItem, toNodes, toTree, type Item } from './tree';

/** What an operation made, and which node it is about. */
export interface Outcome {
  nodes: FlowNode[];
  key: string;
}

/** A node that stands in an error branch is there to be run: its upstream node has to go there. */
function withErrorBranch(nodes: FlowNode[], place: Place): FlowNode[] {
  if (place.branchIndex !== 'error') return nodes;
  return nodes.map((node) => (node.key === place.upstreamKey ? { ...node, onFailure: 'branch' as const } : node));
}

function defaults(type: NodeType): JsonObject {
  const config: JsonObject = {};
  for (const [name, field] of Object.entries(type.configSchema.properties ?? {})) {
    if (field.default !== undefined) config[name] = field.default;
  }
  return config;
}

/**
 * @param takeIn the branch of the new node that takes in what stood behind the place; null to leave it behind the node
 */
export function insertNode(
  nodes: readonly FlowNode[],
  place: Place,
  type: NodeType,
  takeIn: BranchIndex | null = null,
): Outcome {
  const tree = toTree(nodes);
  const key = newKey(type.type, takenKeys(nodes));
  const node: FlowNode = { key, type: type.type, title: type.title, config: defaults(type), ...place };
  let root = putAt(tree.root, place, [{ node, branches: [] }]);
  if (takeIn !== null) {
    const following = followers(root, key);
    following.forEach((item) => (root = replaceItem(root, item.node.key, () => [])));
    root = putAt(root, { upstreamKey: key, branchIndex: takeIn }, following);
  }
  return { nodes: withErrorBranch(toNodes({ ...tree, root }), place), key };
}

/** The items behind one, in its list. */
export function followers(root: readonly Item[], key: string): Item[] {
  const list = listOf(root, key);
  return list.slice(list.findIndex((item) => item.node.key === key) + 1);
}

/** Removes nodes. The nodes of the branch to keep take the place of each; the other branches go with it. */
export function removeNodes(
  nodes: readonly FlowNode[],
  keys: readonly string[],
  keep: BranchIndex | null = null,
): FlowNode[] {
  const tree = toTree(nodes);
  const kept = (item: Item) => item.branches.find(({ index }) => index === keep)?.items ?? [];
  const root = keys.reduce((items, key) => replaceItem(items, key, kept), tree.root);
  return toNodes({ root, strays: tree.strays.filter((stray) => !keys.includes(stray.key)) });
}

/** Moves a run of nodes with their branches; what stood behind closes up. Null where they cannot stand: within themselves. */
export function moveNodes(nodes: readonly FlowNode[], keys: readonly string[], to: Place): FlowNode[] | null {
  const tree = toTree(nodes);
  const items = itemsOf(tree.root, keys);
  if (items.length === 0 || (to.upstreamKey !== null && keysOf(items).has(to.upstreamKey))) return null;
  const without = keys.reduce((rest, key) => replaceItem(rest, key, () => []), tree.root);
  return withErrorBranch(toNodes({ ...tree, root: putAt(without, to, items) }), to);
}

function itemsOf(root: readonly Item[], keys: readonly string[]): Item[] {
  return keys.map((key) => findItem(root, key)).filter((item) => item !== undefined);
}

export interface MoveTarget {
  place: Place;
  /** Variables that would no longer have a value; none for a safe target. */
  broken: BrokenReference[];
}

/**
 * Every place that a run of nodes may move to, by place id, with what would break there. Only references into and out of what moves can
 * break: lists close up behind it, so all others stay as they are.
 */
export function moveTargets(
  nodes: readonly FlowNode[],
  keys: readonly string[],
  places: readonly Place[],
  descriptors: Descriptors,
): Map<string, MoveTarget> {
  const targets = new Map<string, MoveTarget>();
  const items = itemsOf(toTree(nodes).root, keys);
  const own = items[0]?.node;
  if (!own) return targets;
  const inside = keysOf(items);
  const before = new Graph(nodes, descriptors);
  const outward = crossing(before, nodes, (from, to) => inside.has(from) && !inside.has(to));
  const inward = crossing(before, nodes, (from, to) => !inside.has(from) && inside.has(to));
  for (const place of places) {
    if (place.upstreamKey !== null && inside.has(place.upstreamKey)) continue;
    if (placeId(own) === placeId(place)) continue;
    const moved = outward.length + inward.length > 0 ? moveNodes(nodes, keys, place) : null;
    const broken = moved ? stillBroken(moved, [...outward, ...inward], descriptors) : [];
    targets.set(placeId(place), { place, broken });
  }
  return targets;
}

function crossing(graph: Graph, nodes: readonly FlowNode[], isMeant: (from: string, to: string) => boolean) {
  return nodes.flatMap((node) =>
    referencesOf(node)
      .filter((reference) => isMeant(node.key, reference.key) && graph.satisfies(node, reference))
      .map((reference) => ({ ...reference, nodeKey: node.key })),
  );
}

function stillBroken(
  nodes: readonly FlowNode[],
  references: BrokenReference[],
  descriptors: Descriptors,
): BrokenReference[] {
  const graph = new Graph(nodes, descriptors);
  return references.filter((reference) => {
    const node = graph.find(reference.nodeKey);
    return node !== undefined && !graph.satisfies(node, reference);
  });
}

/** What names one of these nodes from outside. */
export function referencesTo(nodes: readonly FlowNode[], keys: ReadonlySet<string>): BrokenReference[] {
  return nodes
    .filter((node) => !keys.has(node.key))
    .flatMap((node) => referencesOf(node).map((reference) => ({ ...reference, nodeKey: node.key })))
    .filter((reference) => keys.has(reference.key));
}

export function changeNode(nodes: readonly FlowNode[], key: string, change: Partial<FlowNode>): FlowNode[] {
  return nodes.map((node) => (node.key === key ? { ...node, ...change } : node));
}

/** The branches of a node that have nodes in them. */
export function occupiedBranches(nodes: readonly FlowNode[], key: string): BranchIndex[] {
  return nodes
    .filter((node) => node.upstreamKey === key && node.branchIndex !== null)
    .map((node) => node.branchIndex ?? 0)
    .sort(byBranch);
}
