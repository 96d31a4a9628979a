import { Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../AddButton';
import { assigned, incrementOf, isNumeric, renamed } from '../assignment';
import { ConditionRow } from '../ConditionRow';
import { FieldErrors } from '../FieldErrors';
import { errorsAt } from '../errorsAt';
import { FieldSelect } from '../FieldSelect';
import { typed } from '../filter/typed';
import { useForm } from '../FormContext';
import { below } from '../schema/pointer';
import { isObject } from '../schema/types';
import { withField } from '../schema/values';
import { typeOfPath, useCollection } from '../useCollection';
import { ValueInput } from '../ValueInput';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** Fields and the values they get; a number can also be changed by an amount, which is safe whoever else writes. */
function Assignments({ value, onChange, pointer, around }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly, errors } = useForm();
  const id = useId();
  const { own, collection } = useCollection(around);
  const values = isObject(value) ? value : {};
  const associations = (collection?.associations ?? []).map(({ name = '' }) => ({ path: name, type: 'association' }));
  const free = [...own, ...associations].filter((field) => !(field.path in values));
  return (
    <div className={styles.rows}>
      {Object.entries(values).map(([name, now], index) => {
        const type = typeOfPath(own, name);
        const increment = incrementOf(now);
        return (
          <ConditionRow
            key={index}
            onRemove={() => onChange(withField(values, name, undefined))}
            head={
              <>
                <div className={styles.grow}>
                  <FieldSelect
                    value={name}
                    onChange={(next) => onChange(renamed(values, name, next))}
                    paths={free}
                    label={t('assignments.field', { number: index + 1 })}
                  />
                </div>
                {(isNumeric(type) || increment !== undefined) && (
                  <Segmented
                    aria-label={t('assignments.how', { field: name })}
                    disabled={readOnly}
                    value={increment === undefined ? 'set' : 'increment'}
                    options={(['set', 'increment'] as const).map((how) => ({
                      value: how,
                      label: t(`assignments.${how}`),
                    }))}
                    onChange={(how: 'set' | 'increment') => onChange({ ...values, [name]: assigned(now, how) })}
                  />
                )}
              </>
            }
          >
            <ValueInput
              id={`${id}-${index}`}
              label={t('assignments.value', { field: name })}
              placeholder={t('assignments.placeholder')}
              value={increment === undefined ? now : increment}
              onChange={(next) =>
                onChange({
                  ...values,
                  [name]: increment === undefined ? typed(next, type) : { $increment: typed(next, type) },
                })
              }
            />
            <FieldErrors errors={errorsAt(errors, below(pointer, name), 'below')} />
          </ConditionRow>
        );
      })}
      <AddButton label={t('assignments.add')} disabled={'' in values} onClick={() => onChange({ ...values, '': '' })} />
    </div>
  );
}

export const assignments: Widget = { component: Assignments, layout: 'fields' };
