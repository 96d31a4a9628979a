import { getRouteApi } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { executionKeys, useExecutionList, useExecutionStatistics } from '@/api/queries/executions';
import { useWorkflowNames } from '@/api/queries/workflowVersion';
import { LiveMark } from '@/components/LiveMark';
import { Failed } from '@/components/Message';
import { Page } from '@/components/Page';
import { useLive } from '@/components/useLive';
import { useNow } from '@/components/useNow';
import { useThrottled } from '@/components/useThrottled';
import styles from './ExecutionsPage.module.css';
import { BulkBar } from './list/BulkBar';
import { ExecutionsTable } from './list/ExecutionsTable';
import { Filters } from './list/Filters';
import { NoExecutions } from './list/NoExecutions';
import { StatusCounts, sumByStatus } from './list/StatusCounts';
import { useBulk } from './list/useBulk';
import { filterOf, instantOf, type ExecutionSearch } from './search';

const route = getRouteApi('/shell/executions');
/** Without a range the list is of all time, but counting all there ever was takes long. */
const COUNTED = '-7d';
/** The list is read anew at most this often, however much happens. */
const REFRESH = 2_000;

function useSearchFilter() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // A range that goes back from now moves on by the minute.
  const minute = useNow(60_000);
  const filter = useMemo(() => filterOf(search, minute), [search, minute]);
  const since = instantOf(search.from ?? COUNTED, minute);
  const change = (wanted: Partial<ExecutionSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...wanted }), replace: true });
  const clear = () => void navigate({ search: {}, replace: true });
  return { search, filter, since, change, clear };
}

function rangeName(t: TFunction, search: ExecutionSearch): string {
  const from = search.from ?? COUNTED;
  return from.startsWith('-') ? t(`executions:list.range.${from}`) : t('executions:list.sinceFrom');
}

export function ExecutionsPage() {
  const { t } = useTranslation('executions');
  const { search, filter, since, change, clear } = useSearchFilter();
  const client = useQueryClient();
  const list = useExecutionList(filter);
  const statistics = useExecutionStatistics(since);
  const names = useWorkflowNames();
  const titles = useMemo(() => new Map((names.data ?? []).map((one) => [one.key, one.title])), [names.data]);
  const executions = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const [selection, setSelection] = useState<string[]>([]);
  const selected = executions.filter((one) => selection.includes(one.id));
  const bulk = useBulk(() => setSelection([]));

  const refresh = useThrottled(() => {
    void client.invalidateQueries({ queryKey: executionKeys.lists });
    void client.invalidateQueries({ queryKey: executionKeys.statistics(since) });
  }, REFRESH);
  const live = useLive('/api/executions/events', { onEvent: refresh, onStale: refresh });
  const counts = statistics.data ? sumByStatus(statistics.data, search.workflowKey) : undefined;

  return (
    <Page title={t('list.title')} extra={<LiveMark state={live} />}>
      <Filters search={search} onChange={change} onClear={clear} />
      <StatusCounts
        counts={counts}
        range={rangeName(t, search)}
        chosen={search.status ?? []}
        onChoose={(status) => change({ status })}
      />
      <BulkBar
        selected={selected}
        busy={bulk.busy}
        onSelected={(action) =>
          bulk.selected(
            action,
            selected.map((one) => one.id),
          )
        }
        onFiltered={(action) => bulk.filtered(action, filter)}
        onUnselect={() => setSelection([])}
      />
      {list.isError ? (
        <Failed
          title={t('list.failed')}
          detail={list.error.message}
          again={t('again')}
          retry={() => void list.refetch()}
        />
      ) : executions.length === 0 && !list.isPending ? (
        <NoExecutions search={search} onClear={clear} />
      ) : (
        <div className={styles.table}>
          <ExecutionsTable
            executions={executions}
            titles={titles}
            loading={list.isPending}
            selected={selection}
            onSelect={setSelection}
          />
        </div>
      )}
      {list.hasNextPage && (
        <Button className={styles.more} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Page>
  );
}
