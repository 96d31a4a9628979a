import type { ClipboardEvent, KeyboardEvent } from 'react';
import { TRIGGER, type FlowDocument, type Place } from '../model/document';
import type { Layout } from '../model/layout';
import { beside } from '../model/run';
import { focusCard } from './focus';
import { neighbour, type Direction } from './neighbours';
import { extendTo, meantBy, toggleCollapsed, type CanvasState, type CanvasStore } from './store';

interface Surroundings {
  store: CanvasStore;
  layout: Layout;
  document: FlowDocument;
  show: (key: string) => void;
  zoom: (step: 'in' | 'out' | 'fit') => void;
}

const ZOOM: Record<string, 'in' | 'out' | 'fit'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };

/** Which way along its list a key leads. */
const STEPS: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

/** The keys and the clipboard of the canvas. They are heard on cards only, so that typing elsewhere stays typing. */
export function canvasKeys({ store, layout, document, show, zoom }: Surroundings) {
  const go = (key: string) => {
    store.getState().select(key);
    show(key);
    focusCard(key);
  };

  const extend = (key: string, step: 1 | -1) => {
    const next = beside(document.nodes, key, step);
    if (next === null) return;
    extendTo(store, next);
    show(next);
    focusCard(next);
  };

  /** The keys that lead from node to node; with shift they draw the selection out. */
  const goBy = (key: string, { key: pressed, shiftKey }: KeyboardEvent): boolean => {
    if (pressed === 'Home') go(TRIGGER);
    else if (!pressed.startsWith('Arrow')) return false;
    else if (shiftKey && pressed in STEPS && store.getState().commands) extend(key, STEPS[pressed] ?? 1);
    else {
      const next = neighbour(layout.cards, key, pressed as Direction);
      if (next !== null) go(next);
    }
    return true;
  };

  /** The keys that change the view alone. */
  const viewBy = (key: string, pressed: string): boolean => {
    const step = ZOOM[pressed];
    if (step) zoom(step);
    else if (pressed === 'c' || pressed === 'C') toggleCollapsed(store, key);
    else if (pressed === 'Escape') store.setState({ extent: null });
    else return false;
    return true;
  };

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const key = (event.target as HTMLElement).dataset['card'];
      if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (viewBy(key, event.key)) return;
      if (event.key === '/') focusSearch();
      else if (!goBy(key, event) && !edit(store, key, event.key)) return;
      event.preventDefault();
    },

    onCopy(event: ClipboardEvent<HTMLElement>) {
      const { key, commands } = clipboardTarget(store, event);
      const text = key ? commands?.copy(meantBy(store, key), false) : null;
      if (!text) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
    },

    onCut(event: ClipboardEvent<HTMLElement>) {
      const { key, commands } = clipboardTarget(store, event);
      const text = key ? commands?.copy(meantBy(store, key), false) : null;
      if (!key || !text) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
      commands?.remove(meantBy(store, key), null);
    },

    onPaste(event: ClipboardEvent<HTMLElement>) {
      const { key, commands } = clipboardTarget(store, event);
      if (!commands || key === null) return;
      event.preventDefault();
      commands.paste(placeBehind(key), event.clipboardData.getData('text/plain') || null);
    },
  };
}

function focusSearch() {
  window.document.querySelector<HTMLElement>('[data-canvas-search] input, input[data-canvas-search]')?.focus();
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
      store.setState({ deleting: meantBy(store, key) });
      return true;
    case 'F2':
      store.setState({ renaming: key });
      return true;
    case 'm':
    case 'M':
      startMove(meantBy(store, key), 'keyboard');
      return true;
    default:
      return false;
  }
}
