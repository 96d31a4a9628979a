import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Input, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectionsQuery, useRefreshDataSource, type Collection, type DataSource } from '@/api/queries/dataSources';
import { Failed, Message } from '@/components/Message';
import { ReloadOutlined } from '@/components/icons';
import { CollectionDetail } from './CollectionDetail';
import styles from './DataSourcesPage.module.css';
import { findCollections } from './find';

function useColumns(): TableColumnsType<Collection> {
  const { t } = useTranslation('data');
  return useMemo(
    () => [
      {
        title: t('collection'),
        key: 'name',
        sorter: (a, b) => a.name.localeCompare(b.name),
        render: (_, one) => <strong>{one.name}</strong>,
      },
      {
        title: t('key'),
        key: 'key',
        render: (_, one) =>
          one.primaryKey.length === 0 ? t('noKey') : <code className={styles.code}>{one.primaryKey.join(', ')}</code>,
      },
      { title: t('fields'), key: 'fields', align: 'end', width: 110, render: (_, one) => one.fields.length },
      {
        title: t('associations'),
        key: 'associations',
        align: 'end',
        width: 140,
        render: (_, one) => one.associations.length,
      },
    ],
    [t],
  );
}

function useRefresh(name: string) {
  const { t } = useTranslation('data');
  const { message } = App.useApp();
  const refresh = useRefreshDataSource(name);
  return {
    pending: refresh.isPending,
    run: () =>
      refresh.mutate(undefined, {
        onSuccess: () => void message.success(t('refreshed')),
        onError: (error) => void message.error(error.message),
      }),
  };
}

/** The collections of one data source; a row opens to its fields and associations. */
export function Collections({ source }: { source: DataSource }) {
  const { t } = useTranslation('data');
  const collections = useQuery(collectionsQuery(source.name));
  const refresh = useRefresh(source.name);
  const columns = useColumns();
  const [text, setText] = useState('');
  const found = useMemo(() => findCollections(collections.data ?? [], text), [collections.data, text]);
  const isEmpty = collections.isSuccess && collections.data.length === 0;

  return (
    <section className={styles.panel} aria-label={t('collectionsOf', { name: source.name })}>
      {source.connection?.state === 'UNREACHABLE' && (
        <Alert type="error" showIcon title={source.connection.detail ?? t('state.UNREACHABLE')} />
      )}
      <div className={styles.tools}>
        <Input
          className={styles.search}
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className={styles.spacer} />
        <Button icon={<ReloadOutlined />} loading={refresh.pending} onClick={refresh.run}>
          {t('refresh')}
        </Button>
      </div>
      {collections.isError ? (
        <Failed
          title={t('collectionsFailed')}
          detail={collections.error.message}
          again={t('again')}
          retry={() => void collections.refetch()}
        />
      ) : isEmpty ? (
        <Message title={t('noCollections')}>{t('noCollectionsHint')}</Message>
      ) : (
        <div className={styles.table}>
          <Table<Collection>
            rowKey="name"
            size="small"
            columns={columns}
            dataSource={found}
            loading={collections.isPending}
            pagination={found.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
            locale={{ emptyText: t('noneFound') }}
            expandable={{
              expandRowByClick: true,
              expandedRowRender: (collection) => <CollectionDetail collection={collection} />,
            }}
          />
        </div>
      )}
    </section>
  );
}
