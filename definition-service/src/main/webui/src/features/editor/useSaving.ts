import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import {
  isConflict,
  isExecuted,
  readVersion,
  reviseVersion,
  saveVersion,
  useVersionChanged,
  type ReadVersion,
} from '@/api/queries/versions';
import { isDirty, unsaved, type EditorStore } from './editorStore';

export interface Saving {
  isSaving: boolean;
  error: Error | null;
  /** What somebody else saved meanwhile; null while there is no conflict. */
  theirs: ReadVersion | null;
  /** Resolves with whether all is saved. */
  save(): Promise<boolean>;
  /** Answers a conflict. */
  resolve(how: 'mine' | 'theirs' | 'later'): void;
}

/** Saves what differs, and only over the version that was read. */
export function useSaving(store: EditorStore): Saving {
  const [theirs, setTheirs] = useState<ReadVersion | null>(null);
  const navigate = useNavigate();
  const changed = useVersionChanged();
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: async (etag: string | null) => {
      const state = store.getState();
      const { id } = state.saved;
      try {
        return await saveVersion(id, unsaved(state), etag);
      } catch (problem) {
        if (!isExecuted(problem)) throw problem;
        // It ran while it was edited: the changes go to a new version, as nobody may change this one.
        const revision = await reviseVersion(id);
        return saveVersion(revision.id, unsaved(state), revision.etag);
      }
    },
  });

  const write = useCallback(
    async (etag: string | null): Promise<boolean> => {
      const { saved: before, history } = store.getState();
      const { id } = before;
      try {
        const saved = await mutateAsync(etag);
        // What was sent is what is saved now, also where the services write it in another way, and whatever was typed meanwhile.
        store.getState().setSaved({ ...saved, document: history.present });
        void changed();
        if (saved.id !== id) await navigate({ to: '/workflows/$id', params: { id: saved.id } });
        return true;
      } catch (problem) {
        if (isConflict(problem)) setTheirs(await readVersion(id));
        return false;
      }
    },
    [store, mutateAsync, changed, navigate],
  );

  const save = useCallback(
    async () => !isDirty(store.getState()) || write(store.getState().saved.etag),
    [store, write],
  );

  const resolve = (how: 'mine' | 'theirs' | 'later') => {
    const found = theirs;
    setTheirs(null);
    reset();
    if (!found || how === 'later') return;
    if (how === 'theirs') store.getState().reset(found);
    else {
      // Compared with theirs, so that fields that only they changed are overwritten as well.
      store.getState().setSaved(found);
      void write(found.etag);
    }
  };

  return { isSaving: isPending, error: isConflict(error) ? null : error, theirs, save, resolve };
}
