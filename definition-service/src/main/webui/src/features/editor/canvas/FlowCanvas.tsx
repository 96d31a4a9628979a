import { Background, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CARD, layOut } from '../model/layout';
import { AddNode, EndNode, TitleNode } from './smallNodes';
import { CanvasControls } from './CanvasControls';
import { CanvasDialogs } from './CanvasDialogs';
import { canvasKeys } from './canvasKeys';
import { CanvasSearch } from './CanvasSearch';
import { CardNode } from './CardNode';
import { flowNodes, keepEqual, type CanvasNode } from './flowNodes';
import { Lines } from './Lines';
import { MovingNotice } from './MovingNotice';
import { SelectionBar } from './SelectionBar';
import { SlotNode } from './SlotNode';
import { CanvasProvider, createCanvasStore, useCanvas, useCanvasStore } from './store';
import type { FlowCanvasProps } from './types';
import { useCanvasSync } from './useCanvasSync';
import styles from './canvas.module.css';

const NODE_TYPES = { card: CardNode, slot: SlotNode, title: TitleNode, end: EndNode, add: AddNode };
/** Drawn whole, a graph is passed through by the Tab key; larger ones would cost more than a frame. */
const DRAWN_WHOLE = 60;

/** A workflow as a drawing: to edit it, or to see what an execution made of it. */
export function FlowCanvas(props: FlowCanvasProps) {
  const [store] = useState(createCanvasStore);
  return (
    <CanvasProvider value={store}>
      <ReactFlowProvider>
        <Canvas {...props} />
      </ReactFlowProvider>
    </CanvasProvider>
  );
}

function Canvas(props: FlowCanvasProps) {
  const { document, descriptors, mode } = props;
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const flow = useReactFlow();
  const [hasMap, setMap] = useState(document.nodes.length > 20);
  const collapsed = useCanvas((state) => state.collapsed);
  const isMovingByKeys = useCanvas((state) => state.moving?.by === 'keyboard');
  const layout = useMemo(
    () => layOut(document.nodes, { descriptors, collapsed, errorTitle: t('branch.error') }),
    [document.nodes, descriptors, collapsed, t],
  );
  const nodes = useFlowNodes(props, layout);
  const frame = useRef<HTMLDivElement>(null);
  const show = useCanvasSync(props, layout, frame);
  const keys = canvasKeys({
    ...{ store, layout, document, show },
    zoom: (step) =>
      void (step === 'fit'
        ? flow.fitView({ padding: 0.1, maxZoom: 1 })
        : step === 'in'
          ? flow.zoomIn()
          : flow.zoomOut()),
  });
  return (
    // The keys belong to the cards inside; this element only hears of them on their way up.
    <div ref={frame} className={styles.canvas} data-mode={mode} {...keys}>
      <ReactFlow<CanvasNode>
        nodes={nodes}
        edges={[]}
        nodeTypes={NODE_TYPES}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={1.5}
        defaultViewport={{ x: 0, y: 24, zoom: 1 }}
        onlyRenderVisibleElements={nodes.length > DRAWN_WHOLE && !isMovingByKeys}
        onPaneClick={() => store.getState().select(null)}
        aria-label={t('canvas.label')}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} size={1} color="var(--ant-color-border-secondary)" />
        <Lines lines={layout.lines} />
        {hasMap ? (
          <MiniMap<CanvasNode>
            pannable
            zoomable
            ariaLabel={t('canvas.map')}
            nodeColor={(node) => (node.type === 'card' ? 'var(--ant-color-text-quaternary)' : 'transparent')}
            maskColor="var(--ant-color-fill-secondary)"
            bgColor="var(--ant-color-bg-elevated)"
            nodeBorderRadius={CARD.height / 4}
            style={{ width: 160, height: 120 }}
          />
        ) : null}
      </ReactFlow>
      <div className={styles.tools}>
        <CanvasSearch document={document} onShow={(key) => (store.getState().select(key), show(key))} />
        <CanvasControls hasMap={hasMap} onMap={setMap} isEditable={mode === 'edit'} />
      </div>
      <MovingNotice />
      <SelectionBar />
      <CanvasDialogs document={document} descriptors={descriptors} />
    </div>
  );
}

function useFlowNodes(
  { document, descriptors, mode }: FlowCanvasProps,
  layout: ReturnType<typeof layOut>,
): CanvasNode[] {
  const [cache] = useState(() => new Map<string, CanvasNode>());
  return useMemo(() => {
    const all = flowNodes(layout, document, descriptors);
    const kept = keepEqual(cache, mode === 'edit' ? all : all.filter(({ type }) => type !== 'slot' && type !== 'add'));
    cache.clear();
    kept.forEach((node) => cache.set(node.id, node));
    return kept;
  }, [layout, document, descriptors, mode, cache]);
}
