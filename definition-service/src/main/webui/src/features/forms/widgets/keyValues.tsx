import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../AddButton';
import { FieldErrors } from '../FieldErrors';
import { errorsAt } from '../errorsAt';
import { useForm } from '../FormContext';
import { RowActions } from '../RowActions';
import { below } from '../schema/pointer';
import { isObject } from '../schema/types';
import { withField, withItem, withoutItem } from '../schema/values';
import { TextInput } from '../TextInput';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** A list of `{name, value}`: headers, parameters. */
function KeyValues({ id, value, onChange, pointer }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly, errors } = useForm();
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => {
        const pair = isObject(row) ? row : {};
        const set = (name: string, next: unknown) => onChange(withItem(rows, index, withField(pair, name, next)));
        return (
          <div key={index}>
            <div className={styles.row}>
              <Input
                style={{ flex: '0 1 34%' }}
                value={typeof pair['name'] === 'string' ? pair['name'] : ''}
                readOnly={readOnly}
                placeholder={t('keyValues.name')}
                aria-label={t('keyValues.nameOf', { number: index + 1 })}
                onChange={(event) => set('name', event.target.value)}
              />
              <div className={styles.grow}>
                <TextInput
                  id={`${id}-${index}`}
                  label={t('keyValues.valueOf', { number: index + 1 })}
                  placeholder={t('keyValues.value')}
                  value={pair['value'] === undefined || pair['value'] === null ? '' : String(pair['value'])}
                  onChange={(next) => set('value', next)}
                />
              </div>
              <RowActions index={index} count={rows.length} onRemove={() => onChange(withoutItem(rows, index))} />
            </div>
            <FieldErrors errors={errorsAt(errors, below(pointer, index), 'below')} />
          </div>
        );
      })}
      <AddButton onClick={() => onChange([...rows, { name: '', value: '' }])} />
    </div>
  );
}

export const keyValues: Widget = { component: KeyValues, layout: 'fields' };
