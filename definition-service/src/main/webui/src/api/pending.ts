import type { Schemas } from './client';
import { Problem } from './problem';
import { session } from './session';

/** Endpoints that openapi.json does not tell of yet, each through one function, with the types they are agreed to have. */
async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const token = session.token();
  const response = await fetch(`${window.location.origin}${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 401) session.end();
  if (!response.ok) throw await Problem.of(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function query(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export interface ExecutionStatistics {
  workflowKey: string;
  total: number;
  byStatus: Record<string, number>;
  lastStartedAt: string | null;
  lastStatus: string | null;
}

export const executionStatistics = (from?: string) =>
  call<{ items: ExecutionStatistics[] }>('GET', `/api/executions/statistics${query({ from })}`).then((a) => a.items);

export type LetterState = 'OPEN' | 'REPLAYED' | 'DISCARDED';

/** A record that could not be served. Topic, partition and offset tell where it came from. */
export interface DeadLetter {
  id: string;
  at: string;
  topic: string | null;
  partition: string | null;
  offset: string | null;
  key: string | null;
  /** As text; in the list up to 16 KiB of it, read alone up to 1 MiB. */
  value: string | null;
  /** Of the whole value in bytes. */
  size: number;
  headers: Record<string, string | null>;
  reason: string | null;
  consumer: string | null;
  state: LetterState;
  handledBy: string | null;
  handledAt: string | null;
}

export interface DeadLetterFilter {
  topic?: string;
  reason?: string;
  state?: 'open' | 'replayed' | 'discarded' | 'all';
}

export const deadLetters = (filter: DeadLetterFilter, cursor?: string) =>
  call<{ items: DeadLetter[]; nextCursor: string | null }>('GET', `/api/dead-letters${query({ ...filter, cursor })}`);

export const deadLetter = (id: string) => call<DeadLetter>('GET', `/api/dead-letters/${encodeURIComponent(id)}`);

export const replayDeadLetter = (id: string) =>
  call<DeadLetter>('POST', `/api/dead-letters/${encodeURIComponent(id)}/replay`);

export const discardDeadLetter = (id: string) =>
  call<undefined>('DELETE', `/api/dead-letters/${encodeURIComponent(id)}`);

/** Why something that came to a trigger started nothing. */
export type NotFired = 'MODE' | 'CHANGED_FIELDS' | 'CONDITION' | 'UNREADABLE' | 'INVALID_CALL';

export interface TriggerHealth {
  workflowId: string;
  workflowKey: string;
  title: string;
  type: string;
  state: 'LISTENING' | 'INTERRUPTED' | 'DEAF';
  detail: string | null;
  lastEventAt: string | null;
  lastFiredAt: string | null;
  lagMs: number | null;
  fired: number;
  notFired: Partial<Record<NotFired, number>>;
  lastNotFired: { at: string; reason: NotFired; detail: string } | null;
}

/** The connection that reads the changes of a data source. */
export interface Capture {
  name: string;
  phase: 'STARTING' | 'RUNNING' | 'WAITING' | 'STOPPED';
  detail: string | null;
  since: string | null;
  lastChangeAt: string | null;
  lagMs: number | null;
}

export interface TriggersHealth {
  /** From when on it is counted. */
  since: string;
  items: TriggerHealth[];
  dataSources: Capture[];
}

export const triggersHealth = () => call<TriggersHealth>('GET', '/api/triggers/health');

export interface DataSource {
  name: string;
  database?: string | null;
  schema?: string | null;
  default?: boolean;
  /** Why it is unreachable is in `detail`. */
  connection?: { state: 'CONNECTED' | 'UNREACHABLE'; detail: string | null; latencyMs: number | null };
}

export const dataSources = () => call<{ items: DataSource[] }>('GET', '/api/data-sources').then((a) => a.items);

export interface WorkflowTemplate {
  id: string;
  title: string;
  description: string | null;
  categories: string[];
  triggerType: string;
  document: Schemas['WorkflowDocument'];
}

export const workflowTemplates = () =>
  call<{ items: WorkflowTemplate[] }>('GET', '/api/templates').then((answer) => answer.items);

/** One node with values for its variables, to be run by itself. */
export interface NodeTest {
  type: string;
  config: unknown;
  /** By root: `$context`, `$jobsMapByNodeKey`, `$scopes`. */
  variables: Record<string, unknown>;
}

export interface NodeTestResult {
  status: string;
  result?: unknown;
  /** Names the failure, as retry policies name it. */
  errorCode?: string | null;
  log?: string | null;
}

export const testNode = (test: NodeTest) => call<NodeTestResult>('POST', '/api/nodes/test', test);

/** A result of a node, or under `$trigger` a context, that is kept for trying things out. */
export interface Sample {
  nodeKey: string;
  result: unknown;
  savedAt: string;
}

const samplesOf = (workflowId: string) => `/api/workflows/${encodeURIComponent(workflowId)}/samples`;

export const samples = (workflowId: string) =>
  call<{ items: Sample[] }>('GET', samplesOf(workflowId)).then((a) => a.items);

export const pinSample = (workflowId: string, nodeKey: string, result: unknown) =>
  call<unknown>('PUT', `${samplesOf(workflowId)}/${encodeURIComponent(nodeKey)}`, { result });

export const unpinSample = (workflowId: string, nodeKey: string) =>
  call<unknown>('DELETE', `${samplesOf(workflowId)}/${encodeURIComponent(nodeKey)}`);
