import { useMemo } from 'react';
import type { FieldError } from '@/api/problem';
import { useTranslation } from 'react-i18next';
import { FormContext, type FormEnvironment } from './FormContext';
import { SchemaForm } from './SchemaForm';
import { useFaults } from './useFaults';
import { widgetFor } from './widgets';
import { withValueAt } from './schema/values';
import { isObject, type Schema } from './schema/types';
import styles from './forms.module.css';

interface Props extends Pick<FormEnvironment, 'variables' | 'readOnly' | 'nodes' | 'workflowId'> {
  schema: Schema;
  value: unknown;
  onChange: (value: Record<string, unknown>) => void;
  /** From the service, with pointers from the value. */
  errors: readonly FieldError[];
}

/** A form for a whole config. */
export function FormRoot({ schema, value, onChange, errors, variables, readOnly, nodes, workflowId }: Props) {
  const { t } = useTranslation('forms');
  const faults = useFaults(schema, value, errors);
  const environment = useMemo<FormEnvironment>(
    () => ({
      root: schema,
      variables,
      readOnly,
      errors: faults,
      nodes,
      workflowId,
      setAt: (pointer, next) => {
        const changed = withValueAt(value, pointer, next);
        if (isObject(changed)) onChange(changed);
      },
    }),
    [schema, variables, readOnly, faults, nodes, workflowId, value, onChange],
  );
  const Whole = widgetFor(schema).component;
  const hinted = schema['x-ui'] !== undefined;
  return (
    <FormContext value={environment}>
      {hinted ? (
        <Whole
          id="config"
          schema={schema}
          value={value}
          onChange={(next) => isObject(next) && onChange(next)}
          pointer=""
          around={[]}
          labelledBy=""
          describedBy={undefined}
          invalid={false}
        />
      ) : (
        <SchemaForm schema={schema} value={value} onChange={onChange} pointer="" around={[]} />
      )}
      {Object.keys(schema.properties ?? {}).length === 0 && <div className={styles.hint}>{t('drawer.noSettings')}</div>}
    </FormContext>
  );
}
