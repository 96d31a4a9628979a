import type { FlowNode } from './document';
import { keysOf, listOf, toTree, type Item } from './tree';

/**
 * The keys of the nodes from one to another, both meant, as they follow each other: a run stands in one list, so where the two are in
 * different branches it is of the nodes that hold them. Empty where one of them is not there.
 */
export function runBetween(nodes: readonly FlowNode[], one: string, other: string): string[] {
  return (between(toTree(nodes).root, one, other) ?? []).map(({ node }) => node.key);
}

function between(list: readonly Item[], one: string, other: string): readonly Item[] | null {
  const holding = (key: string) => list.findIndex((item) => keysOf([item]).has(key));
  const [a, b] = [holding(one), holding(other)];
  const held = list[a];
  if (!held || b < 0) return null;
  if (a !== b) return list.slice(Math.min(a, b), Math.max(a, b) + 1);
  for (const branch of held.branches) {
    const within = between(branch.items, one, other);
    if (within) return within;
  }
  return [held];
}

/** The node before or behind another in its list. */
export function beside(nodes: readonly FlowNode[], key: string, step: 1 | -1): string | null {
  const list = listOf(toTree(nodes).root, key);
  const at = list.findIndex(({ node }) => node.key === key);
  return at < 0 ? null : (list[at + step]?.node.key ?? null);
}
