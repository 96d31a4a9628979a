import type { Schemas } from '@/api/client';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** Which branch of its upstream node a node heads. */
export type BranchIndex = number | 'error';

/** Where a node stands: behind its upstream node, or at the head of one of its branches. */
export interface Place {
  upstreamKey: string | null;
  branchIndex: BranchIndex | null;
}

export interface Retry {
  maxAttempts: number;
  delay?: number;
  backoff?: 'constant' | 'exponential';
  maxDelay?: number;
  on?: string[];
}

/** What stands around the config of every node (docs/concepts.md, The envelope). Times in ms. */
export interface Envelope {
  retry?: Retry;
  /** Bound of one attempt. */
  timeout?: number;
  onFailure?: 'fail' | 'continue' | 'branch';
}

export interface FlowNode extends Place, Envelope {
  key: string;
  type: string;
  title: string;
  config: JsonObject;
}

/** What a version does and is called: all that a save writes. */
export interface FlowDocument {
  title: string;
  description: string | null;
  type: string;
  sync: boolean;
  config: JsonObject;
  options: JsonObject;
  categories: string[];
  nodes: FlowNode[];
}

/** Stands for the trigger wherever a node's key is asked for; no node can be called so and be named by a variable. */
export const TRIGGER = '$trigger';

/**
 * The document of a version as it was read. The OpenAPI document cannot say what JSON values and branch numbers are, so here
 * they get their types.
 */
export function documentOf(view: Schemas['WorkflowView']): FlowDocument {
  return {
    title: view.title ?? '',
    description: view.description ?? null,
    type: view.type ?? '',
    sync: view.sync ?? false,
    config: object(view.config),
    options: object(view.options),
    categories: view.categories ?? [],
    nodes: (view.nodes ?? []).map(nodeOf),
  };
}

function nodeOf(node: Schemas['NodeDocument']): FlowNode {
  const { key = '', type = '', title, config, upstreamKey, branchIndex, ...envelope } = node;
  return {
    ...(envelope as Envelope),
    key,
    type,
    title: title ?? '',
    config: object(config),
    upstreamKey: upstreamKey ?? null,
    branchIndex: (branchIndex as unknown as BranchIndex | null | undefined) ?? null,
  };
}

function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
