import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Running, WorkflowSummary } from '@/api/queries/workflows';
import styles from './EndingDialog.module.css';

interface Props {
  kind: 'disable' | 'delete';
  workflow: WorkflowSummary;
  /** How many executions are under way, as far as is known. */
  underWay: number;
  busy: boolean;
  onConfirm(running: Running): void;
  onClose(): void;
}

/** Asks before a workflow no longer starts, or is no more, what is to become of what runs. */
export function EndingDialog({ kind, workflow, underWay, busy, onConfirm, onClose }: Props) {
  const { t } = useTranslation(['workflows', 'common']);
  const [running, setRunning] = useState<Running>('finish');
  return (
    <Modal
      open
      title={t(`${kind}.title`, { title: workflow.title })}
      okText={t(`${kind}.confirm`)}
      okButtonProps={{ danger: kind === 'delete', loading: busy }}
      cancelText={t('common:actions.cancel')}
      onOk={() => onConfirm(running)}
      onCancel={onClose}
      width={480}
    >
      <p>{t(`${kind}.effect`)}</p>
      <fieldset className={styles.choice}>
        <legend>{t('running.question', { count: underWay })}</legend>
        <Radio.Group
          value={running}
          onChange={(event) => setRunning(event.target.value as Running)}
          orientation="vertical"
          options={[
            { value: 'finish', label: t('running.finish') },
            { value: 'cancel', label: t('running.cancel') },
          ]}
        />
      </fieldset>
    </Modal>
  );
}
