import { useTranslation } from 'react-i18next';
import { StatusMark } from '@/components/StatusMark';
import type { ExecutionStatistics } from '@/api/queries/executions';
import { EXECUTION_STATUSES } from '../model/status';
import styles from './StatusCounts.module.css';

/** Sums of what began in the range, of one workflow or of all. */
export function sumByStatus(statistics: readonly ExecutionStatistics[], workflowKey?: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of statistics) {
    if (workflowKey !== undefined && one.workflowKey !== workflowKey) continue;
    for (const [status, count] of Object.entries(one.byStatus)) sums.set(status, (sums.get(status) ?? 0) + count);
  }
  return sums;
}

interface Props {
  counts: ReadonlyMap<string, number> | undefined;
  /** Which executions are counted: the range. */
  range: string;
  chosen: readonly string[];
  onChoose: (statuses: string[]) => void;
}

/** The statuses as switches, each with how many executions stand in it. */
export function StatusCounts({ counts, range, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('executions');
  const toggle = (status: string) =>
    onChoose(chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status]);
  return (
    <div className={styles.counts} role="group" aria-label={t('list.byStatus')}>
      {counts && <span className={styles.range}>{t('list.counted', { range })}</span>}
      {EXECUTION_STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          className={styles.count}
          aria-pressed={chosen.includes(status)}
          onClick={() => toggle(status)}
        >
          <StatusMark status={status} />
          {counts && <span className={styles.number}>{(counts.get(status) ?? 0).toLocaleString(i18n.language)}</span>}
        </button>
      ))}
    </div>
  );
}
