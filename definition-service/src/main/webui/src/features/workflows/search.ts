/** The filters of the list of workflows, as they stand in the URL. */
export interface WorkflowSearch {
  text?: string;
  category?: string;
  type?: string;
  enabled?: boolean;
}

export function workflowSearch(search: Record<string, unknown>): WorkflowSearch {
  const found: WorkflowSearch = {};
  for (const name of ['text', 'category', 'type'] as const) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') found[name] = value;
  }
  if (typeof search['enabled'] === 'boolean') found.enabled = search['enabled'];
  return found;
}
