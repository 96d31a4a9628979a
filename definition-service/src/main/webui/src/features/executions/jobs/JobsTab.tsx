import { Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Execution, JobView } from '@/api/queries/executions';
import { Message } from '@/components/Message';
import { StatusMark } from '@/components/StatusMark';
import { VirtualTable, type Column } from '@/components/table/VirtualTable';
import { duration } from '@/components/time';
import type { TabProps } from '../detail/shared';
import { filterJobs } from '../model/passes';
import type { Names } from '../useNames';
import { PassPicker } from './PassPicker';
import styles from './JobsTab.module.css';

function lasted(job: JobView): number | undefined {
  if (!job.startedAt || !job.endedAt) return undefined;
  return Date.parse(job.endedAt) - Date.parse(job.startedAt);
}

function useColumns(execution: Execution, names: Names): Column<JobView>[] {
  const { t, i18n } = useTranslation('executions');
  const begin = Date.parse(execution.startedAt ?? execution.createdAt);
  return useMemo(() => {
    const span = (ms: number | undefined) => (ms === undefined ? '' : duration(ms, i18n.language));
    return [
      { key: 'number', title: t('job.number'), width: '64px', align: 'end', render: (job) => job.id.split('.').at(-1) },
      { key: 'status', title: t('column.status'), width: '140px', render: (job) => <StatusMark status={job.status} /> },
      {
        key: 'node',
        title: t('job.node'),
        width: 'minmax(180px, 2fr)',
        render: (job) => (
          <>
            <strong className={styles.node}>{names.node(job.nodeKey)}</strong>{' '}
            <span className={styles.minor}>{job.type}</span>
          </>
        ),
      },
      {
        key: 'path',
        title: t('job.path'),
        width: 'minmax(110px, 1fr)',
        render: (job) => <code className={styles.minor}>{job.path}</code>,
      },
      { key: 'attempt', title: t('job.attempts'), width: '84px', align: 'end', render: (job) => job.attempt },
      {
        key: 'start',
        title: t('job.begins'),
        width: '110px',
        align: 'end',
        render: (job) =>
          job.takenOver ? t('job.takenOver') : job.startedAt ? `+${span(Date.parse(job.startedAt) - begin)}` : '',
      },
      {
        key: 'duration',
        title: t('column.duration'),
        width: '100px',
        align: 'end',
        render: (job) => span(lasted(job)),
      },
      {
        key: 'log',
        title: t('job.log'),
        width: 'minmax(120px, 2fr)',
        render: (job) => <span className={styles.minor}>{job.log}</span>,
      },
    ];
  }, [t, i18n.language, begin, names]);
}

/** All jobs of the execution; thousands stay quick, since only those in view are drawn. */
export function JobsTab({ execution, names, search, show, openJob }: TabProps) {
  const { t } = useTranslation('executions');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const path = search.path ?? '';
  const troubleOnly = search.trouble === true;
  const jobs = useMemo(
    () => filterJobs(execution.jobs, { path, troubleOnly, text: wanted }, names.node),
    [execution.jobs, path, troubleOnly, wanted, names],
  );
  const columns = useColumns(execution, names);
  return (
    <div className={styles.jobs}>
      <div className={styles.filters}>
        <Input
          className={styles.search}
          allowClear
          aria-label={t('job.search')}
          placeholder={t('job.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={troubleOnly} onChange={(event) => show({ trouble: event.target.checked || undefined })}>
          {t('job.troubleOnly')}
        </Checkbox>
        <span role="status" className={styles.minor}>
          {t('job.shown', { count: jobs.length, all: execution.jobs.length })}
        </span>
      </div>
      <PassPicker jobs={execution.jobs} path={path} onChange={(next) => show({ path: next || undefined })} />
      {jobs.length === 0 ? (
        <Message title={execution.jobs.length === 0 ? t('job.none') : t('job.noneFound')} />
      ) : (
        <VirtualTable
          label={t('job.table')}
          columns={columns}
          rows={jobs}
          rowKey={(job) => job.id}
          {...(search.job === undefined ? {} : { current: search.job })}
          onOpen={(job) => openJob(job.id)}
        />
      )}
    </div>
  );
}
