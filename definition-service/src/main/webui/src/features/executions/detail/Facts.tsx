import { Link } from '@tanstack/react-router';
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Execution } from '@/api/queries/executions';
import { Moment } from '@/components/Moment';
import { StatusMark } from '@/components/StatusMark';
import { duration } from '@/components/time';
import { useNow } from '@/components/useNow';
import { hasEnded } from '../model/status';
import type { Names } from '../useNames';
import { Children, ExecutionLink } from './Relatives';
import styles from './Facts.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lasted({ execution }: { execution: Execution }) {
  const { i18n } = useTranslation();
  const now = useNow(hasEnded(execution.status) ? 0 : 1_000);
  if (!execution.startedAt) return null;
  const end = execution.endedAt ? Date.parse(execution.endedAt) : now;
  return <>{duration(end - Date.parse(execution.startedAt), i18n.language)}</>;
}

function WorkflowLink({ execution, names }: { execution: Execution; names: Names }) {
  const { t } = useTranslation('executions');
  if (names.version === undefined) return <>{execution.key}</>;
  return (
    <Link to="/workflows/$id" params={{ id: execution.workflowId }}>
      {t('detail.version', { version: names.version })}
    </Link>
  );
}

/** Who the execution is: its state, its workflow and version, its times and its relations. */
export function Facts({ execution, names }: { execution: Execution; names: Names }) {
  const { t } = useTranslation('executions');
  return (
    <dl className={styles.facts}>
      <Fact name={t('column.status')}>
        <span aria-live="polite">
          <StatusMark status={execution.status} paused={execution.paused} />
        </span>
      </Fact>
      <Fact name={t('detail.workflow')}>
        <WorkflowLink execution={execution} names={names} />
      </Fact>
      <Fact name={t('column.created')}>
        <Moment at={execution.createdAt} />
      </Fact>
      {execution.startedAt && (
        <Fact name={t('column.duration')}>
          <Lasted execution={execution} />
        </Fact>
      )}
      {execution.eventKey && (
        <Fact name={t('column.eventKey')}>
          <Typography.Text copyable className={styles.id}>
            {execution.eventKey}
          </Typography.Text>
        </Fact>
      )}
      {execution.parentExecutionId && (
        <Fact name={t('detail.parent')}>
          <ExecutionLink id={execution.parentExecutionId} />
        </Fact>
      )}
      {execution.rerunOf?.executionId && (
        <Fact name={t('detail.rerunOf')}>
          <ExecutionLink id={execution.rerunOf.executionId} />
        </Fact>
      )}
      <Children id={execution.id} frame={(children) => <Fact name={t('detail.children')}>{children}</Fact>} />
      <Fact name={t('detail.id')}>
        <Typography.Text copyable className={styles.id}>
          {execution.id}
        </Typography.Text>
      </Fact>
    </dl>
  );
}
