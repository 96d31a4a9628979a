import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CaretDownOutlined, CaretRightOutlined } from '@/components/icons';
import { preview, rowKey, type Row } from './tree';
import styles from '../forms.module.css';

interface Props {
  rows: readonly Row[];
  active: number;
  onChoose: (row: Row) => void;
  onToggle: (row: Row, expand: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One level is indented by as much. */
const INDENT = 16;

export function VariableTree({ rows, active, onChoose, onToggle, onKeyDown }: Props) {
  const { t } = useTranslation('forms');
  const tree = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = tree.current?.children[active];
    if (!(row instanceof HTMLElement)) return;
    row.scrollIntoView?.({ block: 'nearest' });
    // Typing goes on in the search; from the tree itself the focus walks along.
    if (tree.current?.contains(document.activeElement)) row.focus();
  }, [active]);
  return (
    <ul ref={tree} role="tree" onKeyDown={onKeyDown} aria-label={t('variables.title')} className={styles.tree}>
      {rows.map((row, index) => (
        // The keys are those of the tree around.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={rowKey(row)}
          role="treeitem"
          aria-level={row.depth + 1}
          aria-selected={index === active}
          {...(row.node.children?.length ? { 'aria-expanded': row.expanded } : {})}
          tabIndex={index === active ? 0 : -1}
          className={styles.treeRow}
          style={{ paddingInlineStart: 6 + row.depth * INDENT }}
          onClick={() => onChoose(row)}
        >
          <Caret row={row} onToggle={onToggle} />
          <span className={row.node.value === '' ? `${styles.treeLabel} ${styles.heading}` : styles.treeLabel}>
            {row.node.label}
          </span>
          {row.node.type && <span className={styles.type}>{t(`types.${row.node.type}`, row.node.type)}</span>}
          <span className={styles.sample}>{row.node.sample === undefined ? '' : preview(row.node.sample)}</span>
        </li>
      ))}
    </ul>
  );
}

function Caret({ row, onToggle }: { row: Row; onToggle: Props['onToggle'] }) {
  if (!row.node.children?.length) return <span style={{ width: 12 }} />;
  const Icon = row.expanded ? CaretDownOutlined : CaretRightOutlined;
  return (
    <Icon
      aria-hidden
      style={{ fontSize: 12 }}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(row, !row.expanded);
      }}
    />
  );
}
