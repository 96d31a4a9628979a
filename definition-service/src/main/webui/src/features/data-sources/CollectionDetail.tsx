import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Association, Collection, Field } from '@/api/queries/dataSources';
import styles from './DataSourcesPage.module.css';

function useFieldColumns(primaryKey: readonly string[]): TableColumnsType<Field> {
  const { t } = useTranslation('data');
  return useMemo(
    () => [
      { title: t('field'), key: 'name', render: (_, one) => <code className={styles.code}>{one.name}</code> },
      { title: t('type'), key: 'type', render: (_, one) => t(`fieldType.${one.type}`) },
      { title: t('databaseType'), dataIndex: 'databaseType', className: styles.minor ?? '' },
      {
        title: t('traits'),
        key: 'traits',
        render: (_, one) =>
          [
            primaryKey.includes(one.name) ? t('trait.key') : '',
            one.nullable ? '' : t('trait.required'),
            one.generated ? t('trait.generated') : '',
          ]
            .filter((trait) => trait !== '')
            .join(', '),
      },
    ],
    [t, primaryKey],
  );
}

function useAssociationColumns(): TableColumnsType<Association> {
  const { t } = useTranslation('data');
  return useMemo(
    () => [
      { title: t('association'), key: 'name', render: (_, one) => <code className={styles.code}>{one.name}</code> },
      { title: t('kind'), key: 'kind', render: (_, one) => t(`associationKind.${one.kind}`) },
      { title: t('target'), dataIndex: 'target' },
      {
        title: t('through'),
        key: 'through',
        className: styles.minor ?? '',
        render: (_, one) => t('columns', { local: one.localColumn, target: one.target, foreign: one.foreignColumn }),
      },
    ],
    [t],
  );
}

/** The fields and associations of a collection, under the names that variables and filters use. */
export function CollectionDetail({ collection }: { collection: Collection }) {
  const { t } = useTranslation('data');
  const fields = useFieldColumns(collection.primaryKey);
  const associations = useAssociationColumns();
  return (
    <div className={styles.inside}>
      <section>
        <h3>{t('fields')}</h3>
        <Table<Field> rowKey="name" size="small" columns={fields} dataSource={collection.fields} pagination={false} />
      </section>
      {collection.associations.length > 0 && (
        <section>
          <h3>{t('associations')}</h3>
          <Table<Association>
            rowKey="name"
            size="small"
            columns={associations}
            dataSource={collection.associations}
            pagination={false}
          />
        </section>
      )}
    </div>
  );
}
