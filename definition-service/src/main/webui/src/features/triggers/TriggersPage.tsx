import { useNavigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTriggersHealth } from '@/api/queries/triggers';
import { Failed, Message } from '@/components/Message';
import { Page } from '@/components/Page';
import { ThunderboltOutlined } from '@/components/icons';
import { Captures } from './Captures';
import { HealthTable } from './HealthTable';
import styles from './TriggersPage.module.css';

function NoTriggers() {
  const { t } = useTranslation('triggers');
  const navigate = useNavigate();
  return (
    <Message
      icon={<ThunderboltOutlined />}
      title={t('empty')}
      actions={
        <Button type="primary" onClick={() => void navigate({ to: '/workflows', search: {} })}>
          {t('toWorkflows')}
        </Button>
      }
    >
      {t('emptyHint')}
    </Message>
  );
}

/** Whether the triggers of enabled workflows listen, what they heard, and why it started nothing. */
export function TriggersPage() {
  const { t, i18n } = useTranslation('triggers');
  const health = useTriggersHealth();
  const since = health.data
    ? new Date(health.data.since).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
    : undefined;
  return (
    <Page title={t('title')} description={since === undefined ? t('description') : t('descriptionSince', { since })}>
      {health.isPending && <Skeleton active />}
      {health.isError && (
        <Failed
          title={t('failed')}
          detail={health.error.message}
          again={t('again')}
          retry={() => void health.refetch()}
        />
      )}
      {health.data && (
        <>
          {health.data.dataSources.length > 0 && <Captures captures={health.data.dataSources} />}
          {health.data.items.length === 0 ? (
            <NoTriggers />
          ) : (
            <section aria-labelledby="triggers">
              <h2 id="triggers" className={styles.heading}>
                {t('workflows')}
              </h2>
              <HealthTable items={health.data.items} />
            </section>
          )}
        </>
      )}
    </Page>
  );
}
