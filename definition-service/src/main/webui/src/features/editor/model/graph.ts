import { joins } from './branches';
import type { Descriptors } from './descriptors';
import type { FlowNode } from './document';
import type { Reference } from './references';

/** How the nodes of a document hang together. */
export class Graph {
  private readonly byKey: ReadonlyMap<string, FlowNode>;

  constructor(
    readonly nodes: readonly FlowNode[],
    private readonly descriptors: Descriptors,
  ) {
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
      if (at.branchIndex === null) this.addJoined(at.upstreamKey, upstream);
    }
    return upstream;
  }

  /** Behind a node that joins its branches, all that stands on them has run. */
  private addJoined(key: string, upstream: Set<string>) {
    const node = this.find(key);
    if (!node || !joins(node, this.descriptors.nodes.get(node.type))) return;
    const heads = this.nodes.filter((head) => head.upstreamKey === key && typeof head.branchIndex === 'number');
    for (const head of heads) this.addList(head, upstream);
  }

  private addList(head: FlowNode, upstream: Set<string>) {
    for (let at: FlowNode | undefined = head; at && !upstream.has(at.key); at = this.behind(at.key)) {
      upstream.add(at.key);
      this.addJoined(at.key, upstream);
    }
  }

  private behind(key: string): FlowNode | undefined {
    return this.nodes.find((node) => node.upstreamKey === key && node.branchIndex === null);
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
