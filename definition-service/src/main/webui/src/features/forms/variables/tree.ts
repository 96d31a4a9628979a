import type { VariableNode } from './types';

/** One line of the picker. */
export interface Row {
  node: VariableNode;
  /** The labels from the root to it: what identifies a line, and what a chip shows. */
  path: string[];
  depth: number;
  expanded: boolean;
}

const key = (path: readonly string[]) => path.join('\u0000');

/** The lines to show: everything that is open; with a search text what holds it (in any case), with all that leads there. */
export function rowsOf(roots: readonly VariableNode[], open: ReadonlySet<string>, search: string): Row[] {
  const text = search.trim().toLowerCase();
  const rows: Row[] = [];
  const visit = (nodes: readonly VariableNode[], path: string[]) => {
    for (const node of nodes) {
      if (text !== '' && !holds(node, text)) continue;
      const here = [...path, node.label];
      const expanded =
        (node.children?.length ?? 0) > 0 && (open.has(key(here)) || (text !== '' && !matches(node, text)));
      rows.push({ node, path: here, depth: path.length, expanded });
      if (expanded) visit(node.children ?? [], here);
    }
  };
  visit(roots, []);
  return rows;
}

export const rowKey = (row: Row) => key(row.path);

function matches(node: VariableNode, text: string): boolean {
  return node.label.toLowerCase().includes(text) || node.value.toLowerCase().includes(text);
}

function holds(node: VariableNode, text: string): boolean {
  return matches(node, text) || (node.children ?? []).some((child) => holds(child, text));
}

/** The names a person knows a path by; undefined where no variable has it. What goes deeper than is known keeps its own names. */
export function labelsOf(roots: readonly VariableNode[], path: string): string[] | undefined {
  for (const node of roots) {
    if (node.value === path) return [node.label];
    const inside = labelsOf(node.children ?? [], path);
    if (inside) return [node.label, ...inside];
    if (node.value !== '' && !node.children?.length && path.startsWith(`${node.value}.`)) {
      return [node.label, ...path.slice(node.value.length + 1).split('.')];
    }
  }
  return undefined;
}

/** All that can be chosen, without headings. */
export function flat(roots: readonly VariableNode[]): VariableNode[] {
  return roots.flatMap((node) => [...(node.value === '' ? [] : [node]), ...flat(node.children ?? [])]);
}

/** A sample in one line of at most 60 characters. */
export function preview(sample: unknown): string {
  const text = typeof sample === 'string' ? `"${sample}"` : (JSON.stringify(sample) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
