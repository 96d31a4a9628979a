import { useMutation, useQueryClient } from '@tanstack/react-query';
import { executionKeys } from '@/api/queries/executions';
import { listTemplates } from '@/api/queries/templates';
import { executeVersion } from '@/api/queries/versions';
import { createWorkflow, workflowKeys } from '@/api/queries/workflows';

/** The template that the tour makes a workflow of, and what that is run with; both on the sample shop. */
const TEMPLATE = 'discount';
const CONTEXT = { data: { sku: 'CAB-02', quantity: 50 } };

async function begin(missing: string): Promise<string> {
  const template = (await listTemplates()).find(({ id }) => id === TEMPLATE);
  if (!template) throw new Error(missing);
  const id = await createWorkflow(template.document);
  return executeVersion(id, CONTEXT);
}

/**
 * The newcomer's first workflow: made of a template and run. Resolves with the execution's id.
 *
 * @param missing what to say when the product does not have the template
 */
export function useFirstRun(missing: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => begin(missing),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: workflowKeys.all }),
        queries.invalidateQueries({ queryKey: executionKeys.all }),
      ]),
  });
}
