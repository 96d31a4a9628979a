import { ConfigProvider } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { FieldError } from '@/api/problem';
import { useSamples } from '@/api/queries/samples';
import { useSources } from '@/api/queries/sources';
import { fieldPaths } from '@/features/forms/fields/collections';
import { NodeDrawer } from '@/features/forms/NodeDrawer';
import { TriggerDrawer } from '@/features/forms/TriggerDrawer';
import { focusCard } from './canvas/focus';
import type { EditorStore } from './editorStore';
import type { Descriptors } from './model/descriptors';
import { TRIGGER, type FlowNode } from './model/document';
import { changeNode } from './model/operations';
import { variablesAt } from './model/variables';

interface Props {
  /** What the drawer lies in: over the canvas, so that the header stays in use. */
  layer: HTMLElement;
  store: EditorStore;
  descriptors: Descriptors;
  errors: readonly FieldError[];
  readOnly: boolean;
}

/** The form of what is open: a node, or the trigger. */
export function Drawers({ layer, store, descriptors, errors, readOnly }: Props) {
  const { history, opened, apply, open, saved } = useStore(store);
  const document = history.present;
  const variables = useVariables(store, descriptors);
  const close = useCallback(() => {
    open(null);
    if (opened !== null) focusCard(opened);
  }, [open, opened]);
  const changeTo = useCallback(
    // Typing in one drawer is one step back.
    (node: FlowNode) =>
      apply((before) => ({ ...before, nodes: changeNode(before.nodes, node.key, node) }), `node ${node.key}`),
    [apply],
  );
  if (opened === null) return null;
  const common = { document, descriptors, variables, readOnly, errors, onClose: close, workflowId: saved.id };
  const node = document.nodes.find(({ key }) => key === opened);
  return (
    // A drawer asks for its place in the name of the body; what opens within it (lists, menus) belongs to the body.
    <ConfigProvider getPopupContainer={(asking) => (asking === window.document.body ? layer : window.document.body)}>
      {opened === TRIGGER ? <TriggerDrawer {...common} onChange={(next) => apply(() => next, 'trigger')} /> : null}
      {node ? <NodeDrawer {...common} node={node} onChange={changeTo} /> : null}
    </ConfigProvider>
  );
}

function useVariables(store: EditorStore, descriptors: Descriptors) {
  const { t } = useTranslation('editor');
  const { history, opened, saved } = useStore(store);
  const { data: pinned } = useSamples(saved.id);
  const { data: sources } = useSources();
  const document = history.present;
  return useMemo(() => {
    if (opened === null) return [];
    return variablesAt(document, opened, {
      descriptors,
      samples: new Map(pinned?.map(({ nodeKey, result }) => [nodeKey, result])),
      fields: (collection) => fieldPaths(sources ?? [], collection, 0).map(({ path, type }) => ({ name: path, type })),
      label: (name) => t(`variables.${name}`),
    });
  }, [document, opened, descriptors, pinned, sources, t]);
}
