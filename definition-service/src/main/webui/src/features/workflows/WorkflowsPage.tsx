import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/queries/may';
import { useStatistics } from '@/api/queries/workflows';
import { Failed } from '@/components/Message';
import { Page } from '@/components/Page';
import { ImportOutlined, PlusOutlined } from '@/components/icons';
import { BlankDialog } from './create/BlankDialog';
import { ImportDialog } from './create/ImportDialog';
import { Filters } from './Filters';
import { NoWorkflows } from './NoWorkflows';
import { useFiltered } from './useFiltered';
import { WorkflowTable } from './WorkflowTable';
import styles from './WorkflowsPage.module.css';

const route = getRouteApi('/shell/workflows');

export function WorkflowsPage() {
  const { t } = useTranslation(['workflows', 'common']);
  const search = route.useSearch();
  const may = useMay();
  const list = useFiltered(search);
  const statistics = useStatistics(may.operate);
  const [dialog, open] = useState<'blank' | 'import' | null>(null);
  const empty = !list.isPending && !list.error && list.workflows.length === 0;
  return (
    <Page
      title={t('title')}
      description={t('description')}
      extra={
        may.design ? (
          <>
            <Button icon={<ImportOutlined />} onClick={() => open('import')}>
              {t('import.button')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => open('blank')}>
              {t('create.button')}
            </Button>
          </>
        ) : null
      }
    >
      <Filters search={search} categories={list.categories} />
      <div className={styles.panel}>
        {list.error ? (
          <Failed
            title={t('common:error.loading')}
            detail={list.error.message}
            again={t('common:error.again')}
            retry={list.refetch}
          />
        ) : empty ? (
          <NoWorkflows
            filtered={Object.keys(search).length > 0}
            onCreate={may.design ? () => open('blank') : undefined}
          />
        ) : (
          <WorkflowTable workflows={list.workflows} statistics={statistics.data} loading={list.isPending} />
        )}
        {list.hasMore && !empty ? (
          <div className={styles.more}>
            <Button onClick={list.more} loading={list.isLoadingMore}>
              {t('common:actions.more')}
            </Button>
          </div>
        ) : null}
      </div>
      {dialog === 'blank' ? <BlankDialog onClose={() => open(null)} /> : null}
      {dialog === 'import' ? <ImportDialog onClose={() => open(null)} /> : null}
    </Page>
  );
}
