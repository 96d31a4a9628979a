import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeadLetters, type DeadLetterFilter } from '@/api/queries/deadLetters';
import { Failed, Message } from '@/components/Message';
import { Page } from '@/components/Page';
import { SafetyCertificateOutlined } from '@/components/icons';
import styles from './DeadLettersPage.module.css';
import { LetterDrawer } from './LetterDrawer';
import { LetterFilters } from './LetterFilters';
import { LettersTable } from './LettersTable';

const OPEN: DeadLetterFilter = { state: 'open' };

function isNarrowed(filter: DeadLetterFilter): boolean {
  return filter.topic !== undefined || filter.reason !== undefined || filter.state !== 'open';
}

/** The records that could not be served: what is in them, why, and what to do about it. */
export function DeadLettersPage() {
  const { t } = useTranslation('deadLetters');
  const [filter, setFilter] = useState(OPEN);
  const [opened, setOpened] = useState<string>();
  const letters = useDeadLetters(filter);
  const items = useMemo(() => letters.data?.pages.flatMap((page) => page.items) ?? [], [letters.data]);
  const isEmpty = letters.isSuccess && items.length === 0;

  return (
    <Page title={t('title')} description={t('description')}>
      <LetterFilters filter={filter} letters={items} onChange={setFilter} />
      {letters.isError && (
        <Failed
          title={t('failed')}
          detail={letters.error.message}
          again={t('again')}
          retry={() => void letters.refetch()}
        />
      )}
      {isEmpty && isNarrowed(filter) && (
        <Message title={t('noneFound')} actions={<Button onClick={() => setFilter(OPEN)}>{t('clear')}</Button>} />
      )}
      {isEmpty && !isNarrowed(filter) && (
        <Message icon={<SafetyCertificateOutlined />} title={t('empty')}>
          {t('emptyHint')}
        </Message>
      )}
      {!isEmpty && !letters.isError && <LettersTable letters={items} loading={letters.isPending} onOpen={setOpened} />}
      {letters.hasNextPage && (
        <Button
          className={styles.more}
          loading={letters.isFetchingNextPage}
          onClick={() => void letters.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      <LetterDrawer id={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}
