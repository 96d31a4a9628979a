import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
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

  const show = useCallback(
    (key: string, always = false) => {
      const card = latest.current.layout.cards.find((found) => found.key === key);
      const box = frame.current?.getBoundingClientRect();
      if (!card || !box) return;
      const { x, y, zoom } = flow.getViewport();
      const [left, top] = [(card.x - CARD.width / 2) * zoom + x, card.y * zoom + y];
      const isInSight =
        left >= 0 && top >= 0 && left + CARD.width * zoom <= box.width && top + CARD.height * zoom <= box.height;
      if (always || !isInSight) void flow.setCenter(card.x, card.y + CARD.height / 2, { zoom: Math.max(zoom, 0.6), duration: 0 });
    },
    [flow, frame],
  );

  useEffect(() => {
    if (selected !== null) show(selected);
  }, [selected, show, layout]);
  useStart(frame, layout, document.nodes.length);
  return show;
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
