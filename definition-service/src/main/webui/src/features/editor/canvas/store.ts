import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { MoveTarget } from '../model/operations';
import { TRIGGER, type Place } from '../model/document';
import type { CanvasCommands, NodeOverlay, NodeProblems } from './types';

/** What is being moved: by the pointer, or by keyboard from place to place. */
export interface Moving {
  keys: readonly string[];
  title: string;
  by: 'pointer' | 'keyboard';
  targets: ReadonlyMap<string, MoveTarget>;
  /** Place id that the pointer is over. */
  over: string | null;
}

/** What cards and slots read one by one, so that a change of one redraws that one. */
export interface CanvasState {
  mode: 'edit' | 'view';
  selected: string | null;
  /** Where a selection of several began, and the selected node that it was drawn out to. */
  extent: { from: string; to: string } | null;
  /** The selected nodes in their order: several, or the one that is selected. */
  run: readonly string[];
  overlay: ReadonlyMap<string, NodeOverlay>;
  problems: ReadonlyMap<string, NodeProblems>;
  collapsed: ReadonlySet<string>;
  /** Nodes that the search finds. */
  found: ReadonlySet<string>;
  moving: Moving | null;
  /** Where the palette is to put a node in. */
  inserting: Place | null;
  /** The nodes that are asked about before they are deleted. */
  deleting: readonly string[] | null;
  /** The node whose title is being written on its card. */
  renaming: string | null;
  commands: CanvasCommands | null;
  select(key: string | null): void;
  open(key: string): void;
  startMove(keys: readonly string[], by: Moving['by']): void;
  /** Moves to a place, after asking when variables would break. */
  drop(keys: readonly string[], target: MoveTarget): void;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    mode: 'view',
    selected: null,
    extent: null,
    run: [],
    overlay: new Map(),
    problems: new Map(),
    collapsed: new Set(),
    found: new Set(),
    moving: null,
    inserting: null,
    deleting: null,
    renaming: null,
    commands: null,
    select: () => undefined,
    open: () => undefined,
    startMove: () => undefined,
    drop: () => undefined,
  }));
}

const Context = createContext<CanvasStore | null>(null);
export const CanvasProvider = Context.Provider;

export function useCanvasStore(): CanvasStore {
  const store = useContext(Context);
  if (!store) throw new Error('Expected to be drawn inside a canvas, but there is none around');
  return store;
}

export function useCanvas<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvasStore(), select);
}

/** What is meant by an action on a node: all that is selected with it. */
export function meantBy(store: CanvasStore, key: string): readonly string[] {
  const { run } = store.getState();
  return run.includes(key) ? run : [key];
}

/** Draws the selection out to a node. The trigger stands in no list: nothing is selected together with it. */
export function extendTo(store: CanvasStore, key: string) {
  const { selected, extent, select } = store.getState();
  const from = extent?.to === selected ? extent?.from : selected;
  select(key);
  if (from != null && from !== TRIGGER && key !== TRIGGER) store.setState({ extent: { from, to: key } });
}

export function toggleCollapsed(store: CanvasStore, key: string) {
  store.setState(({ collapsed }) => {
    const next = new Set(collapsed);
    if (!next.delete(key)) next.add(key);
    return { collapsed: next };
  });
}
