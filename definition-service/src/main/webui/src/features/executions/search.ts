/** The filters of the list of executions, as they stand in the URL. */
export interface ExecutionSearch {
  workflowKey?: string;
  status?: string[];
  from?: string;
  to?: string;
  text?: string;
  eventKey?: string;
}

export function executionSearch(search: Record<string, unknown>): ExecutionSearch {
  const found: ExecutionSearch = {};
  for (const name of ['workflowKey', 'from', 'to', 'text', 'eventKey'] as const) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') found[name] = value;
  }
  const status = search['status'];
  if (Array.isArray(status)) found.status = status.filter((s): s is string => typeof s === 'string');
  else if (typeof status === 'string' && status !== '') found.status = [status];
  return found;
}
