import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter } from '@/api/queries/deadLetters';
import { Moment } from '@/components/Moment';
import styles from './DeadLettersPage.module.css';
import { LetterActions } from './LetterActions';

interface Props {
  letters: DeadLetter[];
  loading: boolean;
  onOpen: (id: string) => void;
}

function useColumns(onOpen: (id: string) => void): TableColumnsType<DeadLetter> {
  const { t } = useTranslation('deadLetters');
  return useMemo(
    () => [
      { title: t('column.at'), key: 'at', width: 140, render: (_, letter) => <Moment at={letter.at} /> },
      {
        title: t('column.reason'),
        key: 'reason',
        render: (_, letter) => (
          <Button type="link" className={styles.reason} onClick={() => onOpen(letter.id)}>
            {letter.reason ?? t('noReason')}
          </Button>
        ),
      },
      {
        title: t('column.topic'),
        key: 'topic',
        width: 250,
        render: (_, letter) => (
          <>
            <code className={styles.code}>{letter.topic}</code>
            <div className={styles.minor}>
              {t('position', { partition: letter.partition ?? '', offset: letter.offset ?? '' })}
            </div>
          </>
        ),
      },
      {
        title: t('column.key'),
        key: 'key',
        width: 180,
        ellipsis: true,
        render: (_, letter) => <code className={styles.code}>{letter.key}</code>,
      },
      { title: t('column.state'), key: 'state', width: 110, render: (_, letter) => t(`state.${letter.state}`) },
      {
        title: t('column.actions'),
        key: 'actions',
        width: 210,
        render: (_, letter) => <LetterActions letter={letter} small />,
      },
    ],
    [t, onOpen],
  );
}

export function LettersTable({ letters, loading, onOpen }: Props) {
  const columns = useColumns(onOpen);
  return (
    <div className={styles.table}>
      <Table<DeadLetter>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={letters}
        loading={loading}
        pagination={false}
      />
    </div>
  );
}
