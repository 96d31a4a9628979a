import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSources } from '@/api/queries/sources';
import { collectionOf } from '../fields/collections';
import { useForm } from '../FormContext';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

function CollectionChoice({ id, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const { data: sources = [], isPending } = useSources();
  const found = collectionOf(sources, value);
  return (
    <Select
      id={id}
      className={styles.wide ?? ''}
      showSearch={{ optionFilterProp: 'value' }}
      loading={isPending}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      // `orders` and `shop:orders` are the same where shop is the default data source.
      value={found ? `${found.source.name}:${found.collection.name}` : value}
      placeholder={t('collection.placeholder')}
      notFoundContent={t('collection.none')}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      options={sources.map((source) => ({
        label: source.name,
        title: source.name,
        options: source.collections.map((item) => ({ value: `${source.name}:${item.name}`, label: item.name })),
      }))}
      onChange={onChange}
    />
  );
}

export const collection: Widget = { component: CollectionChoice, layout: 'control' };
