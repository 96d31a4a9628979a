import { Alert, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeTestOutcome } from '@/api/queries/nodeTest';
import { usePinSample } from '@/api/queries/samples';
import { PushpinOutlined } from '@/components/icons';
import styles from '../forms.module.css';

interface Props {
  outcome: NodeTestOutcome;
  nodeKey: string;
  workflowId: string | undefined;
}

/** What a test gave, and the button that keeps it as the node's sample. */
export function TestResult({ outcome, nodeKey, workflowId }: Props) {
  const { t } = useTranslation('forms');
  const pin = usePinSample(workflowId);
  const status = outcome.status.toLowerCase();
  const good = status === 'resolved';
  return (
    <div className={styles.rows}>
      <div className={styles.row} style={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Tag color={good ? 'success' : 'error'}>{outcome.errorCode ?? t(`status.${status}`, status)}</Tag>
        {workflowId !== undefined && good && (
          <Button
            size="small"
            icon={<PushpinOutlined />}
            loading={pin.isPending}
            disabled={pin.isSuccess}
            onClick={() => pin.mutate({ nodeKey, result: outcome.result ?? null })}
          >
            {t(pin.isSuccess ? 'test.pinned' : 'test.pin')}
          </Button>
        )}
      </div>
      {pin.error && <Alert type="error" title={pin.error.message} />}
      <div>
        <div className={styles.label}>{t('test.result')}</div>
        <pre className={styles.code}>{JSON.stringify(outcome.result ?? null, null, 2)}</pre>
      </div>
      {outcome.log && (
        <div>
          <div className={styles.label}>{t('test.log')}</div>
          <pre className={styles.code}>{outcome.log}</pre>
        </div>
      )}
    </div>
  );
}
