import type { NodeProps } from '@xyflow/react';
import { Tooltip } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusOutlined, WarningOutlined } from '@/components/icons';
import { placeId } from '../model/tree';
import styles from './canvas.module.css';
import type { SlotNodeType } from './flowNodes';
import { useCanvas, useCanvasStore } from './store';

/** A place between nodes: a plus button, and a target while a node is being moved. */
export const SlotNode = memo(function SlotNode({ data }: NodeProps<SlotNodeType>) {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const place = { upstreamKey: data.upstreamKey, branchIndex: data.branchIndex };
  const id = placeId(place);
  const isMoving = useCanvas((state) => state.moving !== null);
  const target = useCanvas((state) => state.moving?.targets.get(id));
  const isOver = useCanvas((state) => state.moving?.over === id);
  if (isMoving && !target) return null;
  const label = target ? targetLabel() : t('slot.insert', { place: where() });

  function where(): string {
    if (data.upstreamKey === null) return t('slot.start');
    return data.branchIndex === null
      ? t('slot.behind', { title: data.label })
      : t('slot.branch', { title: data.label, branch: data.branch });
  }

  function targetLabel(): string {
    const broken = new Set(target?.broken.map(({ path }) => path) ?? []);
    return broken.size === 0
      ? t('slot.moveHere', { place: where() })
      : t('slot.moveUnsafe', { place: where(), variables: [...broken].join(', ') });
  }

  const button = (
    <button
      type="button"
      className={`${styles.slot} nopan nodrag`}
      aria-label={label}
      data-place={id}
      data-target={target ? (target.broken.length > 0 ? 'unsafe' : 'safe') : undefined}
      data-over={isOver || undefined}
      onClick={() => {
        const { moving, drop } = store.getState();
        if (!target || !moving) return store.setState({ inserting: place });
        store.setState({ moving: null });
        drop(moving.keys, target);
      }}
    >
      {target && target.broken.length > 0 ? <WarningOutlined /> : <PlusOutlined />}
    </button>
  );
  return target ? (
    <Tooltip title={label} {...(isOver ? { open: true } : {})}>
      {button}
    </Tooltip>
  ) : (
    button
  );
});
