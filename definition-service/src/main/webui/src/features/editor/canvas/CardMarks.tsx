import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExclamationCircleFilled, WarningFilled } from '@/components/icons';
import { hasEnded, tone } from '@/features/executions/model/status';
import styles from './canvas.module.css';
import { useCanvas } from './store';

/** What is wrong with a node, and what an execution made of it. */
export function CardMarks({ nodeKey }: { nodeKey: string }) {
  const { t } = useTranslation(['editor', 'executions']);
  const problems = useCanvas((state) => state.problems.get(nodeKey));
  const state = useCanvas(({ overlay }) => overlay.get(nodeKey));
  return (
    <span className={styles.marks}>
      {problems && problems.violations > 0 ? (
        <Tooltip title={t('card.violations', { count: problems.violations })}>
          <ExclamationCircleFilled
            className={styles.violation}
            aria-label={t('card.violations', { count: problems.violations })}
          />
        </Tooltip>
      ) : null}
      {problems && problems.violations === 0 && problems.findings > 0 ? (
        <Tooltip title={t('card.findings', { count: problems.findings })}>
          <WarningFilled className={styles.finding} aria-label={t('card.findings', { count: problems.findings })} />
        </Tooltip>
      ) : null}
      {state ? (
        <span
          className={styles.status}
          data-tone={tone(state.status)}
          data-running={!hasEnded(state.status) || undefined}
        >
          {t(`executions:status.${state.status}`)}
          {state.count > 1 ? ` ×${state.count}` : ''}
          {state.count > 1 && state.troubled ? ` · ${t('card.troubled', { count: state.troubled })}` : ''}
        </span>
      ) : null}
    </span>
  );
}
