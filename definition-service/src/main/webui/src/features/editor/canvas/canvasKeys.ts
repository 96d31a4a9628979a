import type { ClipboardEvent, KeyboardEvent } from 'react';
import { TRIGGER, type FlowDocument, type Place } from '../model/document';
import type { Layout } from '../model/layout';
import { focusCard } from './focus';
import { neighbour, type Direction } from './neighbours';
import { toggleCollapsed, type CanvasState, type CanvasStore } from './store';

interface Surroundings {
  store: CanvasStore;
  layout: Layout;
  document: FlowDocument;
  show: (key: string) => void;
  zoom: (step: 'in' | 'out' | 'fit') => void;
}

const ZOOM: Record<string, 'in' | 'out' | 'fit'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };

/** The keys and the clipboard of the canvas. They are heard on cards only, so that typing elsewhere stays typing. */
export function canvasKeys({ store, layout, show, zoom }: Surroundings) {
  const go = (key: string) => {
    store.getState().select(key);
    show(key);
    focusCard(key);
  };

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const key = (event.target as HTMLElement).dataset['card'];
      if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.startsWith('Arrow')) {
        event.preventDefault();
        const next = neighbour(layout.cards, key, event.key as Direction);
        if (next !== null) go(next);
      } else if (event.key === 'Home') {
        event.preventDefault();
        go(TRIGGER);
      } else if (event.key === '/') {
        event.preventDefault();
        window.document.querySelector<HTMLElement>('[data-canvas-search] input, input[data-canvas-search]')?.focus();
      } else if (ZOOM[event.key]) {
        zoom(ZOOM[event.key] ?? 'fit');
      } else if (event.key === 'c' || event.key === 'C') {
        toggleCollapsed(store, key);
      } else if (edit(store, key, event.key)) {
        event.preventDefault();
      }
    },

    onCopy(event: ClipboardEvent<HTMLElement>) {
      const { key, commands } = clipboardTarget(store, event);
      const text = key ? commands?.copy(key, false) : null;
      if (!text) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
    },

    onCut(event: ClipboardEvent<HTMLElement>) {
      const { key, commands } = clipboardTarget(store, event);
      const text = key ? commands?.copy(key, false) : null;
      if (!key || !text) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
      commands?.remove(key, null);
    },

    onPaste(event: ClipboardEvent<HTMLElement>) {
      const { key, commands } = clipboardTarget(store, event);
      if (!commands || key === null) return;
      event.preventDefault();
      commands.paste(placeBehind(key), event.clipboardData.getData('text/plain') || null);
    },
  };
}

/** What stands behind a node; behind the trigger is the head of the workflow. */
export function placeBehind(key: string): Place {
  return { upstreamKey: key === TRIGGER ? null : key, branchIndex: null };
}

/** The node that is meant by copy and paste: the focused one. A field's text stays the field's. */
function clipboardTarget(store: CanvasStore, event: ClipboardEvent<HTMLElement>) {
  const target = event.target as HTMLElement;
  const isText = target.closest('input, textarea, [contenteditable]') !== null;
  const { selected, commands } = store.getState();
  return { key: isText ? null : (target.dataset['card'] ?? selected), commands };
}

function edit(store: CanvasStore, key: string, pressed: string): boolean {
  const { commands, startMove }: CanvasState = store.getState();
  if (!commands) return false;
  if (pressed === 'a' || pressed === 'A' || pressed === 'Insert') {
    store.setState({ inserting: placeBehind(key) });
    return true;
  }
  if (key === TRIGGER) return false;
  switch (pressed) {
    case 'Delete':
    case 'Backspace':
      store.setState({ deleting: key });
      return true;
    case 'F2':
      store.setState({ renaming: key });
      return true;
    case 'm':
    case 'M':
      startMove(key, 'keyboard');
      return true;
    default:
      return false;
  }
}
