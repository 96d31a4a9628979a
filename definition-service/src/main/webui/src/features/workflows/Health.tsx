import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExecutionStatistics } from '@/api/queries/executions';
import { Moment } from '@/components/Moment';
import { StatusMark } from '@/components/StatusMark';
import { failureRate } from './statistics';
import styles from './WorkflowsPage.module.css';

interface Props {
  statistics: ExecutionStatistics | undefined;
}

/** When it last ran, and how that went. */
export function LastRun({ statistics }: Props) {
  const { t } = useTranslation('workflows');
  if (!statistics?.lastStatus) return <span className={styles.faint}>{t('noRun')}</span>;
  return (
    <span className={styles.lastRun}>
      <StatusMark status={statistics.lastStatus} />
      <span className={styles.faint}>
        <Moment at={statistics.lastStartedAt} />
      </span>
    </span>
  );
}

/** How many of its executions failed, in words and as a bar. */
export function FailureRate({ statistics }: Props) {
  const { t, i18n } = useTranslation('workflows');
  const rate = failureRate(statistics);
  if (rate === undefined) return null;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: rate < 0.1 ? 1 : 0 });
  return (
    <Tooltip title={t('rateHint')}>
      <span className={styles.rate}>
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${rate * 100}%` }} />
        </span>
        {percent.format(rate)}
      </span>
    </Tooltip>
  );
}
