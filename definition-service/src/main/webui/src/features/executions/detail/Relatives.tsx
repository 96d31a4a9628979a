import { Link } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChildren, type ExecutionSummary } from '@/api/queries/executions';
import { StatusMark } from '@/components/StatusMark';
import styles from './Facts.module.css';

const SHOWN = 10;

/** Another execution, by the end of its id: the beginning is its time, and the same for many. */
export function ExecutionLink({ id }: { id: string }) {
  return (
    <Link to="/executions/$id" params={{ id }} search={{}} className={styles.id}>
      {id.slice(-12)}
    </Link>
  );
}

function List({ parent, items }: { parent: string; items: readonly ExecutionSummary[] }) {
  const { t } = useTranslation('executions');
  return (
    <ul className={styles.children}>
      {items.slice(0, SHOWN).map((child) => (
        <li key={child.id}>
          <StatusMark status={child.status} paused={child.paused} /> <ExecutionLink id={child.id} />
        </li>
      ))}
      <li>
        <Link to="/executions" search={{ parentExecutionId: parent }}>
          {t('detail.allChildren')}
        </Link>
      </li>
    </ul>
  );
}

/** The executions that this one called; nothing, also no frame, where there are none. */
export function Children({ id, frame }: { id: string; frame: (children: ReactNode) => ReactNode }) {
  const { t } = useTranslation('executions');
  const { data } = useChildren(id);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const more = data?.nextCursor ? '+' : '';
  return frame(
    <Popover content={<List parent={id} items={items} />} trigger={['click']}>
      <Button type="link" size="small" className={styles.link}>
        {t('detail.childCount', { count: items.length, more })}
      </Button>
    </Popover>,
  );
}
