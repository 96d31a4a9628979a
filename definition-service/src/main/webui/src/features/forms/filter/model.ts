import { isWholeTemplate } from '../variables/template';
import { isObject } from '../schema/types';
import { operatorOf } from './operators';

/** A filter as the builder shows it. What it has no words for stays as it is, as JSON. */
export type FilterNode = FilterGroup | FilterItem | FilterRaw;

export interface FilterGroup {
  kind: 'group';
  logic: 'and' | 'or';
  nodes: FilterNode[];
}

export interface FilterItem {
  kind: 'item';
  path: string;
  operator: string;
  value: unknown;
}

export interface FilterRaw {
  kind: 'raw';
  json: unknown;
}

/** Reads any filter; the outermost is always a group. */
export function readFilter(filter: unknown): FilterGroup {
  if (!isObject(filter))
    return group('and', filter === undefined || filter === null ? [] : [{ kind: 'raw', json: filter }]);
  const nodes = fields(filter, '');
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'group' ? only : group('and', nodes);
}

/** The canonical form: `{$and: [{field: {$op: value}}, …]}`; undefined for an empty filter. */
export function writeFilter(root: FilterGroup): unknown {
  return root.nodes.length === 0 ? undefined : written(root);
}

function group(logic: 'and' | 'or', nodes: FilterNode[]): FilterGroup {
  return { kind: 'group', logic, nodes };
}

function fields(filter: Record<string, unknown>, prefix: string): FilterNode[] {
  return Object.entries(filter).flatMap(([name, asked]) => {
    if ((name === '$and' || name === '$or') && Array.isArray(asked)) {
      return [
        group(
          name === '$and' ? 'and' : 'or',
          asked.map((part) => member(part, prefix)),
        ),
      ];
    }
    return name.startsWith('$') ? [raw(prefix, { [name]: asked })] : field(prefix + name, asked);
  });
}

function member(part: unknown, prefix: string): FilterNode {
  if (!isObject(part)) return raw(prefix, part);
  const nodes = fields(part, prefix);
  const [only] = nodes;
  return nodes.length === 1 && only ? only : group('and', nodes);
}

function field(path: string, asked: unknown): FilterNode[] {
  if (!isObject(asked)) {
    return Array.isArray(asked)
      ? [raw('', { [path]: asked })]
      : [{ kind: 'item', path, operator: '$eq', value: asked }];
  }
  const names = Object.keys(asked);
  if (names.length === 0) return [raw('', { [path]: asked })];
  if (names.every((name) => operatorOf(name) && readable(name, asked[name]))) {
    return names.map((operator) => ({ kind: 'item', path, operator, value: asked[operator] }));
  }
  // Below a name are either operators or an association's own fields. A mixture is nothing a builder could show.
  return names.some((name) => name.startsWith('$') && name !== '$and' && name !== '$or')
    ? [raw('', { [path]: asked })]
    : fields(asked, `${path}.`);
}

/** Whether the builder's editor can show an operator's value: `$not: {…}` negates, and is shown as JSON. */
function readable(operator: string, value: unknown): boolean {
  const takes = operatorOf(operator)?.takes;
  if (takes === 'pair') return (Array.isArray(value) && value.length === 2) || isWholeTemplate(value);
  if (takes === 'list') return Array.isArray(value) || isWholeTemplate(value);
  return operator !== '$not' || !isObject(value);
}

function raw(prefix: string, json: unknown): FilterRaw {
  const inside = prefix
    .split('.')
    .filter((name) => name !== '')
    .reverse();
  return { kind: 'raw', json: inside.reduce((value, name) => ({ [name]: value }), json) };
}

function written(node: FilterNode): unknown {
  switch (node.kind) {
    case 'group':
      return { [node.logic === 'and' ? '$and' : '$or']: node.nodes.map(written) };
    case 'item':
      return { [node.path]: { [node.operator]: node.value } };
    case 'raw':
      return node.json;
  }
}

/** What an operator's value becomes when another operator is chosen: kept where it can be. */
export function valueFor(operator: string, value: unknown): unknown {
  switch (operatorOf(operator)?.takes) {
    case 'nothing':
      return true;
    case 'pair':
      return Array.isArray(value) && value.length === 2 ? value : [single(value), ''];
    case 'list':
      return Array.isArray(value) || isWholeTemplate(value) ? value : value === '' || value === true ? [] : [value];
    default:
      return single(value);
  }
}

function single(value: unknown): unknown {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === true ? '' : first;
}
