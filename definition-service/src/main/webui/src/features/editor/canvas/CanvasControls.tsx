import { useReactFlow, useStore } from '@xyflow/react';
import { Button, Popover, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BorderOuterOutlined,
  CompressOutlined,
  QuestionCircleOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@/components/icons';
import styles from './canvas.module.css';

const KEYS = [
  'arrows',
  'open',
  'insert',
  'several',
  'move',
  'rename',
  'copy',
  'delete',
  'collapse',
  'undo',
  'search',
  'zoom',
  'save',
] as const;

interface Props {
  hasMap: boolean;
  onMap: (shown: boolean) => void;
  isEditable: boolean;
}

/** Zoom, map, and which keys do what. */
export function CanvasControls({ hasMap, onMap, isEditable }: Props) {
  const { t } = useTranslation('editor');
  const flow = useReactFlow();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const keys = KEYS.filter((key) => isEditable || ['arrows', 'open', 'collapse', 'search', 'zoom'].includes(key));
  return (
    <div className={styles.controls} role="toolbar" aria-label={t('controls.label')}>
      <Tool label={t('controls.out')} icon={<ZoomOutOutlined />} onClick={() => void flow.zoomOut()} />
      <Tooltip title={t('controls.actual')}>
        <Button size="small" type="text" className={styles.percent} onClick={() => void flow.zoomTo(1)}>
          {`${percent} %`}
        </Button>
      </Tooltip>
      <Tool label={t('controls.in')} icon={<ZoomInOutlined />} onClick={() => void flow.zoomIn()} />
      <Tool
        label={t('controls.fit')}
        icon={<CompressOutlined />}
        onClick={() => void flow.fitView({ padding: 0.1, maxZoom: 1 })}
      />
      <Tool label={t('controls.map')} icon={<BorderOuterOutlined />} pressed={hasMap} onClick={() => onMap(!hasMap)} />
      <Popover
        trigger="click"
        placement="topLeft"
        title={t('keys.title')}
        content={
          <dl className={styles.keys}>
            {keys.map((key) => (
              <div key={key}>
                <dt>{t(`keys.${key}.keys`)}</dt>
                <dd>{t(`keys.${key}.text`)}</dd>
              </div>
            ))}
          </dl>
        }
      >
        <Button size="small" type="text" icon={<QuestionCircleOutlined />} aria-label={t('keys.title')} />
      </Popover>
    </div>
  );
}

function Tool({
  label,
  icon,
  pressed,
  onClick,
}: {
  label: string;
  icon: ReactNode;
  pressed?: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip title={label}>
      <Button
        size="small"
        type="text"
        icon={icon}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onClick}
      />
    </Tooltip>
  );
}
