import type { FlowNode, Json, JsonObject } from './document';

/** A place in a node's config that names another node: by a variable, or as the variable that a Variable node sets. */
export interface Reference {
  /** JSON pointer within the config. */
  pointer: string;
  /** The named node. */
  key: string;
  kind: 'result' | 'scope' | 'target';
  /** The variable's whole path, or the key itself. */
  path: string;
}

/** The grammar of the services: braces around anything else are plain text. */
const VARIABLE = /\{\{([\w\s:\-+.,@/()?=*$]+)}}/g;
const ROOTS = { $jobsMapByNodeKey: 'result', $scopes: 'scope' } as const;
const KEYED = /^(\s*(?:ctx\.)?)(\$jobsMapByNodeKey|\$scopes)\.([^.:\s]+)/;

export function referencesOf(node: FlowNode): Reference[] {
  const found: Reference[] = [];
  texts(node.config, '', (text, pointer) => {
    for (const [, content = ''] of text.matchAll(VARIABLE)) {
      const [, , root, key] = KEYED.exec(content) ?? [];
      if (root && key) {
        const path = content.split(':')[0] ?? content;
        found.push({ pointer, key, kind: ROOTS[root as keyof typeof ROOTS], path: path.trim() });
      }
    }
  });
  const target = variableTarget(node);
  if (target) found.push({ pointer: '/target', key: target, kind: 'target', path: target });
  return found;
}

/** The node with every reference to one of the keys renamed; the same object when there is none. */
export function renameReferences(node: FlowNode, names: ReadonlyMap<string, string>): FlowNode {
  if (!referencesOf(node).some((reference) => names.has(reference.key))) return node;
  const config = rewrite(node.config, (text) =>
    text.replace(VARIABLE, (whole, content: string) => {
      const renamed = content.replace(KEYED, (found, before: string, root: string, key: string) => {
        const name = names.get(key);
        return name === undefined ? found : `${before}${root}.${name}`;
      });
      return renamed === content ? whole : `{{${renamed}}}`;
    }),
  ) as JsonObject;
  const target = variableTarget(node);
  const name = target === null ? undefined : names.get(target);
  return { ...node, config: name === undefined ? config : { ...config, target: name } };
}

/** A Variable node with a target gives another Variable node a new value. */
function variableTarget(node: FlowNode): string | null {
  const target = node.config['target'];
  return node.type === 'variable' && typeof target === 'string' && target !== '' ? target : null;
}

function texts(value: Json | undefined, pointer: string, visit: (text: string, pointer: string) => void) {
  if (typeof value === 'string') visit(value, pointer);
  else if (Array.isArray(value)) value.forEach((element, i) => texts(element, `${pointer}/${i}`, visit));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      visit(name, at);
      texts(field, at, visit);
    }
  }
}

function rewrite(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((element) => rewrite(element, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [change(name), rewrite(field, change)]));
}
