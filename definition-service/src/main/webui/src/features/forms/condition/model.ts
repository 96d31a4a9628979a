import { isObject } from '../schema/types';
import { CALCULATORS, calculatorOf } from './calculators';

/** A calculation of the `basic` engine as the builder shows it. What it has no words for stays as it is, as JSON. */
export type ConditionNode = ConditionGroup | ConditionItem | ConditionRaw;

export interface ConditionGroup {
  kind: 'group';
  logic: 'and' | 'or';
  nodes: ConditionNode[];
  /** What else stands in the group, kept as it is. */
  rest: Record<string, unknown>;
}

export interface ConditionItem {
  kind: 'item';
  calculator: string;
  operands: unknown[];
}

export interface ConditionRaw {
  kind: 'raw';
  json: unknown;
}

/** Reads any calculation; the outermost is always a group. */
export function readCondition(calculation: unknown): ConditionGroup {
  const empty: ConditionGroup = { kind: 'group', logic: 'and', nodes: [], rest: {} };
  if (!isObject(calculation) || Object.keys(calculation).length === 0) return empty;
  const node = read(calculation);
  return node.kind === 'group' ? node : { ...empty, nodes: [node] };
}

/** `{group: {type, calculations}}`; undefined for an empty condition, which always holds. */
export function writeCondition(root: ConditionGroup): unknown {
  return root.nodes.length === 0 ? undefined : written(root);
}

function read(json: unknown): ConditionNode {
  if (!isObject(json)) return { kind: 'raw', json };
  const { group } = json;
  if (isObject(group) && Array.isArray(group['calculations'])) {
    const { type, calculations, ...rest } = group;
    return type === 'and' || type === 'or'
      ? { kind: 'group', logic: type, nodes: (calculations as unknown[]).map(read), rest }
      : { kind: 'raw', json };
  }
  const { calculator, operands } = json;
  const name = typeof calculator === 'string' ? calculatorOf(calculator) : '';
  return name in CALCULATORS && Array.isArray(operands)
    ? { kind: 'item', calculator: name, operands }
    : { kind: 'raw', json };
}

function written(node: ConditionNode): unknown {
  switch (node.kind) {
    case 'group':
      return { group: { type: node.logic, calculations: node.nodes.map(written), ...node.rest } };
    case 'item':
      return { calculator: node.calculator, operands: node.operands };
    case 'raw':
      return node.json;
  }
}
