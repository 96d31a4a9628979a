import type { TFunction } from 'i18next';
import type { FlowNode } from '../model/document';

/** What nodes are called together: one by its title, several by their number. */
export function titleOf(nodes: readonly FlowNode[], keys: readonly string[], t: TFunction<'editor'>): string {
  const [only, ...more] = keys;
  if (more.length > 0 || only === undefined) return t('selection.nodes', { count: keys.length });
  return nodes.find(({ key }) => key === only)?.title || only;
}
