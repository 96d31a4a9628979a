import type { FlowNode, Place } from './document';
import { newKey, takenKeys } from './keys';
import { followers, type Outcome } from './operations';
import { renameReferences } from './references';
import { findItem, putAt, toNodes, toTree, walk, type Item } from './tree';

/** What copied nodes are as text; other workflows, and other systems, take it too. */
const KIND = 'millrace.nodes';

/** Nodes as text: a run with its branches, or with all that follows it as well. */
export function copyNodes(nodes: readonly FlowNode[], keys: readonly string[], withFollowers = false): string | null {
  const { root } = toTree(nodes);
  const run = keys.map((key) => findItem(root, key)).filter((item) => item !== undefined);
  const last = run.at(-1);
  if (!last) return null;
  const items = withFollowers ? [...run, ...followers(root, last.node.key)] : run;
  return JSON.stringify({ kind: KIND, nodes: toNodes({ root: items, strays: [] }) }, null, 2);
}

/** The nodes in a text, or null when it is something else. */
export function readNodes(text: string): FlowNode[] | null {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof found !== 'object' || found === null || !('nodes' in found) || !Array.isArray(found.nodes)) return null;
  const nodes: unknown[] = found.nodes;
  return nodes.length > 0 && nodes.every(isNode) ? nodes.map(complete) : null;
}

function isNode(value: unknown): value is FlowNode {
  if (typeof value !== 'object' || value === null) return false;
  const node = value as Record<string, unknown>;
  return typeof node['key'] === 'string' && typeof node['type'] === 'string';
}

function complete(node: FlowNode): FlowNode {
  const { title = '', config = {}, upstreamKey = null, branchIndex = null } = node as Partial<FlowNode>;
  return { ...node, title, config: config ?? {}, upstreamKey, branchIndex };
}

/** Puts copied nodes at a place, with new keys where theirs are taken. References among them follow; others stay as they are. */
export function pasteNodes(nodes: readonly FlowNode[], place: Place, copied: readonly FlowNode[]): Outcome | null {
  const pasted = toTree(copied).root;
  const first = pasted[0];
  if (!first) return null;
  const names = newNames(pasted, takenKeys(nodes));
  const tree = toTree(nodes);
  const root = putAt(tree.root, place, renamed(pasted, names));
  const written = toNodes({ ...tree, root }).map((node) =>
    place.branchIndex === 'error' && node.key === place.upstreamKey ? { ...node, onFailure: 'branch' as const } : node,
  );
  return { nodes: written, key: names.get(first.node.key) ?? first.node.key };
}

function newNames(items: readonly Item[], taken: Set<string>): Map<string, string> {
  const names = new Map<string, string>();
  walk(items, ({ node }) => {
    const name = newKey(node.key, taken);
    taken.add(name);
    names.set(node.key, name);
  });
  return names;
}

function renamed(items: readonly Item[], names: ReadonlyMap<string, string>): Item[] {
  return items.map(({ node, branches }) => ({
    node: { ...renameReferences(node, names), key: names.get(node.key) ?? node.key },
    branches: branches.map((branch) => ({ ...branch, items: renamed(branch.items, names) })),
  }));
}
