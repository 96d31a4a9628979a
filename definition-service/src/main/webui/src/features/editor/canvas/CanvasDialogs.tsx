import { useLayoutEffect, useState } from 'react';
import type { Descriptors } from '../model/descriptors';
import type { FlowDocument } from '../model/document';
import type { MoveTarget } from '../model/operations';
import { placeId } from '../model/tree';
import { DeleteDialog } from './DeleteDialog';
import { focusCard } from './focus';
import { Palette } from './Palette';
import { useCanvas, useCanvasStore } from './store';
import { UnsafeMove } from './UnsafeMove';

/** What the canvas asks: what to put in, whether to delete, whether to move all the same. */
export function CanvasDialogs({ document, descriptors }: { document: FlowDocument; descriptors: Descriptors }) {
  const store = useCanvasStore();
  const inserting = useCanvas((state) => state.inserting);
  const deleting = useCanvas((state) => state.deleting);
  const commands = useCanvas((state) => state.commands);
  const [unsafe, setUnsafe] = useState<{ key: string; target: MoveTarget } | null>(null);
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
          key={deleting}
          document={document}
          descriptors={descriptors}
          nodeKey={deleting}
          onDelete={(keep) => {
            store.setState({ deleting: null });
            commands.remove(deleting, keep);
          }}
          onClose={() => {
            store.setState({ deleting: null });
            focusCard(deleting);
          }}
        />
      ) : null}
      {unsafe ? (
        <UnsafeMove
          target={unsafe.target}
          document={document}
          onMove={() => {
            setUnsafe(null);
            commands.move(unsafe.key, unsafe.target.place);
          }}
          onClose={() => setUnsafe(null)}
        />
      ) : null}
    </>
  );
}

/** A safe move is made at once; one that breaks variables is asked about first. */
function useDrop(ask: (unsafe: { key: string; target: MoveTarget }) => void) {
  const store = useCanvasStore();
  useLayoutEffect(() => {
    store.setState({
      drop: (key, target) => {
        if (target.broken.length > 0) return ask({ key, target });
        store.getState().commands?.move(key, target.place);
        focusCard(key);
      },
    });
  }, [store, ask]);
}
