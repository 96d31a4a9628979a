import { useMemo, type ReactNode } from 'react';
import { FormContext, NOWHERE, type FormEnvironment } from './FormContext';

type Props = Pick<FormEnvironment, 'variables' | 'readOnly' | 'workflowId'> & { children: ReactNode };

/** The surroundings of fields that belong to no config: the parts of a drawer beside its form. */
export function FormEnvironmentOf({ variables, readOnly, workflowId, children }: Props) {
  const environment = useMemo(
    () => ({ ...NOWHERE, variables, readOnly, workflowId }),
    [variables, readOnly, workflowId],
  );
  return <FormContext value={environment}>{children}</FormContext>;
}
