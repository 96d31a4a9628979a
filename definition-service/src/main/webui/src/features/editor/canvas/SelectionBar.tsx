import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CloseOutlined, CopyOutlined, DeleteOutlined, DragOutlined } from '@/components/icons';
import styles from './canvas.module.css';
import { writeClipboard } from './clipboard';
import { useCanvas, useCanvasStore } from './store';

/** How many nodes are selected, and what can be done with all of them; nothing while it is one. */
export function SelectionBar() {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const run = useCanvas((state) => state.run);
  const commands = useCanvas((state) => state.commands);
  const isMoving = useCanvas((state) => state.moving !== null);
  const said = run.length > 1 ? t('selection.selected', { count: run.length }) : '';
  return (
    <>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      {commands && said !== '' && !isMoving ? (
        <div className={styles.notice} role="toolbar" aria-label={t('selection.label')}>
          <span aria-hidden>{said}</span>
          <Button size="small" icon={<DragOutlined />} onClick={() => store.getState().startMove(run, 'keyboard')}>
            {t('menu.move')}
          </Button>
          <Button size="small" icon={<CopyOutlined />} onClick={() => void writeClipboard(commands.copy(run, false))}>
            {t('menu.copy')}
          </Button>
          <Button size="small" danger icon={<DeleteOutlined />} onClick={() => store.setState({ deleting: run })}>
            {t('menu.delete')}
          </Button>
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('selection.end')}
            onClick={() => store.setState({ extent: null })}
          />
        </div>
      ) : null}
    </>
  );
}
