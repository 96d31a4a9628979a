import { Badge, Input } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '@/api/problem';
import type { Descriptors } from '@/features/editor/model/descriptors';
import type { Envelope, FlowDocument, FlowNode, JsonObject } from '@/features/editor/model/document';
import { ConfigForm } from './ConfigForm';
import { DrawerFrame } from './DrawerFrame';
import { EnvelopeForm } from './envelope/EnvelopeForm';
import { settingsIn } from './envelope/envelope';
import { errorsBelow } from './errorsAt';
import { FieldErrors } from './FieldErrors';
import { FormEnvironmentOf } from './FormEnvironmentOf';
import { Help } from './Help';
import { without } from './schema/values';
import { PinnedSample } from './testing/PinnedSample';
import { TestPanel } from './testing/TestPanel';
import type { VariableNode } from './variables/types';
import styles from './forms.module.css';

export interface NodeDrawerProps {
  document: FlowDocument;
  node: FlowNode;
  descriptors: Descriptors;
  /** What the node may name. */
  variables: readonly VariableNode[];
  readOnly: boolean;
  /** With pointers into the document: `/nodes/3/config/filter`. */
  errors: readonly FieldError[];
  onChange: (node: FlowNode) => void;
  onClose: () => void;
  /** The version's id: with it, results can be pinned as samples. */
  workflowId?: string;
}

/** All of one node: its settings, how it is retried, a test run of it alone, its help. */
export function NodeDrawer(props: NodeDrawerProps) {
  const { node, descriptors, readOnly, onChange, onClose } = props;
  const { t } = useTranslation('forms');
  const type = descriptors.nodes.get(node.type);
  const name = type?.title ?? node.type;
  const tabs = [
    { key: 'settings', label: t('drawer.settings'), children: <Settings {...props} /> },
    {
      key: 'envelope',
      label: (
        <Badge dot={settingsIn(node) > 0} offset={[4, 0]}>
          {t('drawer.envelope')}
        </Badge>
      ),
      children: <Failures {...props} />,
    },
    { key: 'test', label: t('drawer.test'), children: <Test {...props} /> },
    ...(type
      ? [{ key: 'help', label: t('drawer.help'), children: <Help help={type.help} example={type.example} /> }]
      : []),
  ];
  return (
    <DrawerFrame
      label={t('drawer.node', { title: node.title || name })}
      tags={[name, node.key]}
      tabs={tabs}
      onClose={onClose}
      title={
        <Input
          variant="borderless"
          className={styles.title ?? ''}
          value={node.title}
          placeholder={name}
          aria-label={t('drawer.title')}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...node, title: event.target.value })}
        />
      }
    />
  );
}

function Settings({ document, node, descriptors, variables, readOnly, errors, onChange, workflowId }: NodeDrawerProps) {
  const nodes = useMemo(() => others(document, node.key), [document, node.key]);
  const setConfig = useCallback((config: JsonObject) => onChange({ ...node, config }), [node, onChange]);
  const elsewhere = errorsBelow(errors, pointerTo(document, node)).filter(
    (error) => !SHOWN_AT_FIELDS.test(error.pointer),
  );
  return (
    <>
      <FieldErrors errors={elsewhere} />
      <ConfigForm
        key={node.key}
        type={descriptors.nodes.get(node.type)}
        named={node.type}
        config={node.config}
        onChange={setConfig}
        errors={errors}
        pointer={`${pointerTo(document, node)}/config`}
        variables={variables}
        readOnly={readOnly}
        nodes={nodes}
        workflowId={workflowId}
      />
    </>
  );
}

/** What has a field of its own, here or on another tab. */
const SHOWN_AT_FIELDS = /^\/(config\/|retry|timeout|onFailure)/;

function Failures({ document, node, variables, readOnly, errors, onChange }: NodeDrawerProps) {
  return (
    <FormEnvironmentOf variables={variables} readOnly={readOnly}>
      <EnvelopeForm
        value={node}
        onChange={(envelope) => onChange(withEnvelope(node, envelope))}
        errors={errorsBelow(errors, pointerTo(document, node))}
      />
    </FormEnvironmentOf>
  );
}

/** Trying out changes nothing of the workflow: it is open to those who may only read as well. */
function Test({ node, descriptors, variables, workflowId }: NodeDrawerProps) {
  const { t } = useTranslation('forms');
  const testable = descriptors.nodes.get(node.type)?.testable === true;
  return (
    <FormEnvironmentOf variables={variables} readOnly={false} workflowId={workflowId}>
      <div className={styles.fields}>
        {testable ? (
          <TestPanel key={node.key} nodeKey={node.key} type={node.type} config={node.config} />
        ) : (
          <div className={styles.hint}>{t('test.notTestable')}</div>
        )}
        {workflowId !== undefined && (
          <PinnedSample key={`${node.key} sample`} nodeKey={node.key} workflowId={workflowId} />
        )}
      </div>
    </FormEnvironmentOf>
  );
}

function pointerTo(document: FlowDocument, node: FlowNode): string {
  return `/nodes/${document.nodes.findIndex((other) => other.key === node.key)}`;
}

function withEnvelope(node: FlowNode, { retry, timeout, onFailure }: Envelope): FlowNode {
  const bare = without(without(without(node, 'retry'), 'timeout'), 'onFailure');
  return {
    ...bare,
    ...(retry === undefined ? {} : { retry }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(onFailure === undefined ? {} : { onFailure }),
  };
}

function others(document: FlowDocument, key: string) {
  const assigns = ({ config }: FlowNode) => typeof config['target'] === 'string' && config['target'] !== '';
  return document.nodes
    .filter((other) => other.key !== key)
    .map((other) => ({ key: other.key, type: other.type, title: other.title, assigns: assigns(other) }));
}
