import { createContext, useContext } from 'react';
import type { FieldError } from '@/api/problem';
import type { Schema } from './schema/types';
import type { VariableNode } from './variables/types';

/** What every field of a form needs besides its own value. */
export interface FormEnvironment {
  /** The schema that references point into. */
  root: Schema;
  variables: readonly VariableNode[];
  readOnly: boolean;
  /** With pointers from the form's own value. */
  errors: readonly FieldError[];
  /** Changes another field than one's own, by its pointer. */
  setAt: (pointer: string, value: unknown) => void;
  /** The other nodes of the workflow, for fields that name one; `assigns` for a variable node that only sets another's. */
  nodes: readonly { key: string; type: string; title: string; assigns: boolean }[];
  /** The version that is edited, for what is asked of the services; absent before it was saved. */
  workflowId?: string | undefined;
}

/** No form: what holds for fields that stand alone. */
export const NOWHERE: FormEnvironment = {
  root: {},
  variables: [],
  readOnly: false,
  errors: [],
  nodes: [],
  setAt: () => undefined,
};

export const FormContext = createContext<FormEnvironment>(NOWHERE);

export const useForm = () => useContext(FormContext);
