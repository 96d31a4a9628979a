import type { FlowDocument, FlowNode, Json } from './document';
import { placeId } from './tree';

/** One field that differs; undefined where a side has none. */
export interface FieldChange {
  pointer: string;
  before: Json | undefined;
  after: Json | undefined;
}

export interface NodeChange {
  key: string;
  title: string;
  type: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  fields: FieldChange[];
}

export interface DocumentDiff {
  /** Of the workflow itself: title, trigger, options. */
  fields: FieldChange[];
  nodes: NodeChange[];
}

export function isSame({ fields, nodes }: DocumentDiff): boolean {
  return fields.length + nodes.length === 0;
}

const OWN = ['title', 'description', 'type', 'sync', 'config', 'options', 'categories'] as const;
const NODE = ['type', 'title', 'config', 'retry', 'timeout', 'onFailure'] as const;

export function diff(before: FlowDocument, after: FlowDocument): DocumentDiff {
  const old = new Map(before.nodes.map((node) => [node.key, node]));
  const now = new Map(after.nodes.map((node) => [node.key, node]));
  const changed = after.nodes.flatMap((node) => {
    const was = old.get(node.key);
    return was ? compared(was, node, old, now) : [about(node, 'added', [])];
  });
  const removed = before.nodes.filter((node) => !now.has(node.key)).map((node) => about(node, 'removed', []));
  return {
    fields: OWN.flatMap((name) => fieldChanges(before[name] as Json, after[name] as Json, `/${name}`)),
    nodes: [...changed, ...removed],
  };
}

type Nodes = ReadonlyMap<string, FlowNode>;

function compared(was: FlowNode, is: FlowNode, old: Nodes, now: Nodes): NodeChange[] {
  const fields = NODE.flatMap((name) =>
    fieldChanges(was[name] as Json | undefined, is[name] as Json | undefined, `/${name}`),
  );
  if (fields.length > 0) return [about(is, 'changed', fields)];
  return isMoved(was, is, old, now) ? [about(is, 'moved', [])] : [];
}

/** A node that only closed up behind a removed one, or made room for a new one, was not moved by anybody. */
function isMoved(was: FlowNode, is: FlowNode, old: Nodes, now: Nodes): boolean {
  if (placeId(was) === placeId(is)) return false;
  return anchor(was, old, now) !== anchor(is, now, old);
}

/** The nearest place before the node that both documents know. */
function anchor(node: FlowNode, own: Nodes, other: Nodes): string {
  let at = node;
  for (let steps = 0; steps <= own.size; steps++) {
    if (at.upstreamKey === null || other.has(at.upstreamKey)) return placeId(at);
    const upstream = own.get(at.upstreamKey);
    if (!upstream || at.branchIndex !== null) return placeId(at);
    at = upstream;
  }
  return placeId(node);
}

function about({ key, title, type }: FlowNode, kind: NodeChange['kind'], fields: FieldChange[]): NodeChange {
  return { key, title, type, kind, fields };
}

export function fieldChanges(before: Json | undefined, after: Json | undefined, pointer: string): FieldChange[] {
  if (before === after) return [];
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const was = before as Record<string, Json>;
    const is = after as Record<string, Json>;
    const names = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...names].flatMap((name) =>
      fieldChanges(was[name], is[name], `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  return [{ pointer, before, after }];
}

function isContainer(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null;
}
