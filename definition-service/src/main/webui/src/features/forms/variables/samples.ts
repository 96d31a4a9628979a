import { isObject } from '../schema/types';
import type { VariableNode } from './types';

/** A value seen before at a path, from the variable itself or from within one that stands above it; undefined without one. */
export function sampleOf(roots: readonly VariableNode[], path: string): unknown {
  for (const node of roots) {
    if (node.value === path && node.sample !== undefined) return node.sample;
    const inside = sampleOf(node.children ?? [], path);
    if (inside !== undefined) return inside;
    if (node.value !== '' && node.sample !== undefined && path.startsWith(`${node.value}.`)) {
      return dig(node.sample, path.slice(node.value.length + 1).split('.'));
    }
  }
  return undefined;
}

/** The roots that a try has to give values for; the others (`$system`, `$env`) the services know by themselves. */
export function isGiven(path: string): boolean {
  return /^\$(context|jobsMapByNodeKey|scopes)\b/.test(path);
}

/** As the services look a path up: through a list the rest is taken of each element. */
function dig(value: unknown, names: readonly string[]): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    if (/^\d+$/.test(name)) return dig(value[Number(name)], rest);
    return name === 'length' ? value.length : value.flatMap((item) => dig(item, names) ?? null);
  }
  return isObject(value) ? dig(value[name], rest) : undefined;
}

/** The roots of variables (`$context`, …) with what is known at the paths, for trying a node out. */
export function variablesFor(roots: readonly VariableNode[], paths: readonly string[]): Record<string, unknown> {
  return assembled(Object.fromEntries(paths.map((path) => [path, sampleOf(roots, path)])));
}

/** Values by their paths as one tree. What is undefined is left out; a value within another that is given whole is in that already. */
export function assembled(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  const paths = Object.keys(values).sort((a, b) => a.length - b.length);
  for (const path of paths) {
    const names = path.split('.');
    const last = names.pop();
    const place = names.reduce<unknown>((at, name) => (isObject(at) ? (at[name] ??= {}) : undefined), tree);
    if (isObject(place) && last !== undefined && values[path] !== undefined)
      place[last] = structuredClone(values[path]);
  }
  return tree;
}
