import { Button, Dropdown, Space } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/queries/may';
import type { ExecutionSummary, Steering } from '@/api/queries/executions';
import { CaretRightOutlined, PauseOutlined, RedoOutlined, StopOutlined } from '@/components/icons';
import { mayFit } from '../model/actions';
import styles from './BulkBar.module.css';

const ACTIONS: readonly { action: Steering; icon: ComponentType }[] = [
  { action: 'retry', icon: RedoOutlined },
  { action: 'pause', icon: PauseOutlined },
  { action: 'resume', icon: CaretRightOutlined },
  { action: 'cancel', icon: StopOutlined },
];

interface Props {
  selected: readonly ExecutionSummary[];
  busy: boolean;
  onSelected: (action: Steering) => void;
  onFiltered: (action: Steering) => void;
  onUnselect: () => void;
}

/** What can be done to what is selected, and to all that the filter finds. */
export function BulkBar({ selected, busy, onSelected, onFiltered, onUnselect }: Props) {
  const { t } = useTranslation('executions');
  const may = useMay();
  return (
    <div className={styles.bar}>
      {selected.length > 0 && (
        <Space size={6} role="toolbar" aria-label={t('bulk.toolbar')}>
          <span role="status">{t('bulk.selected', { count: selected.length })}</span>
          {ACTIONS.map(({ action, icon: Icon }) => (
            <Button
              key={action}
              size="small"
              icon={<Icon />}
              danger={action === 'cancel'}
              disabled={busy || !selected.some((one) => mayFit(action, one))}
              onClick={() => onSelected(action)}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
          <Button size="small" type="link" onClick={onUnselect}>
            {t('bulk.unselect')}
          </Button>
        </Space>
      )}
      {may.oversee && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: ACTIONS.map(({ action, icon: Icon }) => ({
              key: action,
              icon: <Icon />,
              danger: action === 'cancel',
              label: t(`bulk.filtered.${action}`),
            })),
            onClick: ({ key }) => ACTIONS.filter((one) => one.action === key).forEach((one) => onFiltered(one.action)),
          }}
        >
          <Button size="small" loading={busy}>
            {t('bulk.whole')}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
