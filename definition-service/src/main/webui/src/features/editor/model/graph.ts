import type { FlowNode } from './document';
import { referencesOf, type Reference } from './references';

/** How the nodes of a document hang together. */
export class Graph {
  private readonly byKey: ReadonlyMap<string, FlowNode>;

  constructor(readonly nodes: readonly FlowNode[]) {
    this.byKey = new Map(nodes.map((node) => [node.key, node]));
  }

  find(key: string): FlowNode | undefined {
    return this.byKey.get(key);
  }

  /** Keys of all nodes that have run, or are running around it, whenever this one runs; nearest first. */
  upstreamOf(key: string): Set<string> {
    const upstream = new Set<string>();
    for (let at = this.find(key); at?.upstreamKey != null; at = this.find(at.upstreamKey)) {
      if (upstream.has(at.upstreamKey)) break;
      upstream.add(at.upstreamKey);
    }
    return upstream;
  }

  /** Keys of the nodes in one of whose own branches this one stands. */
  enclosing(key: string): Set<string> {
    const enclosing = new Set<string>();
    const seen = new Set<string>();
    for (let at = this.find(key); at?.upstreamKey != null; at = this.find(at.upstreamKey)) {
      if (seen.has(at.upstreamKey)) break;
      seen.add(at.upstreamKey);
      if (at.branchIndex !== null && at.branchIndex !== 'error') enclosing.add(at.upstreamKey);
    }
    return enclosing;
  }

  /** Whether what the node names will be there when it runs. */
  satisfies(node: FlowNode, reference: Reference): boolean {
    if (reference.kind === 'target') return this.byKey.has(reference.key);
    if (reference.kind === 'scope') return reference.key === node.key || this.enclosing(node.key).has(reference.key);
    return this.upstreamOf(node.key).has(reference.key);
  }
}

export interface BrokenReference extends Reference {
  /** The node that reads. */
  nodeKey: string;
}

/** What would be there before a change, and would no longer be after it. */
export function brokenBy(before: readonly FlowNode[], after: readonly FlowNode[]): BrokenReference[] {
  const was = new Graph(before);
  const is = new Graph(after);
  return after.flatMap((node) => {
    const old = was.find(node.key);
    if (!old) return [];
    return referencesOf(node)
      .filter((reference) => was.satisfies(old, reference) && !is.satisfies(node, reference))
      .map((reference) => ({ ...reference, nodeKey: node.key }));
  });
}
