import ts from 'typescript';
import { placeOf, visit } from './sources';

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

type Texts = { [key: string]: string | Texts };

/** Paths of all texts, those of one plural as one. */
export function keysOf(texts: Texts, prefix = ''): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value !== 'string') {
      keysOf(value, `${prefix}${name}.`).forEach((found, key) => keys.set(key, found));
    } else {
      const key = `${prefix}${name}`.replace(PLURAL, '');
      keys.set(key, [...(keys.get(key) ?? []), value]);
    }
  }
  return keys;
}

/** What is put into a text, without the count, which not every form of a plural says. */
export function holesOf(texts: readonly string[]): string[] {
  const holes = texts.flatMap((text) => [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name = '']) => name));
  return [...new Set(holes)].filter((name) => name !== 'count').sort();
}

export interface Use {
  place: string;
  /** Where the key may stand. */
  namespaces: string[];
  key: string;
}

/** The keys that a file names word by word; those that it puts together cannot be known. */
export function usesIn(file: ts.SourceFile): Use[] {
  const namespaces = new Set<string>();
  const uses: { node: ts.Node; key: string }[] = [];
  visit(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = node.expression.getText();
    const [first] = node.arguments;
    if (name === 'useTranslation') {
      const given = first && ts.isArrayLiteralExpression(first) ? [...first.elements] : first ? [first] : [];
      given.filter(ts.isStringLiteralLike).forEach((one) => namespaces.add(one.text));
      if (!first) namespaces.add('common');
    } else if (name === 't' && first) {
      literals(first).forEach((one) => uses.push({ node: one, key: one.text }));
    }
  });
  // A function that is given `t` does not say whose it is.
  if (namespaces.size === 0) return [];
  return uses.map(({ node, key }) => {
    const [namespace, rest] = key.split(':', 2);
    return rest === undefined
      ? { place: placeOf(node), namespaces: [...namespaces], key }
      : { place: placeOf(node), namespaces: [namespace ?? ''], key: rest };
  });
}

function literals(expression: ts.Expression): ts.StringLiteralLike[] {
  if (ts.isStringLiteralLike(expression)) return [expression];
  if (ts.isConditionalExpression(expression))
    return [...literals(expression.whenTrue), ...literals(expression.whenFalse)];
  return [];
}
