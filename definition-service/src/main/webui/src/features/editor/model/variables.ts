import type { VariableNode } from '@/features/forms/variables/types';
import type { Descriptors, JsonSchema } from './descriptors';
import type { FlowDocument, FlowNode, Json, JsonObject } from './document';
import { Graph } from './graph';

/** A field of a data source's table, as far as the picker needs it. */
export interface RecordField {
  name: string;
  type: string;
}

export interface VariableSources {
  descriptors: Descriptors;
  /** Results seen before, by node key; the context under `$trigger`. */
  samples?: ReadonlyMap<string, unknown>;
  /** The fields of a collection, or undefined when it is not known. */
  fields?: (collection: string) => RecordField[] | undefined;
  /** The words of the picker in the reader's language. */
  label: (name: 'context' | 'results' | 'scopes' | 'system' | 'item') => string;
}

const DEPTH = 5;
const RANGES = [
  ...['yesterday', 'today', 'tomorrow'],
  ...['last', 'this', 'next'].flatMap((when) => ['Week', 'Month', 'Quarter', 'Year'].map((unit) => when + unit)),
  ...['last', 'next'].flatMap((when) => [7, 30, 90].map((days) => `${when}${days}Days`)),
];

/** What a node may name: scopes around it, results before it, the context, the system's values. Nearest first. */
export function variablesAt(document: FlowDocument, key: string, sources: VariableSources): VariableNode[] {
  const graph = new Graph(document.nodes, sources.descriptors);
  const headings = [
    heading(sources.label('scopes'), scopes(graph, key, sources)),
    heading(sources.label('results'), results(graph, key, sources)),
    context(document, sources),
    system(sources.label('system')),
  ];
  return headings.filter((found) => (found.children?.length ?? 0) > 0 || found.value !== '');
}

function heading(label: string, children: VariableNode[]): VariableNode {
  return { value: '', label, children };
}

function scopes(graph: Graph, key: string, { descriptors, samples, label }: VariableSources): VariableNode[] {
  const around = graph.enclosing(key);
  // A node that offers a scope may name it in its own config: a loop's condition asks for the item.
  return [key, ...around].flatMap((owner) => {
    const node = graph.find(owner);
    const names = node ? (descriptors.nodes.get(node.type)?.branches.scope ?? []) : [];
    if (!node || names.length === 0) return [];
    const value = `$scopes.${owner}`;
    const item = firstItem(node, samples);
    return [
      {
        value,
        label: node.title || owner,
        type: 'object',
        children: names.map((name): VariableNode =>
          name === 'item'
            ? fromSample(`${value}.${name}`, label('item'), item)
            : { value: `${value}.${name}`, label: name, type: 'integer' },
        ),
      },
    ];
  });
}

/** The first element of the list that a loop goes through, when that list is a variable with a sample. */
function firstItem(node: FlowNode, samples: VariableSources['samples']): unknown {
  const target = node.config['target'];
  const found = typeof target === 'string' ? /^\{\{\s*([^{}:]+?)\s*}}$/.exec(target)?.[1] : undefined;
  if (!found) return undefined;
  const [root, ...path] = found.replace(/^ctx\./, '').split('.');
  const start =
    root === '$context'
      ? samples?.get('$trigger')
      : root === '$jobsMapByNodeKey'
        ? samples?.get(path.shift() ?? '')
        : undefined;
  const list = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), start);
  return Array.isArray(list) ? list[0] : undefined;
}

function results(graph: Graph, key: string, sources: VariableSources): VariableNode[] {
  return [...graph.upstreamOf(key)].flatMap((upstream) => {
    const node = graph.find(upstream);
    const type = node && sources.descriptors.nodes.get(node.type);
    if (!node || (type && type.resultSchema === null)) return [];
    const value = `$jobsMapByNodeKey.${upstream}`;
    return [
      typed(
        value,
        node.title || upstream,
        type?.resultSchema ?? null,
        node.config,
        sources,
        sources.samples?.get(upstream),
      ),
    ];
  });
}

function context(document: FlowDocument, sources: VariableSources): VariableNode {
  const schema = sources.descriptors.triggers.get(document.type)?.contextSchema ?? null;
  return typed(
    '$context',
    sources.label('context'),
    schema,
    document.config,
    sources,
    sources.samples?.get('$trigger'),
  );
}

function system(label: string): VariableNode {
  return heading(label, [
    { value: '$system.now', label: 'now', type: 'string' },
    { value: '$system.instanceId', label: 'instanceId', type: 'string' },
    { value: '$system.epoch', label: 'epoch', type: 'integer' },
    { value: '$system.genSnowflakeId', label: 'genSnowflakeId', type: 'string' },
    {
      value: '',
      label: 'dateRange',
      children: RANGES.map((name) => ({ value: `$system.dateRange.${name}`, label: name, type: 'array' })),
    },
  ]);
}

/** A variable with the fields that its schema, its collection or a value seen before tells of. */
function typed(
  value: string,
  label: string,
  schema: JsonSchema | null,
  config: JsonObject,
  sources: VariableSources,
  sample: unknown,
): VariableNode {
  const children = new Map<string, VariableNode>();
  const node: VariableNode = { value, label, ...typeOf(schema, sample), ...(sample === undefined ? {} : { sample }) };
  for (const [name, field] of Object.entries(schema?.properties ?? {})) {
    children.set(name, typed(`${value}.${name}`, field.title ?? name, field, config, sources, valueOf(sample, name)));
  }
  if (schema?.['x-ui'] === 'record') {
    recordFields(value, config, sources, sample).forEach((field) => children.set(field.label, field));
  }
  for (const child of fromSample(value, label, sample).children ?? []) {
    if (!children.has(child.value.slice(value.length + 1))) children.set(child.value.slice(value.length + 1), child);
  }
  return children.size > 0 ? { ...node, children: [...children.values()] } : node;
}

function recordFields(value: string, config: JsonObject, sources: VariableSources, sample: unknown): VariableNode[] {
  const collection = config['collection'];
  const fields = typeof collection === 'string' ? sources.fields?.(collection) : undefined;
  return (fields ?? []).map(({ name, type }) => {
    const known = valueOf(sample, name);
    return { value: `${value}.${name}`, label: name, type, ...(known === undefined ? {} : { sample: known }) };
  });
}

function typeOf(schema: JsonSchema | null, sample: unknown): { type?: string } {
  const said = Array.isArray(schema?.type) ? schema.type.join(' | ') : schema?.type;
  const type = sample === undefined ? said : jsonType(sample);
  return type === undefined ? {} : { type };
}

/** A value seen before, opened up. Of a list its first element stands for all: a path goes through lists. */
export function fromSample(value: string, label: string, sample: unknown, depth = 0): VariableNode {
  if (sample === undefined) return { value, label };
  const node: VariableNode = { value, label, type: jsonType(sample), sample };
  const inner: unknown = Array.isArray(sample) ? sample.find(isObject) : sample;
  if (!isObject(inner) || depth >= DEPTH) return node;
  const names = Object.keys(inner).filter((name) => /^[\w-]+$/.test(name));
  if (names.length === 0) return node;
  return { ...node, children: names.map((name) => fromSample(`${value}.${name}`, name, inner[name], depth + 1)) };
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function valueOf(sample: unknown, name: string): unknown {
  return isObject(sample) ? sample[name] : undefined;
}

function isObject(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
