import type { ExecutionFilter } from '@/api/queries/executions';

/** The filters of the list of executions, as they stand in the URL. */
export interface ExecutionSearch {
  workflowKey?: string;
  status?: string[];
  /** Created since then: an ISO time, or how far back from now (`-1h`, `-24h`, `-7d`, `-30d`). */
  from?: string;
  to?: string;
  text?: string;
  eventKey?: string;
  parentExecutionId?: string;
  paused?: boolean;
}

export function executionSearch(search: Record<string, unknown>): ExecutionSearch {
  const found: ExecutionSearch = {};
  for (const name of ['workflowKey', 'from', 'to', 'text', 'eventKey', 'parentExecutionId'] as const) {
    const value = search[name];
    // The router reads a text that looks like a number as one.
    if (typeof value === 'number') found[name] = String(value);
    else if (typeof value === 'string' && value !== '') found[name] = value;
  }
  const status = search['status'];
  if (Array.isArray(status)) found.status = status.filter((s): s is string => typeof s === 'string');
  else if (typeof status === 'string' && status !== '') found.status = [status];
  if (typeof search['paused'] === 'boolean') found.paused = search['paused'];
  return found;
}

const BACK = /^-(\d+)([hd])$/;
const HOUR = 3_600_000;
/** Rounded, so that the same range is the same question for a while. */
const GRAIN = 60_000;

/** The instant a `from` of the URL means; undefined for what means none. */
export function instantOf(from: string | undefined, now: number): string | undefined {
  if (from === undefined) return undefined;
  const back = BACK.exec(from);
  if (back) {
    const length = Number(back[1]) * HOUR * (back[2] === 'd' ? 24 : 1);
    return new Date(Math.floor(now / GRAIN) * GRAIN - length).toISOString();
  }
  const at = Date.parse(from);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The filter that the services understand. */
export function filterOf(search: ExecutionSearch, now: number): ExecutionFilter {
  const { from, to, ...rest } = search;
  const since = instantOf(from, now);
  const until = instantOf(to, now);
  return { ...rest, ...(since ? { from: since } : {}), ...(until ? { to: until } : {}) };
}

/** Whether anything but the default is asked for. */
export function isFiltered(search: ExecutionSearch): boolean {
  return Object.values(search).some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0));
}

/** What an execution's page shows, as it stands in the URL. */
export interface ExecutionViewSearch {
  tab?: 'flow' | 'timeline' | 'jobs' | 'data';
  /** Id of the job that is open. */
  job?: string;
  /** The pass that is looked at: `each[3]`. */
  path?: string;
  trouble?: boolean;
}

const TABS = ['flow', 'timeline', 'jobs', 'data'] as const;

export function executionViewSearch(search: Record<string, unknown>): ExecutionViewSearch {
  const tab = TABS.find((one) => one === search['tab']);
  const text = (name: string) => (typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined);
  const job = text('job');
  const path = text('path');
  return {
    ...(tab ? { tab } : {}),
    ...(job ? { job } : {}),
    ...(path ? { path } : {}),
    ...(search['trouble'] === true ? { trouble: true } : {}),
  };
}
