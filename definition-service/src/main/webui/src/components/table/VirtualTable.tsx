import { type KeyboardEvent, type ReactNode } from 'react';
import { useRoving } from './useRoving';
import { useWindow } from './useWindow';
import styles from './VirtualTable.module.css';

export interface Column<T> {
  key: string;
  title: string;
  /** As a track of a CSS grid: `120px`, `minmax(200px, 1fr)`. */
  width: string;
  align?: 'end';
  render: (row: T, index: number) => ReactNode;
}

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Row that is open elsewhere. */
  current?: string;
  onOpen: (row: T) => void;
}

const ROW_HEIGHT = 36;

/** A table of any number of rows, of which only those in view are drawn. Enter or a click opens a row. */
export function VirtualTable<T>({ label, columns, rows, rowKey, current, onOpen }: Props<T>) {
  const { box, rows: drawn, onScroll, scrollTo } = useWindow(rows.length, ROW_HEIGHT);
  const { onKeyDown, rowProps } = useRoving(rows.length, scrollTo);
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  const open = (row: T) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(row);
    }
  };
  return (
    <div
      ref={box}
      className={styles.box}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
    >
      <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.head}`} style={tracks}>
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={column.align === 'end' ? styles.end : undefined}>
            {column.title}
          </div>
        ))}
      </div>
      <div role="presentation" style={{ height: drawn.above }} />
      {rows.slice(drawn.first, drawn.end).map((row, offset) => {
        const index = drawn.first + offset;
        const { tabIndex, ...rest } = rowProps(index);
        return (
          <div
            key={rowKey(row)}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={rowKey(row) === current}
            className={`${styles.row} ${styles.body}`}
            style={{ ...tracks, height: ROW_HEIGHT }}
            onClick={() => onOpen(row)}
            onKeyDown={open(row)}
            tabIndex={tabIndex}
            {...rest}
          >
            {columns.map((column) => (
              <div
                key={column.key}
                role="gridcell"
                className={`${styles.cell} ${column.align === 'end' ? styles.end : ''}`}
              >
                {column.render(row, index)}
              </div>
            ))}
          </div>
        );
      })}
      <div role="presentation" style={{ height: drawn.below }} />
    </div>
  );
}
