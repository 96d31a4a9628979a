import { useMemo } from 'react';
import type { Descriptors } from '@/features/editor/model/descriptors';
import type { FlowNode } from '@/features/editor/model/document';
import { CARD, layOut, pathOf } from '@/features/editor/model/layout';
import styles from './FlowSketch.module.css';

const NOTHING: ReadonlySet<string> = new Set();
const MARGIN = 12;

interface Props {
  nodes: readonly FlowNode[];
  descriptors: Descriptors;
}

/** The shape of a flow, without words: what stands where in the editor's drawing. Decoration beside a description. */
export function FlowSketch({ nodes, descriptors }: Props) {
  const layout = useMemo(
    () => layOut(nodes, { descriptors, collapsed: NOTHING, errorTitle: '' }),
    [nodes, descriptors],
  );
  const left = Math.min(...layout.cards.map((card) => card.x)) - CARD.width / 2 - MARGIN;
  const right = Math.max(...layout.cards.map((card) => card.x)) + CARD.width / 2 + MARGIN;
  return (
    <svg
      className={styles.sketch}
      viewBox={`${left} ${-MARGIN} ${right - left} ${layout.height + MARGIN}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
      focusable="false"
    >
      {layout.lines.map((line) => (
        <path key={pathOf(line.points)} d={pathOf(line.points)} className={line.error ? styles.error : styles.line} />
      ))}
      {layout.cards.map((card, index) => (
        <g key={card.key}>
          <rect
            x={card.x - CARD.width / 2}
            y={card.y}
            width={CARD.width}
            height={CARD.height}
            rx={12}
            className={index === 0 ? styles.trigger : styles.card}
          />
          <rect
            x={card.x - CARD.width / 2 + 14}
            y={card.y + 16}
            width={28}
            height={28}
            rx={8}
            className={styles.mark}
          />
          <rect
            x={card.x - CARD.width / 2 + 56}
            y={card.y + 24}
            width={130}
            height={12}
            rx={6}
            className={styles.word}
          />
        </g>
      ))}
    </svg>
  );
}
