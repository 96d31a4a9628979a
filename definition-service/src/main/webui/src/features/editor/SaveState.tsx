import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Saving } from './useSaving';
import styles from './editor.module.css';

interface Props {
  dirty: boolean;
  saving: Saving;
  readOnly: boolean;
  /** How many violations keep the document from being saved. */
  blocked: number;
}

/** Whether what is seen is what the services have, and what keeps it from being so. */
export function SaveState({ dirty, saving, readOnly, blocked }: Props) {
  const { t } = useTranslation('editor');
  const { error, isSaving } = saving;
  return (
    <span role="status" className={styles.state} data-tone={state() === 'failed' ? 'bad' : undefined}>
      {error && state() === 'failed' ? (
        <Tooltip title={details(error)}>
          <span>{t('save.failed', { detail: error.message })}</span>
        </Tooltip>
      ) : (
        t(`save.${state()}`, { count: blocked })
      )}
    </span>
  );

  function state() {
    if (readOnly) return 'readOnly';
    if (isSaving) return 'saving';
    if (!dirty) return 'saved';
    if (error && blocked === 0) return 'failed';
    return blocked > 0 ? 'blocked' : 'unsaved';
  }
}

function details(error: Error): string {
  return error instanceof Problem ? error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n') : '';
}
