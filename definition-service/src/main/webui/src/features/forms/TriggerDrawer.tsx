import { Segmented } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '@/api/problem';
import type { Descriptors } from '@/features/editor/model/descriptors';
import { TRIGGER, type FlowDocument, type JsonObject } from '@/features/editor/model/document';
import { ConfigForm } from './ConfigForm';
import { DrawerFrame } from './DrawerFrame';
import { errorsBelow } from './errorsAt';
import { FieldErrors } from './FieldErrors';
import { FormEnvironmentOf } from './FormEnvironmentOf';
import { FormRoot } from './FormRoot';
import { Help } from './Help';
import { useOptionsSchema } from './options';
import { PinnedSample } from './testing/PinnedSample';
import type { VariableNode } from './variables/types';
import styles from './forms.module.css';

export interface TriggerDrawerProps {
  document: FlowDocument;
  descriptors: Descriptors;
  /** What the trigger's config and the workflow's options may name. */
  variables?: readonly VariableNode[];
  readOnly: boolean;
  /** With pointers into the document: `/config/mode`, `/options/timeout`. */
  errors: readonly FieldError[];
  onChange: (document: FlowDocument) => void;
  onClose: () => void;
  workflowId?: string;
}

const NO_VARIABLES: readonly VariableNode[] = [];
const NO_NODES: [] = [];

/** What starts the workflow, and what holds for the whole of it. */
export function TriggerDrawer(props: TriggerDrawerProps) {
  const { document, descriptors, onClose, workflowId } = props;
  const { t } = useTranslation('forms');
  const type = descriptors.triggers.get(document.type);
  const title = type?.title ?? document.type;
  const tabs = [
    { key: 'settings', label: t('drawer.settings'), children: <Settings {...props} /> },
    { key: 'options', label: t('drawer.options'), children: <Options {...props} /> },
    ...(workflowId === undefined
      ? []
      : [{ key: 'sample', label: t('drawer.sample'), children: <Sample workflowId={workflowId} /> }]),
    ...(type
      ? [{ key: 'help', label: t('drawer.help'), children: <Help help={type.help} example={type.example} /> }]
      : []),
  ];
  return (
    <DrawerFrame
      label={t('drawer.trigger', { title })}
      title={title}
      tags={[document.type]}
      tabs={tabs}
      onClose={onClose}
    />
  );
}

function Settings({
  document,
  descriptors,
  variables = NO_VARIABLES,
  readOnly,
  errors,
  onChange,
  workflowId,
}: TriggerDrawerProps) {
  const type = descriptors.triggers.get(document.type);
  const setConfig = useCallback((config: JsonObject) => onChange({ ...document, config }), [document, onChange]);
  return (
    <div className={styles.fields}>
      <FieldErrors errors={errors.filter((error) => ['', '/type', '/sync'].includes(error.pointer))} />
      <ConfigForm
        key={document.type}
        type={type}
        named={document.type}
        config={document.config}
        onChange={setConfig}
        errors={errors}
        pointer="/config"
        variables={variables}
        readOnly={readOnly}
        nodes={NO_NODES}
        workflowId={workflowId}
      />
      {type?.sync === null && (
        <Mode sync={document.sync} readOnly={readOnly} onChange={(sync) => onChange({ ...document, sync })} />
      )}
    </div>
  );
}

function Mode({ sync, readOnly, onChange }: { sync: boolean; readOnly: boolean; onChange: (sync: boolean) => void }) {
  const { t } = useTranslation('forms');
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <span id="sync-label" className={styles.label}>
          {t('trigger.mode')}
        </span>
      </div>
      <Segmented
        block
        aria-labelledby="sync-label"
        disabled={readOnly}
        value={sync}
        options={[
          { value: false, label: t('trigger.async') },
          { value: true, label: t('trigger.sync') },
        ]}
        onChange={onChange}
      />
      <div className={styles.description}>{t(sync ? 'trigger.syncHelp' : 'trigger.asyncHelp')}</div>
    </div>
  );
}

/** What holds for the whole workflow. */
function Options({ document, variables = NO_VARIABLES, readOnly, errors, onChange }: TriggerDrawerProps) {
  const inOptions = useMemo(() => errorsBelow(errors, '/options'), [errors]);
  const setOptions = useCallback(
    (options: Record<string, unknown>) => onChange({ ...document, options: options as JsonObject }),
    [document, onChange],
  );
  return (
    <FormRoot
      schema={useOptionsSchema()}
      value={document.options}
      onChange={setOptions}
      errors={inOptions}
      variables={variables}
      readOnly={readOnly}
      nodes={NO_NODES}
    />
  );
}

function Sample({ workflowId }: { workflowId: string }) {
  return (
    <FormEnvironmentOf variables={NO_VARIABLES} readOnly={false} workflowId={workflowId}>
      <PinnedSample nodeKey={TRIGGER} workflowId={workflowId} />
    </FormEnvironmentOf>
  );
}
