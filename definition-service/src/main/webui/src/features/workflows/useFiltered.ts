import { useEffect, useMemo } from 'react';
import { useWorkflowList } from '@/api/queries/workflows';
import type { WorkflowSearch } from './search';

/** So many rows fill a screen. */
const ENOUGH = 25;

/** The workflows of the filters. The interface knows no filter for categories: pages are read until enough fit or all were read. */
export function useFiltered({ category, ...filter }: WorkflowSearch) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useWorkflowList(filter);
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const workflows = useMemo(
    () => (category === undefined ? all : all.filter((workflow) => workflow.categories.includes(category))),
    [all, category],
  );
  const categories = useMemo(
    () => [...new Set(all.flatMap((workflow) => workflow.categories))].sort((one, other) => one.localeCompare(other)),
    [all],
  );
  const wanting = category !== undefined && hasNextPage && workflows.length < ENOUGH;
  useEffect(() => {
    if (wanting && !isFetchingNextPage) void fetchNextPage();
  }, [wanting, isFetchingNextPage, fetchNextPage]);
  return {
    workflows,
    categories,
    error,
    isPending: isPending || (wanting && workflows.length === 0),
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    more: () => void fetchNextPage(),
    refetch: () => void refetch(),
  };
}
