import { Empty, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchOutlined } from '@/components/icons';
import { VariableTree } from './VariableTree';
import { rowKey, rowsOf, type Row } from './tree';
import type { VariableNode } from './types';
import styles from '../forms.module.css';

interface Props {
  variables: readonly VariableNode[];
  onPick: (path: string) => void;
  onCancel: () => void;
}

/** More lines than anybody reads; a search finds the others. */
const MOST = 400;

/** The variables as a tree, with a search. Arrow keys walk, Enter chooses, Escape closes. */
export function VariablePicker({ variables, onPick, onCancel }: Props) {
  const { t } = useTranslation('forms');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(variables.map((node) => node.label)));
  const [active, setActive] = useState(0);
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  const rows = rowsOf(variables, open, useDeferredValue(search)).slice(0, MOST);
  const at = Math.min(active, rows.length - 1);

  const toggle = (row: Row, expand: boolean) => {
    const next = new Set(open);
    if (expand) next.add(rowKey(row));
    else next.delete(rowKey(row));
    setOpen(next);
  };
  const choose = (row: Row) => (row.node.value === '' ? toggle(row, !row.expanded) : onPick(row.node.value));
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    const act = row && keys(row, rows, at)[event.key];
    if (event.key === 'Escape') onCancel();
    else if (!act || (event.target instanceof HTMLInputElement && /^(Arrow(Left|Right)|Home|End)$/.test(event.key)))
      return;
    else act();
    event.preventDefault();
    event.stopPropagation();
  };
  const keys = (row: Row, all: readonly Row[], index: number): Record<string, () => void> => ({
    ArrowDown: () => setActive(Math.min(index + 1, all.length - 1)),
    ArrowUp: () => setActive(Math.max(index - 1, 0)),
    Home: () => setActive(0),
    End: () => setActive(all.length - 1),
    ArrowRight: () => (row.expanded ? setActive(index + 1) : toggle(row, true)),
    ArrowLeft: () => (row.expanded ? toggle(row, false) : setActive(parentOf(all, index))),
    Enter: () => choose(row),
  });

  return (
    <div className={styles.picker} role="dialog" aria-label={t('variables.title')}>
      <Input
        ref={input}
        onKeyDown={onKeyDown}
        prefix={<SearchOutlined />}
        allowClear
        value={search}
        placeholder={t('variables.search')}
        aria-label={t('variables.search')}
        onChange={(event) => {
          setSearch(event.target.value);
          setActive(0);
        }}
      />
      {rows.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(variables.length === 0 ? 'variables.none' : 'variables.notFound')}
        />
      ) : (
        <VariableTree rows={rows} active={at} onChoose={choose} onToggle={toggle} onKeyDown={onKeyDown} />
      )}
    </div>
  );
}

function parentOf(rows: readonly Row[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  const above = rows.slice(0, index).findLastIndex((row) => row.depth < depth);
  return above < 0 ? index : above;
}
