import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answered } from '../answered';
import { api, type Schemas } from '../client';
import { Problem } from '../problem';
import { createWorkflow, workflowKeys, type NewWorkflow } from './workflows';

export type WorkflowTemplate = Answered<
  Schemas['WorkflowTemplate'],
  'id' | 'title' | 'categories' | 'triggerType' | 'document'
>;

export async function listTemplates(signal?: AbortSignal): Promise<WorkflowTemplate[]> {
  const { data } = await api.GET('/api/templates', signal ? { signal } : {});
  return (data?.items ?? []) as WorkflowTemplate[];
}

/** The workflows that come with the product, to begin one's own with. */
export function useTemplates() {
  return useQuery({ queryKey: ['templates'], queryFn: ({ signal }) => listTemplates(signal), staleTime: Infinity });
}

/** A template that others call by its key brings it along; a second workflow of that template gets one of its own. */
async function createOf(document: NewWorkflow): Promise<string> {
  try {
    return await createWorkflow(document);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'key_taken') throw error;
    const { key: _taken, ...rest } = document;
    return createWorkflow(rest);
  }
}

/** Makes a workflow of a template's document; resolves with the id of its first version. */
export function useTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: createOf,
    onSettled: () => queries.invalidateQueries({ queryKey: workflowKeys.all }),
  });
}
