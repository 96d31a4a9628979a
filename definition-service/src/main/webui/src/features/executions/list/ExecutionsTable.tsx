import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType, type TableProps } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExecutionSummary } from '@/api/queries/executions';
import { Moment } from '@/components/Moment';
import { StatusMark } from '@/components/StatusMark';
import { duration } from '@/components/time';
import styles from './ExecutionsTable.module.css';

interface Props {
  executions: ExecutionSummary[];
  titles: ReadonlyMap<string, string>;
  loading: boolean;
  selected: string[];
  onSelect: (ids: string[]) => void;
}

function lasted(execution: ExecutionSummary): number | undefined {
  if (!execution.startedAt || !execution.endedAt) return undefined;
  return Date.parse(execution.endedAt) - Date.parse(execution.startedAt);
}

/** What sets an execution apart from others of its workflow. */
function What({ execution, title }: { execution: ExecutionSummary; title: string }) {
  return (
    <>
      <Link to="/executions/$id" params={{ id: execution.id }} className={styles.title}>
        {title}
      </Link>
      <div className={styles.minor}>
        <span className={styles.id}>{execution.id}</span>
      </div>
    </>
  );
}

function Why({ execution }: { execution: ExecutionSummary }) {
  const detail = execution.reason?.detail ?? execution.reason?.code;
  return detail ? <div className={styles.reason}>{detail}</div> : null;
}

function useColumns(titles: ReadonlyMap<string, string>): TableColumnsType<ExecutionSummary> {
  const { t, i18n } = useTranslation('executions');
  return useMemo(
    () => [
      {
        title: t('column.status'),
        key: 'status',
        width: 150,
        render: (_, one) => <StatusMark status={one.status} paused={one.paused} />,
      },
      {
        title: t('column.execution'),
        key: 'execution',
        render: (_, one) => <What execution={one} title={titles.get(one.key) ?? one.key} />,
      },
      { title: t('column.reason'), key: 'reason', ellipsis: true, render: (_, one) => <Why execution={one} /> },
      {
        title: t('column.eventKey'),
        dataIndex: 'eventKey',
        width: 190,
        ellipsis: true,
        className: styles.minor,
      },
      { title: t('column.created'), key: 'created', width: 140, render: (_, one) => <Moment at={one.createdAt} /> },
      {
        title: t('column.duration'),
        key: 'duration',
        width: 110,
        align: 'end',
        className: styles.number,
        render: (_, one) => {
          const ms = lasted(one);
          return ms === undefined ? null : duration(ms, i18n.language);
        },
      },
    ],
    [t, i18n.language, titles],
  );
}

/** The executions found so far, newest first. */
export function ExecutionsTable({ executions, titles, loading, selected, onSelect }: Props) {
  const { t } = useTranslation('executions');
  const columns = useColumns(titles);
  const rowSelection: TableProps<ExecutionSummary>['rowSelection'] = {
    selectedRowKeys: selected,
    onChange: (keys) => onSelect(keys.map(String)),
    getCheckboxProps: (one) => ({ 'aria-label': t('list.select', { id: one.id }) }),
    getTitleCheckboxProps: () => ({ 'aria-label': t('list.selectAll') }),
  };
  return (
    <Table<ExecutionSummary>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={executions}
      loading={loading}
      pagination={false}
      rowSelection={rowSelection}
    />
  );
}
