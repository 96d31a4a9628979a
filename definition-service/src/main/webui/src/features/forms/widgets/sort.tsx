import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../AddButton';
import { FieldSelect } from '../FieldSelect';
import { useForm } from '../FormContext';
import { RowActions } from '../RowActions';
import { isObject } from '../schema/types';
import { moved, withField, withItem, withoutItem } from '../schema/values';
import { useCollection } from '../useCollection';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** The order of records: a list of `{field, direction}`. */
function Sort({ value, onChange, around }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const { own } = useCollection(around);
  const rows = Array.isArray(value) ? value.map((row: unknown) => (isObject(row) ? row : { field: String(row) })) : [];
  const put = (next: Record<string, unknown>[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <div className={styles.rows}>
      {rows.map((row: Record<string, unknown>, index) => (
        <div key={index} className={styles.row}>
          <div className={styles.grow}>
            <FieldSelect
              value={typeof row['field'] === 'string' ? row['field'] : ''}
              onChange={(field) => put(withItem(rows, index, withField(row, 'field', field)))}
              paths={own}
              label={t('sort.field', { number: index + 1 })}
            />
          </div>
          <Segmented
            aria-label={t('sort.direction', { number: index + 1 })}
            disabled={readOnly}
            value={row['direction'] === 'desc' ? 'desc' : 'asc'}
            options={(['asc', 'desc'] as const).map((direction) => ({
              value: direction,
              label: t(`sort.${direction}`),
            }))}
            onChange={(direction) => put(withItem(rows, index, withField(row, 'direction', direction)))}
          />
          <RowActions
            index={index}
            count={rows.length}
            onMove={(by) => put(moved(rows, index, by))}
            onRemove={() => put(withoutItem(rows, index))}
          />
        </div>
      ))}
      <AddButton onClick={() => put([...rows, { field: '', direction: 'asc' }])} />
    </div>
  );
}

export const sort: Widget = { component: Sort, layout: 'fields' };
