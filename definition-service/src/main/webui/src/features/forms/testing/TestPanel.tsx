import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNodeTest } from '@/api/queries/nodeTest';
import { PlayCircleOutlined } from '@/components/icons';
import { useForm } from '../FormContext';
import { assembled, isGiven, sampleOf } from '../variables/samples';
import { pathsIn } from '../variables/template';
import { labelsOf } from '../variables/tree';
import styles from '../forms.module.css';
import { JsonInput } from '../JsonInput';
import { TestResult } from './TestResult';

interface Props {
  nodeKey: string;
  type: string;
  config: unknown;
}

/** Runs one node by itself, with values for the variables it uses: from pinned samples, or entered here. */
export function TestPanel({ nodeKey, type, config }: Props) {
  const { t } = useTranslation('forms');
  const { variables, workflowId } = useForm();
  const [entered, setEntered] = useState<Readonly<Record<string, unknown>>>({});
  const test = useNodeTest();
  const paths = pathsIn(config).filter(isGiven);
  const valueOf = (path: string) => (path in entered ? entered[path] : sampleOf(variables, path));
  const run = () => {
    const values = Object.fromEntries(paths.map((path) => [path, valueOf(path)]));
    test.mutate({ type, config, variables: assembled(values) });
  };
  return (
    <div className={styles.fields}>
      <div className={styles.hint}>{t(paths.length === 0 ? 'test.noVariables' : 'test.variables')}</div>
      {paths.map((path, index) => (
        <div key={path} className={styles.field}>
          <div className={styles.head}>
            <label id={`test-${index}-label`} htmlFor={`test-${index}`} className={styles.label} title={path}>
              {labelsOf(variables, path)?.join(' › ') ?? path}
            </label>
          </div>
          <JsonInput
            id={`test-${index}`}
            labelledBy={`test-${index}-label`}
            value={valueOf(path)}
            placeholder={t('test.value')}
            onChange={(value) => setEntered({ ...entered, [path]: value })}
          />
        </div>
      ))}
      <Button
        type="primary"
        icon={<PlayCircleOutlined />}
        loading={test.isPending}
        onClick={run}
        style={{ alignSelf: 'start' }}
      >
        {t('test.run')}
      </Button>
      <div aria-live="polite">
        {test.error && <Alert type="error" title={test.error.message} />}
        {test.data && <TestResult outcome={test.data} nodeKey={nodeKey} workflowId={workflowId} />}
      </div>
    </div>
  );
}
