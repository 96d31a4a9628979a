import type { NodeType } from './descriptors';
import type { BranchIndex, FlowNode } from './document';
import { byBranch } from './tree';

/** A branch as it is drawn; it may still be empty. */
export interface ShownBranch {
  index: BranchIndex;
  title: string;
}

/**
 * What `x-branches` beside a type's config schema says about how its branches are drawn.
 *
 * - `when`: only with this config (a condition has branches unless it rejects); others stay hidden while they are empty.
 * - `each`: name of a list in the config; its elements have a branch each from `from` on, called by their `title`.
 * - `add`: whether further branches are drawn by hand.
 */
interface BranchHint {
  when?: Record<string, unknown>;
  each?: string;
  from?: number;
  add?: boolean;
}

function hintOf(type: NodeType | undefined): BranchHint {
  return (type?.configSchema['x-branches'] ?? {}) as BranchHint;
}

/** The branches to draw: those of the type, of the config, and whatever is occupied; the error branch last. */
export function shownBranches(
  node: FlowNode,
  occupied: readonly BranchIndex[],
  type: NodeType | undefined,
  errorTitle = '',
): ShownBranch[] {
  const shown = new Map<BranchIndex, string>();
  const rule = type?.branches;
  const hint = hintOf(type);
  for (const index of occupied) shown.set(index, titleOf(index, rule?.fixed ?? []));
  if (rule && applies(node, hint)) {
    rule.fixed.forEach(({ index, title }) => shown.set(index, title));
    elements(node, hint).forEach((title, i) => shown.set((hint.from ?? 0) + i, title));
    for (let i = 0; shown.size < rule.minimum; i++) if (!shown.has(i)) shown.set(i, numbered(i));
  }
  if (node.onFailure === 'branch' || shown.has('error')) shown.set('error', errorTitle);
  const order = rule?.fixed.map(({ index }) => index) ?? [];
  // Types name their branches in the order in which people read them: yes before no, however they are numbered.
  return [...shown]
    .map(([index, title]) => ({ index, title }))
    .sort(
      (a, b) =>
        (hint.each ? byElement(a.index, b.index) : rank(a.index, order) - rank(b.index, order)) ||
        byBranch(a.index, b.index),
    );
}

/** Number of the branch that a person may draw next, or null where the type or its config decides. */
export function nextBranch(occupied: readonly BranchIndex[], type: NodeType | undefined): number | null {
  const hint = hintOf(type);
  if (!type?.branches.open || hint.each || hint.add === false) return null;
  const numbers = occupied.filter((index) => index !== 'error');
  return Math.max(type.branches.minimum - 1, -1, ...numbers) + 1;
}

/** Whether nothing runs behind a node of the type. */
export function endsList(type: NodeType | undefined): boolean {
  return type?.configSchema['x-ends'] === true;
}

/** The hint `x-joins`: the values of the config with which a node is over once all of its branches have run. */
export function joins(node: FlowNode, type: NodeType | undefined): boolean {
  const wanted = type?.configSchema['x-joins'];
  if (typeof wanted !== 'object' || wanted === null || node.onFailure === 'continue') return false;
  return Object.entries(wanted).every(
    ([field, value]) => (node.config[field] ?? type?.configSchema.properties?.[field]?.default) === value,
  );
}

function applies(node: FlowNode, hint: BranchHint): boolean {
  return Object.entries(hint.when ?? {}).every(([field, wanted]) => node.config[field] === wanted);
}

function elements(node: FlowNode, hint: BranchHint): string[] {
  const list = hint.each ? node.config[hint.each] : null;
  if (!Array.isArray(list)) return [];
  return list.map((element, i) => {
    const title = typeof element === 'object' && element !== null && !Array.isArray(element) ? element['title'] : null;
    return typeof title === 'string' && title !== '' ? title : numbered((hint.from ?? 0) + i);
  });
}

function titleOf(index: BranchIndex, fixed: { index: number; title: string }[]): string {
  if (index === 'error') return '';
  return fixed.find((branch) => branch.index === index)?.title ?? numbered(index);
}

function numbered(index: number): string {
  return `#${index}`;
}

function rank(index: BranchIndex, order: number[]): number {
  if (index === 'error') return Number.MAX_SAFE_INTEGER;
  const at = order.indexOf(index);
  return at < 0 ? order.length : at;
}

/** Elements of the config first, in their order; then what runs when none of them does. */
function byElement(a: BranchIndex, b: BranchIndex): number {
  const place = (index: BranchIndex) => (index === 'error' ? 1e9 : index === 0 ? 1e8 : index);
  return place(a) - place(b);
}
