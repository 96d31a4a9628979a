import { createStore, type StoreApi } from 'zustand';
import type { ReadVersion } from '@/api/queries/versions';
import { fieldChanges } from './model/diff';
import { TRIGGER, type FlowDocument, type Json } from './model/document';
import { begin, change, redo, undo, type History } from './model/history';

/** All that the editor of one version knows. */
export interface EditorState {
  history: History<FlowDocument>;
  /** As the services have it. */
  saved: ReadVersion;
  selected: string | null;
  /** The node, or `$trigger`, whose drawer is open. */
  opened: string | null;
  /** What was copied last, for browsers that do not let pages read the clipboard. */
  copied: string | null;
  apply(edit: (document: FlowDocument) => FlowDocument, about?: string | null): void;
  undo(): void;
  redo(): void;
  select(key: string | null): void;
  open(key: string | null): void;
  /** The services have taken the document over. */
  setSaved(saved: ReadVersion): void;
  /** Begins anew with what the services have. */
  reset(saved: ReadVersion): void;
}

export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(version: ReadVersion): EditorStore {
  return createStore<EditorState>((set) => ({
    history: begin(version.document),
    saved: version,
    selected: null,
    opened: null,
    copied: null,
    apply: (edit, about = null) => set(({ history }) => ({ history: change(history, edit(history.present), about) })),
    undo: () => set((state) => step(state, undo(state.history))),
    redo: () => set((state) => step(state, redo(state.history))),
    select: (selected) => set({ selected }),
    open: (opened) => set(opened === null ? { opened } : { opened, selected: opened }),
    setSaved: (saved) => set({ saved }),
    reset: (saved) => set({ saved, history: begin(saved.document), selected: null, opened: null }),
  }));
}

/** What is selected or open may not be there any more after a step back or forth. */
function step({ selected, opened }: EditorState, history: History<FlowDocument>): Partial<EditorState> {
  const keys = new Set([TRIGGER, ...history.present.nodes.map(({ key }) => key)]);
  const kept = (key: string | null) => (key !== null && keys.has(key) ? key : null);
  return { history, selected: kept(selected), opened: kept(opened) };
}

/** The fields that differ from what the services have; none when all is saved. */
export function unsaved({ history, saved }: EditorState): Partial<FlowDocument> {
  const now = history.present;
  const names = Object.keys(now) as (keyof FlowDocument)[];
  return Object.fromEntries(
    names
      .filter((name) => now[name] !== saved.document[name] && differs(now[name], saved.document[name]))
      .map((name) => [name, now[name]]),
  );
}

export function isDirty(state: EditorState): boolean {
  return state.history.present !== state.saved.document && Object.keys(unsaved(state)).length > 0;
}

/** The order of fields does not count: the services write them in theirs. */
function differs(a: unknown, b: unknown): boolean {
  return fieldChanges(b as Json, a as Json, '').length > 0;
}
