import { useTranslation } from 'react-i18next';
import { AddButton } from '../AddButton';
import { Field } from '../Field';
import { RowActions } from '../RowActions';
import { useForm } from '../FormContext';
import { below } from '../schema/pointer';
import { dereferenced } from '../schema/resolve';
import { initial, moved, withItem, without, withoutItem } from '../schema/values';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** A list whose elements have fields of their own: a card for each. */
function List({ schema, value, onChange, pointer, around }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { root } = useForm();
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const item = dereferenced(schema.items ?? {}, root);
  return (
    <div className={styles.rows}>
      {items.map((element, index) => (
        <div key={index} className={styles.card}>
          <div className={styles.cardHead}>
            <span>{t('list.number', { number: index + 1 })}</span>
            <RowActions
              index={index}
              count={items.length}
              onMove={(by) => onChange(moved(items, index, by))}
              onRemove={() => onChange(withoutItem(items, index))}
            />
          </div>
          <Field
            name={t('list.number', { number: index + 1 })}
            hiddenLabel={t('list.number', { number: index + 1 })}
            schema={without(item, 'title')}
            value={element}
            onChange={(changed) => onChange(withItem(items, index, changed))}
            pointer={below(pointer, index)}
            around={[...around, { value, schema }]}
          />
        </div>
      ))}
      <AddButton
        onClick={() => onChange([...items, initial(item)])}
        disabled={items.length >= (schema.maxItems ?? Infinity)}
      />
    </div>
  );
}

export const list: Widget = { component: List, layout: 'fields' };
