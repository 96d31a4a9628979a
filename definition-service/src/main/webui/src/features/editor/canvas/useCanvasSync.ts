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
  const { document, mode, overlay, problems, selected = null, commands } = props;
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
    if (selected !== null) showCard(flow, frame.current, layout, selected);
  }, [flow, frame, layout, selected]);
  useStart(frame, layout, document.nodes.length);
  return (key: string) => showCard(flow, frame.current, latest.current.layout, key);
}

/** Moves the view, but only when the card is not in sight: a drawing that jumps is hard to follow. */
function showCard(flow: ReactFlowInstance, frame: HTMLElement | null, layout: Layout, key: string) {
  const card = layout.cards.find((found) => found.key === key);
  const box = frame?.getBoundingClientRect();
  if (!card || !box) return;
  const { x, y, zoom } = flow.getViewport();
  const [left, top] = [(card.x - CARD.width / 2) * zoom + x, card.y * zoom + y];
  const right = left + CARD.width * zoom;
  const bottom = top + CARD.height * zoom;
  if (left >= 0 && top >= 0 && right <= box.width && bottom <= box.height) return;
  void flow.setCenter(card.x, card.y + CARD.height / 2, { zoom: Math.max(zoom, 0.6), duration: 0 });
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
