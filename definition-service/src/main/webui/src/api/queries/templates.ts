import { useQuery } from '@tanstack/react-query';
import { workflowTemplates } from '../pending';

export type { WorkflowTemplate } from '../pending';

/** The workflows that come with the product, to begin one's own with. */
export function useTemplates() {
  return useQuery({ queryKey: ['templates'], queryFn: workflowTemplates, staleTime: Infinity });
}
