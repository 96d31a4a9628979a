import { useLayoutEffect, useState } from 'react';
import type { Descriptors } from '../model/descriptors';
import type { FlowDocument } from '../model/document';
import type { MoveTarget } from '../model/operations';
import { placeId } from '../model/tree';
import { DeleteDialog } from './DeleteDialog';
import { focusOne } from './focus';
import { Palette } from './Palette';
import { useCanvas, useCanvasStore } from './store';
import { UnsafeMove } from './UnsafeMove';

interface Unsafe {
  keys: readonly string[];
  target: MoveTarget;
}

/** What the canvas asks: what to put in, whether to delete, whether to move all the same. */
export function CanvasDialogs({ document, descriptors }: { document: FlowDocument; descriptors: Descriptors }) {
  const store = useCanvasStore();
  const inserting = useCanvas((state) => state.inserting);
  const deleting = useCanvas((state) => state.deleting);
  const commands = useCanvas((state) => state.commands);
  const [unsafe, setUnsafe] = useState<Unsafe | null>(null);
  useDrop(setUnsafe);
  if (!commands) return null;
  return (
    <>
      {inserting ? (
        <Palette
          descriptors={descriptors}
          sync={document.sync}
          isFollowed={document.nodes.some((node) => placeId(node) === placeId(inserting))}
          onChoose={(type, takeIn) => {
            store.setState({ inserting: null });
            commands.insert(inserting, type, takeIn);
          }}
          onClose={() => store.setState({ inserting: null })}
        />
      ) : null}
      {deleting ? (
        <DeleteDialog
          key={deleting.join(' ')}
          document={document}
          descriptors={descriptors}
          keys={deleting}
          onDelete={(keep) => {
            store.setState({ deleting: null });
            commands.remove(deleting, keep);
          }}
          onClose={() => {
            store.setState({ deleting: null });
            focusOne(store, deleting);
          }}
        />
      ) : null}
      {unsafe ? (
        <UnsafeMove
          target={unsafe.target}
          document={document}
          onMove={() => {
            setUnsafe(null);
            commands.move(unsafe.keys, unsafe.target.place);
          }}
          onClose={() => setUnsafe(null)}
        />
      ) : null}
    </>
  );
}

/** A safe move is made at once; one that breaks variables is asked about first. */
function useDrop(ask: (unsafe: Unsafe) => void) {
  const store = useCanvasStore();
  useLayoutEffect(() => {
    store.setState({
      drop: (keys, target) => {
        if (target.broken.length > 0) return ask({ keys, target });
        store.getState().commands?.move(keys, target.place);
        focusOne(store, keys);
      },
    });
  }, [store, ask]);
}
