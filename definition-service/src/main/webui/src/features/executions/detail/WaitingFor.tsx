import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Execution, Waiting } from '@/api/queries/executions';
import { relative } from '@/components/time';
import { useNow } from '@/components/useNow';
import { sentenceOf } from '../model/waiting';
import type { Names } from '../useNames';
import styles from './WaitingFor.module.css';

const SHOWN = 5;

interface Props {
  execution: Execution;
  names: Names;
  openJob: (jobId: string) => void;
}

function useWords(names: Names) {
  const { t, i18n } = useTranslation('executions');
  const now = useNow(1_000);
  const exact = (at: string) => new Date(at).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'medium' });
  const distance = (at: string) => relative(Date.parse(at), now, i18n.language);
  return ({ nodeKey, type, kind, since, until, ...waiting }: Waiting) =>
    [
      t(`waiting.${sentenceOf({ type, kind, ...waiting })}`, { node: nodeKey ? names.node(nodeKey) : '', type, kind }),
      waiting.path ? t('waiting.at', { path: waiting.path }) : '',
      since ? t('waiting.since', { time: distance(since) }) : '',
      until ? t('waiting.until', { time: exact(until), distance: distance(until) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
}

function Waits({ execution, names, openJob }: Props) {
  const { t } = useTranslation('executions');
  const words = useWords(names);
  const waits = execution.waitingFor;
  return (
    <Alert
      type="info"
      showIcon
      title={t('waiting.title')}
      description={
        <ul className={styles.waits}>
          {waits.slice(0, SHOWN).map((waiting, index) => (
            <li key={waiting.jobId ?? `${waiting.kind}${index}`}>
              {words(waiting)}{' '}
              {waiting.jobId && (
                <Button size="small" type="link" onClick={() => openJob(waiting.jobId ?? '')}>
                  {t('waiting.open')}
                </Button>
              )}
            </li>
          ))}
          {waits.length > SHOWN && <li>{t('waiting.more', { count: waits.length - SHOWN })}</li>}
        </ul>
      }
    />
  );
}

/** Why it ended otherwise than well, with the way to the job where it happened. */
function Ended({ execution, openJob }: Props) {
  const { t } = useTranslation('executions');
  const reason = execution.reason;
  if (!reason) return null;
  const culprit = execution.jobs.findLast((job) => job.status === execution.status);
  const isStopped = execution.status === 'CANCELED' || execution.status === 'ABORTED';
  return (
    <Alert
      type={isStopped ? 'warning' : 'error'}
      showIcon
      title={reason.detail ?? t(`status.${execution.status}`)}
      description={
        <span className={styles.code}>
          {reason.code} {reason.by ? t('detail.by', { name: reason.by }) : null}
        </span>
      }
      action={
        culprit && (
          <Button size="small" onClick={() => openJob(culprit.id)}>
            {t('detail.showCulprit')}
          </Button>
        )
      }
    />
  );
}

/** In words: what the execution waits for while it is under way, or why it ended otherwise than well. */
export function WaitingFor(props: Props) {
  return props.execution.waitingFor.length > 0 ? <Waits {...props} /> : <Ended {...props} />;
}
