import type { FlowNode } from './document';

/** Readable in variables: `query`, `query2`, ... Camel case of the type, as a key has no room for more. */
export function newKey(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.replace(/[^\w-]+/g, '_').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) || 'node';
  if (!taken.has(base)) return base;
  const stem = base.replace(/\d+$/, '') || base;
  for (let n = 2; ; n++) {
    if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
  }
}

export function takenKeys(nodes: readonly FlowNode[]): Set<string> {
  return new Set(nodes.map((node) => node.key));
}
