import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input, Modal, Upload } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImport, type Imported } from '@/api/queries/workflows';
import { Violations } from '@/components/Violations';
import { InboxOutlined } from '@/components/icons';
import styles from './create.module.css';
import { faultOf } from './json';
import { Refusal } from './Refusal';

/** Takes in a workflow from a file or from pasted text, and tells what is doubtful about it. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const take = useImport();
  if (take.data) return <Done imported={take.data} onClose={onClose} />;
  return <Ask busy={take.isPending} error={take.error} onImport={(text) => take.mutate(text)} onClose={onClose} />;
}

interface AskProps {
  busy: boolean;
  error: Error | null;
  onImport(text: string): void;
  onClose(): void;
}

function Ask({ busy, error, onImport, onClose }: AskProps) {
  const { t } = useTranslation(['workflows', 'common']);
  const [text, setText] = useState('');
  const field = useId();
  const fault = faultOf(text);
  return (
    <Modal
      open
      title={t('import.title')}
      okText={t('import.confirm')}
      cancelText={t('common:actions.cancel')}
      okButtonProps={{ loading: busy, disabled: text.trim() === '' || fault !== null }}
      onOk={() => onImport(text)}
      onCancel={onClose}
      width={640}
    >
      <Upload.Dragger
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(setText);
          return Upload.LIST_IGNORE;
        }}
      >
        <p aria-hidden>
          <InboxOutlined style={{ fontSize: 28 }} />
        </p>
        <p>{t('import.drop')}</p>
        <p className={styles.dropHint}>{t('import.formats')}</p>
      </Upload.Dragger>
      <p className={styles.or}>
        <label htmlFor={field}>{t('import.paste')}</label>
      </p>
      <div className={styles.text}>
        <Input.TextArea
          id={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={8}
          spellCheck={false}
          status={fault ? 'error' : ''}
        />
      </div>
      <div aria-live="polite">
        {fault ? <Alert type="warning" showIcon title={t('import.noJson', { fault })} /> : null}
        {error && !fault ? <Refusal title={t('import.refused')} error={error} /> : null}
      </div>
    </Modal>
  );
}

function Done({ imported, onClose }: { imported: Imported; onClose(): void }) {
  const { t } = useTranslation(['workflows', 'common']);
  const navigate = useNavigate();
  const { findings } = imported;
  return (
    <Modal
      open
      title={t('import.done', { title: imported.title })}
      onCancel={onClose}
      width={640}
      footer={
        <>
          <Button onClick={onClose}>{t('common:actions.close')}</Button>
          <Button type="primary" onClick={() => void navigate({ to: '/workflows/$id', params: { id: imported.id } })}>
            {t('import.open')}
          </Button>
        </>
      }
    >
      <div role="status">
        <Alert
          type={findings.length > 0 ? 'warning' : 'success'}
          showIcon
          title={t('import.findings', { count: findings.length })}
          description={
            findings.length > 0 ? <Violations items={findings} label={t('import.findingsLabel')} /> : undefined
          }
        />
      </div>
    </Modal>
  );
}
