import type { FlowNode } from '../model/document';
import { toNodes, toTree } from '../model/tree';

/** Keys of the nodes with this text in title, key, type or config, in reading order. */
export function searchNodes(nodes: readonly FlowNode[], text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return toNodes(toTree(nodes))
    .filter((node) =>
      [node.title, node.key, node.type, JSON.stringify(node.config)].some((part) =>
        part.toLowerCase().includes(wanted),
      ),
    )
    .map(({ key }) => key);
}
