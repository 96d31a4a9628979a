import { Link } from '@tanstack/react-router';
import { Table, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import type { ExecutionStatistics } from '@/api/queries/executions';
import { useMay } from '@/api/queries/may';
import type { WorkflowSummary } from '@/api/queries/workflows';
import { Moment } from '@/components/Moment';
import { TypeIcon } from '@/components/TypeIcon';
import { EnableSwitch } from './EnableSwitch';
import { FailureRate, LastRun } from './Health';
import { RowMenu } from './RowMenu';
import { underWay } from './statistics';
import styles from './WorkflowsPage.module.css';

interface Props {
  workflows: WorkflowSummary[];
  statistics: ReadonlyMap<string, ExecutionStatistics> | undefined;
  loading: boolean;
}

export function WorkflowTable({ workflows, statistics, loading }: Props) {
  const columns = useColumns(statistics);
  return (
    <Table<WorkflowSummary>
      className={styles.table}
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={workflows}
      loading={loading}
      pagination={false}
      scroll={{ x: 1080 }}
    />
  );
}

function useColumns(statistics: Props['statistics']): TableColumnsType<WorkflowSummary> {
  const { t, i18n } = useTranslation('workflows');
  const may = useMay();
  const of = (workflow: WorkflowSummary) => statistics?.get(workflow.key);
  const columns: TableColumnsType<WorkflowSummary> = [
    { title: t('column.title'), render: (_, workflow) => <Name workflow={workflow} /> },
    { title: t('column.trigger'), width: 190, render: (_, workflow) => <Trigger type={workflow.type} /> },
    {
      title: t('column.enabled'),
      width: 78,
      render: (_, workflow) => (
        <EnableSwitch workflow={workflow} underWay={underWay(of(workflow))} readOnly={!may.operate} />
      ),
    },
    {
      title: t('column.version'),
      width: 84,
      render: (_, workflow) => <span className={styles.faint}>{t('version', { number: workflow.version })}</span>,
    },
  ];
  const health: TableColumnsType<WorkflowSummary> = [
    { title: t('column.lastRun'), width: 190, render: (_, workflow) => <LastRun statistics={of(workflow)} /> },
    {
      title: t('column.runs'),
      width: 112,
      align: 'right',
      render: (_, workflow) => <Runs workflow={workflow} total={of(workflow)?.total ?? 0} language={i18n.language} />,
    },
    { title: t('column.failures'), width: 100, render: (_, workflow) => <FailureRate statistics={of(workflow)} /> },
  ];
  return [
    ...columns,
    // Members may not see executions.
    ...(may.operate ? health : []),
    {
      title: t('column.updated'),
      width: 116,
      render: (_, workflow) => (
        <span className={styles.faint}>
          <Moment at={workflow.updatedAt} />
        </span>
      ),
    },
    {
      title: <span className="visually-hidden">{t('column.actions')}</span>,
      width: 44,
      fixed: 'right',
      render: (_, workflow) => <RowMenu workflow={workflow} underWay={underWay(of(workflow))} may={may} />,
    },
  ];
}

function Name({ workflow }: { workflow: WorkflowSummary }) {
  return (
    <div className={styles.name}>
      <span className={styles.line}>
        <Link to="/workflows/$id" params={{ id: workflow.id }} className={styles.link}>
          {workflow.title}
        </Link>
        {workflow.categories.map((category) => (
          <Tag key={category} variant="filled" className={styles.tag}>
            {category}
          </Tag>
        ))}
      </span>
      {workflow.description ? <span className={styles.description}>{workflow.description}</span> : null}
    </div>
  );
}

function Trigger({ type }: { type: string }) {
  const found = useDescriptors().data?.triggers.get(type);
  return (
    <span className={styles.trigger}>
      <TypeIcon name={found?.icon ?? ''} />
      {found?.title ?? type}
    </span>
  );
}

function Runs({ workflow, total, language }: { workflow: WorkflowSummary; total: number; language: string }) {
  const { t } = useTranslation('workflows');
  const number = new Intl.NumberFormat(language).format(total);
  if (total === 0) return <span className={styles.faint}>{number}</span>;
  return (
    <Link
      to="/executions"
      search={{ workflowKey: workflow.key }}
      aria-label={t('runsOf', { number, title: workflow.title })}
    >
      {number}
    </Link>
  );
}
