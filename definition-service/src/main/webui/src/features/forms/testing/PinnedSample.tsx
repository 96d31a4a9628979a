import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePinSample, useSamples } from '@/api/queries/samples';
import { JsonInput } from '../JsonInput';
import styles from '../forms.module.css';

/** The sample that is pinned to a node, or under `$trigger` to the trigger: read, changed, taken away. */
export function PinnedSample({ nodeKey, workflowId }: { nodeKey: string; workflowId: string }) {
  const { t } = useTranslation('forms');
  const { data = [] } = useSamples(workflowId);
  const pin = usePinSample(workflowId);
  const [draft, setDraft] = useState<{ value: unknown }>();
  const pinned = data.find((sample) => sample.nodeKey === nodeKey);
  const value = draft ? draft.value : pinned?.result;
  const save = (result: unknown) => pin.mutate({ nodeKey, result }, { onSuccess: () => setDraft(undefined) });
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label id="pinned-label" htmlFor="pinned" className={styles.label}>
          {t('test.sample')}
        </label>
      </div>
      <JsonInput
        id="pinned"
        labelledBy="pinned-label"
        value={value}
        placeholder={t('test.samplePlaceholder')}
        onChange={(next) => setDraft({ value: next })}
      />
      <div className={styles.description}>{t('test.sampleHelp')}</div>
      <div className={styles.row} style={{ marginTop: 8 }}>
        <Button
          size="small"
          type="primary"
          disabled={!draft || draft.value === undefined}
          loading={pin.isPending}
          onClick={() => save(draft?.value)}
        >
          {t('test.pin')}
        </Button>
        {pinned && (
          <Button size="small" type="text" onClick={() => save(undefined)}>
            {t('test.unpin')}
          </Button>
        )}
      </div>
      {pin.error && <Alert type="error" title={pin.error.message} style={{ marginTop: 8 }} />}
    </div>
  );
}
