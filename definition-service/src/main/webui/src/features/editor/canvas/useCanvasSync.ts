import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { moveTargets } from '../model/operations';
import { TRIGGER } from '../model/document';
import { CARD, type Layout } from '../model/layout';
import { useCanvasStore } from './store';
import type { FlowCanvasProps } from './types';

const NO_OVERLAY = new Map();

/** Keeps what cards read equal to what the page says, and the selected card in sight. Returns what moves a card into sight. */
export function useCanvasSync(props: FlowCanvasProps, layout: Layout, frame: RefObject<HTMLDivElement | null>) {
  const { document, mode, overlay, problems, selected = null, commands, covered = 0 } = props;
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
  useLayoutEffect(() => {
    store.setState({ selected });
  }, [store, selected]);
  useLayoutEffect(() => {
    store.setState({
      select: (key) => latest.current.props.onSelect?.(key),
      open: (key) => {
        latest.current.props.onSelect?.(key);
        latest.current.props.onOpen?.(key);
      },
      startMove: (key, by) => {
        const { nodes } = latest.current.props.document;
        const places = latest.current.layout.slots.map(({ place }) => place);
        const title = nodes.find((node) => node.key === key)?.title || key;
        store.setState({ moving: { key, title, by, over: null, targets: moveTargets(nodes, key, places) } });
      },
    });
  }, [store]);

  useEffect(() => {
    if (selected !== null) showCard(flow, frame.current, covered, layout, selected);
  }, [flow, frame, covered, layout, selected]);
  useStart(frame, layout, document.nodes.length);
  return (key: string) => showCard(flow, frame.current, covered, latest.current.layout, key);
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
