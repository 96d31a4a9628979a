import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import type { TriggerHealth } from '@/api/queries/triggers';
import { Moment } from '@/components/Moment';
import { duration } from '@/components/time';
import { HealthMark, type Health } from './HealthMark';
import styles from './TriggersPage.module.css';
import { reasonsOf, severity } from './reasons';

const HEALTH: Record<TriggerHealth['state'], Health> = { LISTENING: 'good', INTERRUPTED: 'waiting', DEAF: 'bad' };

function State({ item }: { item: TriggerHealth }) {
  const { t } = useTranslation('triggers');
  return (
    <>
      <HealthMark health={HEALTH[item.state]} text={t(`state.${item.state}`)} />
      {item.state !== 'LISTENING' && item.detail && <div className={styles.minor}>{item.detail}</div>}
    </>
  );
}

/** Why what was heard started nothing: the most frequent reasons first. */
function NotFired({ item }: { item: TriggerHealth }) {
  const { t } = useTranslation('triggers');
  const reasons = reasonsOf(item);
  if (item.lastEventAt == null) return null;
  if (reasons.length === 0) return <span className={styles.minor}>{t('nothingMissed')}</span>;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ reason, count, lastAt }) => (
        <li key={reason}>
          {t('reasonTimes', { reason: t(`reason.${reason}`), count })}
          {lastAt && (
            <span className={styles.minor}>
              {' '}
              · {t('lastly')} <Moment at={lastAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function useColumns(): TableColumnsType<TriggerHealth> {
  const { t, i18n } = useTranslation('triggers');
  const descriptors = useDescriptors();
  const types = descriptors.data?.triggers;
  return useMemo(
    () => [
      {
        title: t('column.workflow'),
        key: 'workflow',
        render: (_, item) => (
          <Link to="/workflows/$id" params={{ id: item.workflowId }} className={styles.title}>
            {item.title || item.workflowKey}
          </Link>
        ),
      },
      {
        title: t('column.type'),
        key: 'type',
        width: 150,
        render: (_, item) => types?.get(item.type)?.title ?? item.type,
      },
      {
        title: t('column.state'),
        key: 'state',
        width: 220,
        defaultSortOrder: 'descend',
        sorter: (a, b) => severity(a) - severity(b),
        render: (_, item) => <State item={item} />,
      },
      { title: t('column.lastEvent'), key: 'event', width: 130, render: (_, item) => <Moment at={item.lastEventAt} /> },
      { title: t('column.lastFired'), key: 'fired', width: 130, render: (_, item) => <Moment at={item.lastFiredAt} /> },
      {
        title: t('column.fired'),
        key: 'count',
        width: 90,
        align: 'end',
        className: styles.number,
        render: (_, item) => item.fired.toLocaleString(i18n.language),
      },
      {
        title: t('column.lag'),
        key: 'lag',
        width: 100,
        align: 'end',
        className: styles.number,
        render: (_, item) => (item.lagMs == null ? null : duration(item.lagMs, i18n.language)),
      },
      { title: t('column.notFired'), key: 'notFired', render: (_, item) => <NotFired item={item} /> },
    ],
    [t, i18n.language, types],
  );
}

/** The triggers of all enabled workflows; those that do not hear come first. */
export function HealthTable({ items }: { items: TriggerHealth[] }) {
  const columns = useColumns();
  return (
    <div className={styles.table}>
      <Table<TriggerHealth>
        rowKey="workflowId"
        size="small"
        columns={columns}
        dataSource={items}
        pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      />
    </div>
  );
}
