import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseOutlined, PlusOutlined } from '@/components/icons';
import styles from './canvas.module.css';
import type { AddNodeType, EndNodeType, TitleNodeType } from './flowNodes';
import { useCanvas, useCanvasStore } from './store';

/** The name of a branch, at its head. */
export const TitleNode = memo(function TitleNode({ data }: NodeProps<TitleNodeType>) {
  return (
    <div className={styles.branch} data-error={data.error || undefined} title={data.title}>
      {data.title}
    </div>
  );
});

/** Where a list ends: at the end of the workflow, or since a node ends it. */
export const EndNode = memo(function EndNode({ data }: NodeProps<EndNodeType>) {
  const { t } = useTranslation('editor');
  return data.stop ? (
    <div className={styles.stop}>
      <CloseOutlined aria-label={t('end.stop')} />
    </div>
  ) : (
    <div className={styles.end}>{t('end.label')}</div>
  );
});

/** Draws one more branch, with its first node. */
export const AddNode = memo(function AddNode({ data }: NodeProps<AddNodeType>) {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const isShown = useCanvas((state) => state.mode === 'edit' && state.moving === null);
  if (!isShown) return null;
  return (
    <button
      type="button"
      className={`${styles.add} nopan nodrag`}
      aria-label={t('slot.addBranch')}
      title={t('slot.addBranch')}
      onClick={() => store.setState({ inserting: { upstreamKey: data.owner, branchIndex: data.index } })}
    >
      <PlusOutlined />
    </button>
  );
});
