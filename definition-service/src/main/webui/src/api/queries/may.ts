import { useMe } from './me';

export interface May {
  /** Create, change and delete workflows. */
  design: boolean;
  /** Enable and run them, and steer their executions. */
  operate: boolean;
  /** Steer many executions at once, handle dead letters. */
  oversee: boolean;
}

/** What the signed-in user may do, so that nothing is offered that would be refused. The services decide by themselves. */
export function useMay(): May {
  const roles = useMe().data?.roles ?? [];
  const design = roles.includes('admin') || roles.includes('designer');
  const operator = roles.includes('operator');
  return { design, operate: design || operator, oversee: roles.includes('admin') || operator };
}
