import type { Schemas } from '@/api/client';
import type { Json } from './document';

/** JSON Schema with this product's hints, as far as the web interface reads it. */
export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  enum?: Json[];
  const?: Json;
  default?: Json;
  examples?: Json[];
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  [hint: `x-${string}`]: Json | undefined;
}

/** The branches of a node type besides the error branch that every type has. */
export interface BranchRule {
  fixed: { index: number; title: string }[];
  open: boolean;
  minimum: number;
  scope: string[];
}

export interface NodeType {
  type: string;
  title: string;
  group: string;
  icon: string;
  configSchema: JsonSchema;
  resultSchema: JsonSchema | null;
  branches: BranchRule;
  testable: boolean;
  syncCapable: boolean;
  help: string;
  example: Json;
}

export interface TriggerType {
  type: string;
  title: string;
  icon: string;
  configSchema: JsonSchema;
  contextSchema: JsonSchema | null;
  /** What the type forces; null where the workflow chooses. */
  sync: boolean | null;
  help: string;
  example: Json;
}

/** All types that are served, by name. */
export interface Descriptors {
  nodes: ReadonlyMap<string, NodeType>;
  triggers: ReadonlyMap<string, TriggerType>;
}

export function nodeType(found: Schemas['NodeTypeDescriptor']): NodeType {
  const { type = '', title = type, group = '', icon = '', testable = false, syncCapable = false, help = '' } = found;
  return {
    ...{ type, title, group, icon, testable, syncCapable, help },
    configSchema: (found.configSchema ?? {}) as JsonSchema,
    resultSchema: (found.resultSchema ?? null) as JsonSchema | null,
    branches: branchRule(found.branches),
    example: (found.example ?? null) as unknown as Json,
  };
}

function branchRule(branches: Schemas['Branches'] | undefined): BranchRule {
  const { fixed = [], open = false, minimum = 0, scope = [] } = branches ?? {};
  return { fixed: fixed.map(({ index = 0, title = '' }) => ({ index, title })), open, minimum, scope };
}

export function triggerType(found: Schemas['TriggerTypeDescriptor']): TriggerType {
  return {
    type: found.type ?? '',
    title: found.title ?? found.type ?? '',
    icon: found.icon ?? '',
    configSchema: (found.configSchema ?? {}) as JsonSchema,
    contextSchema: (found.contextSchema ?? null) as JsonSchema | null,
    sync: found.sync ?? null,
    help: found.help ?? '',
    example: (found.example ?? null) as unknown as Json,
  };
}
