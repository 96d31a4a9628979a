import { useTranslation } from 'react-i18next';
import type { Execution, JobView } from '@/api/queries/executions';
import { Fact, Facts } from '@/components/detail/Facts';
import { StatusMark } from '@/components/StatusMark';
import { duration } from '@/components/time';
import { ExecutionLink } from '../detail/Relatives';

/** The execution that the job called, where it is a call of a workflow. */
function calledBy(job: JobView): string | undefined {
  if (job.type !== 'subflow' || typeof job.result !== 'object' || job.result === null) return undefined;
  const id = (job.result as Record<string, unknown>)['executionId'];
  return typeof id === 'string' ? id : undefined;
}

/** When, where and how often the job ran. */
export function JobFacts({ execution, job }: { execution: Execution; job: JobView }) {
  const { t, i18n } = useTranslation('executions');
  const exact = (at: string) =>
    new Date(at).toLocaleString(i18n.language, {
      dateStyle: 'medium',
      timeStyle: 'medium',
    });
  const called = calledBy(job);
  const lasted = job.startedAt && job.endedAt ? Date.parse(job.endedAt) - Date.parse(job.startedAt) : undefined;
  return (
    <Facts>
      <Fact name={t('column.status')}>
        <StatusMark status={job.status} />
      </Fact>
      <Fact name={t('job.node')}>
        {job.nodeKey} · {job.type}
      </Fact>
      {job.path !== '' && <Fact name={t('job.path')}>{job.path}</Fact>}
      <Fact name={t('job.attempts')}>{job.attempt}</Fact>
      {job.startedAt && <Fact name={t('job.started')}>{exact(job.startedAt)}</Fact>}
      {job.endedAt && <Fact name={t('job.ended')}>{exact(job.endedAt)}</Fact>}
      {lasted !== undefined && <Fact name={t('column.duration')}>{duration(lasted, i18n.language)}</Fact>}
      {job.takenOver && execution.rerunOf?.executionId && (
        <Fact name={t('job.takenOverFrom')}>
          <ExecutionLink id={execution.rerunOf.executionId} />
        </Fact>
      )}
      {called && (
        <Fact name={t('job.called')}>
          <ExecutionLink id={called} />
        </Fact>
      )}
    </Facts>
  );
}
