import { Alert } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '@/api/problem';
import type { NodeType, TriggerType } from '@/features/editor/model/descriptors';
import type { JsonObject } from '@/features/editor/model/document';
import { errorsBelow } from './errorsAt';
import type { FormEnvironment } from './FormContext';
import { FormRoot } from './FormRoot';
import type { Schema } from './schema/types';

interface Props extends Pick<FormEnvironment, 'variables' | 'readOnly' | 'nodes' | 'workflowId'> {
  /** Undefined where no service serves it: then there is no form. */
  type: NodeType | TriggerType | undefined;
  /** What the document calls the type. */
  named: string;
  config: JsonObject;
  onChange: (config: JsonObject) => void;
  /** The document's. */
  errors: readonly FieldError[];
  /** Of the config in the document: `/nodes/3/config`. */
  pointer: string;
}

/** The settings of a node or of the trigger, as its type describes them. */
export function ConfigForm({ type, named, config, onChange, errors, pointer, ...environment }: Props) {
  const { t } = useTranslation('forms');
  const inConfig = useMemo(() => errorsBelow(errors, pointer), [errors, pointer]);
  const change = useCallback((next: Record<string, unknown>) => onChange(next as JsonObject), [onChange]);
  if (!type) return <Alert type="warning" title={t('drawer.unknownType', { type: named })} />;
  return (
    <FormRoot
      {...environment}
      schema={type.configSchema as Schema}
      value={config}
      onChange={change}
      errors={inConfig}
    />
  );
}
