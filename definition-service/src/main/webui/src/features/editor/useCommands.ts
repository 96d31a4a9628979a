import { useMemo } from 'react';
import type { CanvasCommands } from './canvas/types';
import type { EditorStore } from './editorStore';
import { copyNodes, pasteNodes, readNodes } from './model/clipboard';
import type { Descriptors } from './model/descriptors';
import { TRIGGER, type FlowNode } from './model/document';
import { changeNode, insertNode, moveNodes, removeNodes, type Outcome } from './model/operations';

/** The edits that the canvas asks for, each one step of undo. */
export function useCommands(store: EditorStore, descriptors: Descriptors, notNodes: () => void): CanvasCommands {
  return useMemo(() => {
    const nodes = () => store.getState().history.present.nodes;
    const put = (next: FlowNode[]) => store.getState().apply((document) => ({ ...document, nodes: next }));
    const putAndSelect = (outcome: Outcome) => {
      put(outcome.nodes);
      store.getState().select(outcome.key);
    };
    return {
      insert(place, type, takeIn) {
        const descriptor = descriptors.nodes.get(type);
        if (!descriptor) return;
        const outcome = insertNode(nodes(), place, descriptor, takeIn);
        putAndSelect(outcome);
        store.getState().open(outcome.key);
      },
      move(keys, to) {
        const moved = moveNodes(nodes(), keys, to);
        if (!moved) return;
        put(moved);
        const { selected, select } = store.getState();
        if (selected === null || !keys.includes(selected)) select(keys[0] ?? null);
      },
      remove(keys, keep) {
        const behind = nodes().find((node) => node.key === keys[0])?.upstreamKey ?? TRIGGER;
        const left = removeNodes(nodes(), keys, keep);
        put(left);
        store.setState(({ opened }) => ({
          selected: behind,
          opened: opened === TRIGGER || left.some(({ key }) => key === opened) ? opened : null,
        }));
      },
      copy(keys, withFollowers) {
        const copied = copyNodes(nodes(), keys, withFollowers);
        if (copied !== null) store.setState({ copied });
        return copied;
      },
      paste(place, text) {
        const copied = readNodes(text ?? '') ?? readNodes(store.getState().copied ?? '');
        const outcome = copied ? pasteNodes(nodes(), place, copied) : null;
        if (outcome) putAndSelect(outcome);
        else notNodes();
      },
      change: (key, change) => put(changeNode(nodes(), key, change)),
    };
  }, [store, descriptors, notNodes]);
}
