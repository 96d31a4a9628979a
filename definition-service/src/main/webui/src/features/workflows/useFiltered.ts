import { useEffect, useMemo, useState } from 'react';
import { useWorkflowList } from '@/api/queries/workflows';
import type { WorkflowSearch } from './search';

/** So many rows fill a screen. */
const ENOUGH = 25;

/** The workflows of the filters. The interface knows no filter for categories: pages are read until enough fit or all were read. */
export function useFiltered({ category, ...filter }: WorkflowSearch) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useWorkflowList(filter);
  const [wanted, want] = useWanted(JSON.stringify([category, filter]));
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const workflows = useMemo(
    () => (category === undefined ? all : all.filter((workflow) => workflow.categories.includes(category))),
    [all, category],
  );
  const categories = useMemo(() => [...new Set(all.flatMap((workflow) => workflow.categories))], [all]);
  // What failed is shown, and read again when somebody asks for it.
  const wanting = category !== undefined && hasNextPage && error === null && workflows.length < wanted;
  // With each page that came anew: it may come so soon that nobody saw it being fetched.
  useEffect(() => {
    if (wanting && !isFetchingNextPage) void fetchNextPage();
  }, [wanting, isFetchingNextPage, data, fetchNextPage]);
  return {
    workflows,
    categories,
    error,
    isPending: isPending || (wanting && workflows.length === 0),
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    more: () => (category === undefined ? void fetchNextPage() : want(workflows.length + ENOUGH)),
    refetch: () => void refetch(),
  };
}

/** How many rows are to be found, until the filters change. */
function useWanted(filters: string): [number, (rows: number) => void] {
  const [wanted, setWanted] = useState({ filters, rows: ENOUGH });
  return [wanted.filters === filters ? wanted.rows : ENOUGH, (rows) => setWanted({ filters, rows })];
}
