import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answered, WithJson } from '../answered';
import { api, type Schemas } from '../client';

export type ExecutionStatus = Schemas['ExecutionStatus'];
export type JobStatus = Schemas['JobStatus'];
export type Reason = Schemas['ReasonView'];
export type Waiting = Answered<Schemas['WaitingView'], 'kind'>;
export type Act = Answered<Schemas['ActView'], 'action' | 'at'>;
export type JobView = WithJson<
  Answered<Schemas['JobView'], 'id' | 'nodeKey' | 'type' | 'path' | 'status' | 'attempt'>,
  'result'
>;
export type ExecutionSummary = Answered<
  Schemas['ExecutionSummary'],
  'id' | 'workflowId' | 'key' | 'status' | 'createdAt' | 'paused'
>;
export type Execution = WithJson<
  Answered<
    Omit<Schemas['ExecutionView'], 'jobs' | 'waitingFor' | 'steering'>,
    'id' | 'workflowId' | 'key' | 'status' | 'createdAt' | 'paused' | 'retryable'
  >,
  'context' | 'output'
> & { jobs: JobView[]; waitingFor: Waiting[]; steering: Act[] };
/** How many executions of a workflow began, by status, and what came of the newest. */
export type ExecutionStatistics = Answered<Schemas['WorkflowStatistics'], 'workflowKey' | 'total' | 'byStatus'>;
export type Page<T> = { items: T[]; nextCursor?: string | null };

/** Which executions are meant; an absent condition means any. */
export interface ExecutionFilter {
  workflowKey?: string;
  workflowId?: string;
  status?: string[];
  paused?: boolean;
  from?: string;
  to?: string;
  eventKey?: string;
  parentExecutionId?: string;
  text?: string;
}

export type Steering = 'cancel' | 'pause' | 'resume' | 'retry';
export interface Rerun {
  nodeKey?: string;
  path?: string;
  context?: unknown;
}

export const executionKeys = {
  all: ['executions'] as const,
  lists: ['executions', 'list'] as const,
  list: (filter: ExecutionFilter) => ['executions', 'list', filter] as const,
  statistics: (from?: string) => ['executions', 'statistics', from ?? null] as const,
  one: (id: string) => ['executions', 'one', id] as const,
  children: (id: string) => ['executions', 'children', id] as const,
};

const PAGE = 50;

/** One page of the list, newest first. */
export async function listExecutions(
  filter: ExecutionFilter,
  cursor?: string,
  limit = PAGE,
  signal?: AbortSignal,
): Promise<Page<ExecutionSummary>> {
  const { data } = await api.GET('/api/executions', {
    params: { query: { ...filter, limit, ...(cursor ? { cursor } : {}) } },
    ...(signal ? { signal } : {}),
  });
  return data as Page<ExecutionSummary>;
}

export async function readExecution(id: string, signal?: AbortSignal): Promise<Execution> {
  const { data } = await api.GET('/api/executions/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) });
  return data as unknown as Execution;
}

export function useExecutionList(filter: ExecutionFilter) {
  return useInfiniteQuery({
    queryKey: executionKeys.list(filter),
    queryFn: ({ pageParam, signal }) => listExecutions(filter, pageParam, PAGE, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** @param from an ISO instant; seven days ago unless given */
export async function listStatistics(from?: string, signal?: AbortSignal): Promise<ExecutionStatistics[]> {
  const { data } = await api.GET('/api/executions/statistics', {
    params: { query: from === undefined ? {} : { from } },
    ...(signal ? { signal } : {}),
  });
  return (data?.items ?? []) as ExecutionStatistics[];
}

/** How many executions of each workflow began since then, by status. */
export function useExecutionStatistics(from?: string) {
  return useQuery({
    queryKey: executionKeys.statistics(from),
    queryFn: ({ signal }) => listStatistics(from, signal),
    placeholderData: keepPreviousData,
  });
}

export const executionQuery = (id: string) =>
  queryOptions({ queryKey: executionKeys.one(id), queryFn: ({ signal }) => readExecution(id, signal) });

/** The executions that this one called, newest first; at most a page of them. */
export function useChildren(id: string) {
  return useQuery({
    queryKey: executionKeys.children(id),
    queryFn: ({ signal }) => listExecutions({ parentExecutionId: id }, undefined, 200, signal),
  });
}

export async function steerExecution(id: string, action: Steering): Promise<void> {
  const path = { params: { path: { id } } };
  switch (action) {
    case 'cancel':
      return void (await api.POST('/api/executions/{id}/cancel', path));
    case 'pause':
      return void (await api.POST('/api/executions/{id}/pause', path));
    case 'resume':
      return void (await api.POST('/api/executions/{id}/resume', path));
    case 'retry':
      return void (await api.POST('/api/executions/{id}/retry', path));
  }
}

export interface BulkAnswer {
  accepted: number;
  skipped: number;
  nextCursor: string | null;
}

/** Steers up to `limit` executions that the filter finds; it needs at least one condition. */
export async function steerMany(action: Steering, filter: ExecutionFilter, cursor?: string): Promise<BulkAnswer> {
  const { data } = await api.POST('/api/executions/bulk/{action}', {
    params: { path: { action } },
    body: { filter, ...(cursor ? { cursor } : {}) },
  });
  return data as unknown as BulkAnswer;
}

/** What is done to an execution makes all that is known of executions stale. */
function useStale() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: executionKeys.all });
}

export function useSteer(id: string) {
  const onSettled = useStale();
  return useMutation({ mutationFn: (action: Steering) => steerExecution(id, action), onSettled });
}

/** Begins a new execution at a node of this one; resolves with the new one's id. */
export function useRerun(id: string) {
  const onSettled = useStale();
  return useMutation({
    mutationFn: async (rerun: Rerun): Promise<string> => {
      const { data } = await api.POST('/api/executions/{id}/rerun', {
        params: { path: { id } },
        body: rerun as Schemas['RerunRequest'],
      });
      return (data as unknown as { executionId: string }).executionId;
    },
    onSettled,
  });
}

export function useDeleteExecution(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/api/executions/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      client.removeQueries({ queryKey: executionKeys.one(id) });
      return client.invalidateQueries({ queryKey: executionKeys.lists });
    },
  });
}

/** Ends a job that waits, as the person says. */
export function useEndJob(id: string) {
  const onSettled = useStale();
  return useMutation({
    mutationFn: ({ jobId, status, result }: { jobId: string; status: string; result: unknown }) =>
      api.POST('/api/executions/{id}/jobs/{jobId}/resume', {
        params: { path: { id, jobId } },
        body: { status, result } as Schemas['JobOutcome'],
      }),
    onSettled,
  });
}
