import { Link } from '@tanstack/react-router';
import { Alert, Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { JsonView } from '@/components/json/JsonView';
import { StatusMark } from '@/components/StatusMark';
import { CloseOutlined } from '@/components/icons';
import { useExecution } from '@/features/executions/useExecution';
import { hasEnded } from '@/features/executions/model/status';
import styles from './run.module.css';

/** Half a minute of looking for an execution that was just started. */
const ATTEMPTS = 60;
const PAUSE = 500;

/** How the run goes: its state, each job, and its output. */
export function RunPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('editor');
  const { query } = useExecution(id);
  const execution = query.data;
  const isStarting = useStarting(query);
  return (
    <aside className={styles.panel} aria-label={t('run.panel')}>
      <header className={styles.head}>
        <span role="status">
          {execution ? <StatusMark status={execution.status} paused={execution.paused} /> : t('run.starting')}
        </span>
        <span className={styles.links}>
          <Link to="/executions/$id" params={{ id }}>
            {t('run.open')}
          </Link>
          <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('run.close')} onClick={onClose} />
        </span>
      </header>
      {query.isError && !execution && !isStarting ? <Alert type="error" title={query.error.message} /> : null}
      {execution ? (
        <div className={styles.jobs}>
          {execution.reason?.detail ? <Alert type="error" showIcon title={execution.reason.detail} /> : null}
          <ol>
            {execution.jobs.map((job) => (
              <li key={job.id}>
                <details>
                  <summary>
                    <StatusMark status={job.status} />
                    <span>{job.path === '' ? job.nodeKey : `${job.path} › ${job.nodeKey}`}</span>
                  </summary>
                  {job.log ? <pre className={styles.log}>{job.log}</pre> : null}
                  {job.result === undefined ? null : (
                    <JsonView value={job.result} label={t('run.result', { key: job.nodeKey })} />
                  )}
                </details>
              </li>
            ))}
          </ol>
          {hasEnded(execution.status) && execution.output !== undefined && execution.output !== null ? (
            <section>
              <h3>{t('run.output')}</h3>
              <JsonView value={execution.output} label={t('run.output')} />
            </section>
          ) : null}
        </div>
      ) : (
        <Skeleton active paragraph={{ rows: 3 }} title={false} />
      )}
    </aside>
  );
}

/** An execution is taken in a moment after it was asked for; until then there is none to be read. */
function useStarting({ error, errorUpdateCount, refetch }: ReturnType<typeof useExecution>['query']): boolean {
  const isStarting = error instanceof Problem && error.status === 404 && errorUpdateCount < ATTEMPTS;
  useEffect(() => {
    if (!isStarting) return;
    const timer = setTimeout(() => void refetch(), PAUSE);
    return () => clearTimeout(timer);
  }, [isStarting, errorUpdateCount, refetch]);
  return isStarting;
}
