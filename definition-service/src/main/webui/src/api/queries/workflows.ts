import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answered } from '../answered';
import { api, type Schemas } from '../client';
import { executionKeys, listStatistics } from './executions';

export type WorkflowSummary = Answered<
  Schemas['WorkflowSummary'],
  'id' | 'key' | 'version' | 'title' | 'type' | 'enabled' | 'current' | 'executed' | 'categories' | 'updatedAt'
>;
export type Violation = Answered<Schemas['Violation'], 'pointer' | 'code' | 'detail'>;
export type NewWorkflow = Schemas['WorkflowDocument'];

/** What happens to executions under way when their version is disabled or deleted. */
export type Running = 'finish' | 'cancel';

export interface WorkflowFilter {
  text?: string;
  type?: string;
  enabled?: boolean;
}

const PAGE = 50;

export const workflowKeys = {
  all: ['workflows'] as const,
  list: (filter: WorkflowFilter) => ['workflows', 'list', filter] as const,
};

/** The current versions, newest first. */
export function useWorkflowList(filter: WorkflowFilter) {
  return useInfiniteQuery({
    queryKey: workflowKeys.list(filter),
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, current: true, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      const { data } = await api.GET('/api/workflows', { params: { query }, signal });
      return data as { items: WorkflowSummary[]; nextCursor?: string | null };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** How the executions of the last seven days went, by the key of their workflow. */
export function useStatistics(wanted: boolean) {
  return useQuery({
    queryKey: executionKeys.statistics(),
    queryFn: ({ signal }) => listStatistics(undefined, signal),
    select: (items) => new Map(items.map((item) => [item.workflowKey, item])),
    enabled: wanted,
    refetchInterval: 15_000,
  });
}

function useStale() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: workflowKeys.all });
}

export function useEnable() {
  const onSettled = useStale();
  return useMutation({
    mutationFn: (id: string) => api.POST('/api/workflows/{id}/enable', { params: { path: { id } } }),
    onSettled,
  });
}

interface Ending {
  id: string;
  running: Running;
}

export function useDisable() {
  const onSettled = useStale();
  return useMutation({
    mutationFn: ({ id, running }: Ending) =>
      api.POST('/api/workflows/{id}/disable', { params: { path: { id }, query: { running } } }),
    onSettled,
  });
}

export function useDeleteWorkflow() {
  const onSettled = useStale();
  return useMutation({
    mutationFn: ({ id, running }: Ending) =>
      api.DELETE('/api/workflows/{id}', { params: { path: { id }, query: { running } } }),
    onSettled,
  });
}

export function useDuplicate() {
  const onSettled = useStale();
  return useMutation({
    mutationFn: async (id: string) => {
      const { data } = await api.POST('/api/workflows/{id}/duplicate', { params: { path: { id } } });
      return data as Schemas['WorkflowView'];
    },
    onSettled,
  });
}

/** Resolves with the id of the first version. */
export async function createWorkflow(body: NewWorkflow): Promise<string> {
  const { data } = await api.POST('/api/workflows', { body });
  return data?.id ?? '';
}

export function useCreate() {
  const onSettled = useStale();
  return useMutation({ mutationFn: createWorkflow, onSettled });
}

export interface Imported {
  id: string;
  title: string;
  enabled: boolean;
  findings: Violation[];
}

/** Takes in a document in Millrace's or NocoBase's form. */
export function useImport() {
  const onSettled = useStale();
  return useMutation({
    mutationFn: async (text: string): Promise<Imported> => {
      const { data } = await api.POST('/api/workflows/import', { body: text, bodySerializer: (body) => body });
      const { id = '', title = '', enabled = false, findings = [] } = data ?? {};
      return { id, title, enabled, findings: findings as Violation[] };
    },
    onSettled,
  });
}

export async function exportWorkflow(id: string): Promise<NewWorkflow> {
  const { data } = await api.GET('/api/workflows/{id}/export', { params: { path: { id } } });
  return data ?? {};
}
