import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TypeIcon } from '@/components/TypeIcon';
import { MinusSquareOutlined, PlusSquareOutlined } from '@/components/icons';
import { TRIGGER } from '../model/document';
import styles from './canvas.module.css';
import { CardMarks } from './CardMarks';
import { CardMenu } from './CardMenu';
import { CardTitle } from './CardTitle';
import type { CardNodeType } from './flowNodes';
import { toggleCollapsed, useCanvas, useCanvasStore } from './store';
import { useCardDrag } from './useCardDrag';
import { useCardPress } from './useCardPress';
import { useCardTone } from './useCardTone';

/** A node of the workflow, or its trigger. */
export const CardNode = memo(function CardNode({ data }: NodeProps<CardNodeType>) {
  const { t } = useTranslation('editor');
  const { key, title, type, icon, group, hidden, hasBranches } = data;
  const store = useCanvasStore();
  const isSelected = useCanvas((state) => state.selected === key);
  const isFirst = useCanvas((state) => state.selected === null && key === TRIGGER);
  const isFound = useCanvas((state) => state.found.has(key));
  const isInRun = useCanvas((state) => state.run.includes(key));
  const isMoving = useCanvas((state) => state.moving?.keys.includes(key) ?? false);
  const isRenaming = useCanvas((state) => state.renaming === key);
  const isEditable = useCanvas((state) => state.mode === 'edit');
  const tone = useCardTone(key);
  const drag = useCardDrag(key);
  const press = useCardPress(key);
  return (
    <div
      className={`${styles.card} nopan nodrag`}
      data-group={group}
      data-tone={tone}
      data-selected={isInRun || undefined}
      data-found={isFound || undefined}
      data-moving={isMoving || undefined}
      {...(isEditable && key !== TRIGGER ? drag : {})}
    >
      <span className={styles.icon}>
        <TypeIcon name={icon} />
      </span>
      {isRenaming ? (
        <CardTitle nodeKey={key} title={title} />
      ) : (
        <button
          type="button"
          className={styles.main}
          data-card={key}
          tabIndex={isSelected || isFirst ? 0 : -1}
          aria-pressed={isInRun}
          {...press}
          onFocus={() => store.getState().selected !== key && store.getState().select(key)}
        >
          <span className={styles.title}>{title}</span>
          <span className={styles.type}>{key === TRIGGER ? t('card.trigger') : type}</span>
        </button>
      )}
      <CardMarks nodeKey={key} />
      {hasBranches ? <Collapse nodeKey={key} title={title} hidden={hidden} /> : null}
      {isEditable && key !== TRIGGER ? <CardMenu nodeKey={key} title={title} hasBranches={hasBranches} /> : null}
    </div>
  );
});

function Collapse({ nodeKey, title, hidden }: { nodeKey: string; title: string; hidden: number }) {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const toggle = () => toggleCollapsed(store, nodeKey);
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-expanded={hidden === 0}
        aria-label={t(hidden > 0 ? 'card.expand' : 'card.collapse', { title })}
        onClick={toggle}
      >
        {hidden > 0 ? <PlusSquareOutlined /> : <MinusSquareOutlined />}
      </button>
      {hidden > 0 ? (
        <button type="button" tabIndex={-1} className={styles.chip} onClick={toggle}>
          {t('card.hidden', { count: hidden })}
        </button>
      ) : null}
    </>
  );
}
