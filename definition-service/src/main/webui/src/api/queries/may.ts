import { useMe } from './me';

export interface May {
  /** Create, change and delete workflows. */
  design: boolean;
  /** Enable and run them, and steer their executions. */
  operate: boolean;
}

/** What the signed-in user may do, so that nothing is offered that would be refused. The services decide by themselves. */
export function useMay(): May {
  const roles = useMe().data?.roles ?? [];
  const design = roles.includes('admin') || roles.includes('designer');
  return { design, operate: design || roles.includes('operator') };
}
