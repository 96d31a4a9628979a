import { Button, Drawer, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Execution, JobView } from '@/api/queries/executions';
import { Detail } from '@/components/detail/Detail';
import { Verbatim } from '@/components/detail/Verbatim';
import { PlayCircleOutlined } from '@/components/icons';
import { JsonView } from '@/components/json/JsonView';
import { jobInput } from '../model/input';
import type { Names } from '../useNames';
import { EndJobModal } from './EndJobModal';
import { JobFacts } from './JobFacts';
import styles from './JobDrawer.module.css';

interface Props {
  execution: Execution;
  names: Names;
  /** undefined for none: closed */
  job: JobView | undefined;
  onClose: () => void;
  onRerun: (job: JobView) => void;
}

function Input({ execution, names, job }: { execution: Execution; names: Names; job: JobView }) {
  const { t } = useTranslation('executions');
  const config = names.document?.nodes.find((node) => node.key === job.nodeKey)?.config;
  const input = useMemo(
    () => (config === undefined ? undefined : jobInput(config, execution, job)),
    [config, execution, job],
  );
  if (input === undefined) return null;
  return (
    <section>
      <h3>{t('job.input')}</h3>
      <p className={styles.hint}>{t('job.inputHint')}</p>
      <JsonView value={input} label={t('job.input')} />
    </section>
  );
}

function Content({ execution, names, job, onRerun }: Omit<Props, 'onClose' | 'job'> & { job: JobView }) {
  const { t } = useTranslation('executions');
  const [ending, setEnding] = useState(false);
  const waits = execution.waitingFor.some((waiting) => waiting.jobId === job.id);
  return (
    <Detail>
      <Space wrap>
        <Button icon={<PlayCircleOutlined />} onClick={() => onRerun(job)}>
          {t('job.rerun')}
        </Button>
        {waits && <Button onClick={() => setEnding(true)}>{t('endJob.open')}</Button>}
      </Space>
      <JobFacts execution={execution} job={job} />
      {job.log && (
        <section>
          <h3>{t('job.log')}</h3>
          <Verbatim label={t('job.log')}>{job.log}</Verbatim>
        </section>
      )}
      <section>
        <h3>{t('job.result')}</h3>
        <JsonView key={`${job.id}.${job.attempt}`} value={job.result} label={t('job.result')} />
      </section>
      <Input key={job.id} execution={execution} names={names} job={job} />
      {ending && <EndJobModal execution={execution} job={job} onClose={() => setEnding(false)} />}
    </Detail>
  );
}

/** One job: how it went, what it was given, what it gave, and what can be done from here. */
export function JobDrawer({ execution, names, job, onClose, onRerun }: Props) {
  return (
    <Drawer
      open={job !== undefined}
      onClose={onClose}
      size={560}
      mask={false}
      title={job ? names.node(job.nodeKey) : undefined}
      destroyOnHidden
    >
      {job && <Content key={job.id} execution={execution} names={names} job={job} onRerun={onRerun} />}
    </Drawer>
  );
}
