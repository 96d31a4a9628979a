import { Alert, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndJob, type Execution, type JobView } from '@/api/queries/executions';
import { JsonEditor } from '@/components/json/JsonEditor';
import { parsed } from '@/components/json/parsed';
import styles from './JobDrawer.module.css';

const OUTCOMES = ['RESOLVED', 'FAILED', 'ERROR', 'REJECTED', 'CANCELED'] as const;

/** Ends a job that waits as a person says: what it waits for does not come, or has come another way. */
export function EndJobModal({ execution, job, onClose }: { execution: Execution; job: JobView; onClose: () => void }) {
  const { t } = useTranslation('executions');
  const end = useEndJob(execution.id);
  const [status, setStatus] = useState<string>('RESOLVED');
  const [text, setText] = useState('null');
  const id = useId();
  const result = parsed(text);
  return (
    <Modal
      open
      title={t('endJob.title')}
      okText={t('endJob.end')}
      cancelText={t('bulk.back')}
      okButtonProps={{ disabled: !result, loading: end.isPending }}
      onOk={() => end.mutate({ jobId: job.id, status, result: result?.value ?? null }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className={styles.content}>
        <p className={styles.hint}>{t('endJob.explain')}</p>
        <div>
          <label htmlFor={id}>{t('endJob.as')}</label>{' '}
          <Select
            id={id}
            value={status}
            onChange={setStatus}
            popupMatchSelectWidth={false}
            options={OUTCOMES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </div>
        <JsonEditor initial="null" label={t('job.result')} onChange={setText} />
        {!result && <Alert type="error" showIcon title={t('json.invalid')} />}
        {end.isError && <Alert type="error" showIcon title={end.error.message} />}
      </div>
    </Modal>
  );
}
