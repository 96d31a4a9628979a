import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { pathOf, type Line } from '../model/layout';
import styles from './canvas.module.css';
import { useCanvas } from './store';

/**
 * All lines of the drawing in three paths of one SVG: a component for each of 600 lines would cost more than everything else on the
 * canvas.
 */
export const Lines = memo(function Lines({ lines }: { lines: readonly Line[] }) {
  const overlay = useCanvas((state) => state.overlay);
  const { usual, error, taken } = useMemo(() => {
    const isTaken = (line: Line) => line.to !== null && overlay.has(line.to);
    const paths = (wanted: (line: Line) => boolean) =>
      lines
        .filter(wanted)
        .map(({ points }) => pathOf(points))
        .join('');
    return {
      usual: paths((line) => !line.error),
      error: paths((line) => line.error),
      taken: paths(isTaken),
    };
  }, [lines, overlay]);
  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-hidden>
        <path d={usual} className={styles.line} />
        <path d={error} className={styles.errorLine} />
        <path d={taken} className={styles.takenLine} />
      </svg>
    </ViewportPortal>
  );
});
