import { useMemo } from 'react';
import { useWorkflowVersion } from '@/api/queries/workflowVersion';
import { documentOf, type FlowDocument } from '@/features/editor/model/document';

export interface Names {
  workflow: string;
  version: number | undefined;
  /** As it was drawn; undefined while it is read, and when it was deleted. */
  document: FlowDocument | undefined;
  node: (key: string) => string;
}

/** What the workflow and its nodes are called; their keys where the version is gone. */
export function useNames(workflowId: string | undefined, workflowKey: string): Names {
  const { data } = useWorkflowVersion(workflowId);
  return useMemo(() => {
    const document = data ? documentOf(data) : undefined;
    const titles = new Map(document?.nodes.map((node) => [node.key, node.title]));
    return {
      workflow: document && document.title !== '' ? document.title : workflowKey,
      version: data?.version,
      document,
      node: (key) => titles.get(key) || key,
    };
  }, [data, workflowKey]);
}
