import { getRouteApi } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '@/components/Message';
import { Page } from '@/components/Page';
import { ExecutionContent } from './detail/ExecutionContent';
import { useExecution } from './useExecution';

const route = getRouteApi('/shell/executions/$id');

export function ExecutionPage() {
  const { id } = route.useParams();
  const { t } = useTranslation('executions');
  const { query, live } = useExecution(id);
  if (query.data) return <ExecutionContent key={id} execution={query.data} live={live} />;
  return (
    <Page title={t('detail.title')}>
      {query.isError ? (
        <Failed
          title={t('detail.failed')}
          detail={query.error.message}
          again={t('again')}
          retry={() => void query.refetch()}
        />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Page>
  );
}
