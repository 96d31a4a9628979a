import { useEffect } from 'react';
import type { EditorStore } from './editorStore';

/** Undo, redo and save from anywhere on the page; in a text field undo is the field's own. */
export function useEditorKeys(store: EditorStore, save: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        save();
        return;
      }
      const isText = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (isText || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) store.getState().redo();
      else store.getState().undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, save]);
}
