import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { moveTargets } from '../model/operations';
import { TRIGGER, type FlowNode } from '../model/document';
import { CARD, type Layout } from '../model/layout';
import { runBetween } from '../model/run';
import { useCanvas, useCanvasStore, type CanvasState } from './store';
import { titleOf } from './titleOf';
import type { FlowCanvasProps } from './types';

const NO_OVERLAY = new Map();

/** Keeps what cards read equal to what the page says, and the selected card in sight. Returns what moves a card into sight. */
export function useCanvasSync(props: FlowCanvasProps, layout: Layout, frame: RefObject<HTMLDivElement | null>) {
  const { document, mode, overlay, problems, selected = null, commands, covered = 0 } = props;
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const flow = useReactFlow();
  const latest = useRef({ props, layout });
  useLayoutEffect(() => {
    latest.current = { props, layout };
  });
  useLayoutEffect(() => {
    store.setState({
      mode,
      overlay: overlay ?? NO_OVERLAY,
      problems: problems ?? NO_OVERLAY,
      commands: mode === 'edit' ? (commands ?? null) : null,
    });
  }, [store, mode, overlay, problems, commands]);
  const extent = useCanvas((state) => state.extent);
  useLayoutEffect(() => {
    store.setState({ selected, run: selectedRun(document.nodes, selected, extent) });
  }, [store, selected, extent, document.nodes]);
  useLayoutEffect(() => {
    store.setState({
      select: (key) => {
        store.setState({ extent: null });
        latest.current.props.onSelect?.(key);
      },
      open: (key) => {
        store.getState().select(key);
        latest.current.props.onOpen?.(key);
      },
      startMove: (keys, by) => {
        const { document, descriptors } = latest.current.props;
        const { nodes } = document;
        const places = latest.current.layout.slots.map(({ place }) => place);
        const title = titleOf(nodes, keys, t);
        const targets = moveTargets(nodes, keys, places, descriptors);
        store.setState({ moving: { keys, title, by, over: null, targets } });
      },
    });
  }, [store, t]);

  useEffect(() => {
    if (selected !== null) showCard(flow, frame.current, covered, layout, selected);
  }, [flow, frame, covered, layout, selected]);
  useStart(frame, layout, document.nodes.length);
  return (key: string) => showCard(flow, frame.current, covered, latest.current.layout, key);
}

/** A selection of several holds as long as the node that it was drawn out to is the selected one. */
function selectedRun(
  nodes: readonly FlowNode[],
  selected: string | null,
  extent: CanvasState['extent'],
): readonly string[] {
  if (selected === null) return [];
  const run = extent?.to === selected ? runBetween(nodes, extent.from, selected) : [];
  return run.length > 0 ? run : [selected];
}

/** Moves the view, but only when the card is not in sight: a drawing that jumps is hard to follow. */
function showCard(flow: ReactFlowInstance, frame: HTMLElement | null, covered: number, layout: Layout, key: string) {
  const card = layout.cards.find((found) => found.key === key);
  const box = frame?.getBoundingClientRect();
  if (!card || !box) return;
  const { x, y, zoom } = flow.getViewport();
  const [width, height] = [box.width - covered, box.height];
  const [left, top] = [(card.x - CARD.width / 2) * zoom + x, card.y * zoom + y];
  if (left >= 0 && top >= 0 && left + CARD.width * zoom <= width && top + CARD.height * zoom <= height) return;
  const scale = Math.max(zoom, 0.6);
  const middle = card.y + CARD.height / 2;
  void flow.setViewport({ x: width / 2 - card.x * scale, y: height / 2 - middle * scale, zoom: scale });
}

/** The drawing begins with the trigger at the top, in the middle. */
function useStart(frame: RefObject<HTMLDivElement | null>, layout: Layout, count: number) {
  const flow = useReactFlow();
  const isPlaced = useRef(false);
  useEffect(() => {
    if (isPlaced.current || !frame.current || !layout.cards.some(({ key }) => key === TRIGGER)) return;
    isPlaced.current = true;
    const zoom = count > 30 ? 0.8 : 1;
    void flow.setViewport({ x: frame.current.clientWidth / 2, y: 64, zoom });
  }, [flow, frame, layout, count]);
}
