import type { NodeType } from '../model/descriptors';

export interface PaletteGroup {
  name: string;
  title: string;
  types: NodeType[];
}

const ORDER = ['control', 'calculation', 'collection', 'manual', 'extended'];

/** The types whose name, title or help has all the words; the best matches of a search first within their group. */
export function grouped(types: Iterable<NodeType>, text: string, titleOf: (group: string) => string): PaletteGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, NodeType[]>();
  for (const type of types) {
    const all = `${type.title} ${type.type} ${type.help}`.toLowerCase();
    if (words.every((word) => all.includes(word))) groups.set(type.group, [...(groups.get(type.group) ?? []), type]);
  }
  return [...groups]
    .map(([name, found]) => ({
      name,
      title: titleOf(name),
      types: found.sort((a, b) => rank(a, words) - rank(b, words) || a.title.localeCompare(b.title)),
    }))
    .sort((a, b) => best(a, words) - best(b, words) || place(a.name) - place(b.name));
}

/** The branch of a new node that may take in what follows: its first one of its own. */
export function takeInBranch({ branches }: NodeType): number | null {
  return branches.fixed[0]?.index ?? (branches.open ? 0 : null);
}

function rank({ title }: NodeType, words: string[]): number {
  if (words.length === 0) return 0;
  const name = title.toLowerCase();
  if (words.some((word) => name.startsWith(word))) return 0;
  return words.some((word) => name.includes(word)) ? 1 : 2;
}

function best({ types }: PaletteGroup, words: string[]): number {
  return Math.min(...types.map((type) => rank(type, words)));
}

function place(group: string): number {
  const at = ORDER.indexOf(group);
  return at < 0 ? ORDER.length : at;
}
