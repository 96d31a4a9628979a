import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataSources } from '@/api/queries/dataSources';
import { Failed, Message } from '@/components/Message';
import { Page } from '@/components/Page';
import { DatabaseOutlined } from '@/components/icons';
import { Collections } from './Collections';
import styles from './DataSourcesPage.module.css';
import { SourceList } from './SourceList';

/** The databases that workflows read and write, and what is in them. */
export function DataSourcesPage() {
  const { t } = useTranslation('data');
  const sources = useDataSources();
  const [chosen, setChosen] = useState<string>();
  const items = sources.data ?? [];
  const current = items.find((one) => one.name === chosen) ?? items[0];

  return (
    <Page title={t('title')} description={t('description')}>
      {sources.isPending && <Skeleton active />}
      {sources.isError && (
        <Failed
          title={t('failed')}
          detail={sources.error.message}
          again={t('again')}
          retry={() => void sources.refetch()}
        />
      )}
      {sources.isSuccess && !current && (
        <Message icon={<DatabaseOutlined />} title={t('empty')}>
          {t('emptyHint')}
        </Message>
      )}
      {current && (
        <div className={styles.columns}>
          <SourceList sources={items} current={current.name} onChoose={setChosen} />
          <Collections key={current.name} source={current} />
        </div>
      )}
    </Page>
  );
}
