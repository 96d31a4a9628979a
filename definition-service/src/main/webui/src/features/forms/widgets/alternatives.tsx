import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../Field';
import { useForm } from '../FormContext';
import { alternativeOf, dereferenced } from '../schema/resolve';
import type { Schema } from '../schema/types';
import { initial, without } from '../schema/values';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** `oneOf` and `anyOf`: one of several forms. A constant needs no field, its name says all. */
function Alternatives({ id, schema, value, onChange, pointer, around, labelledBy }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { root, readOnly } = useForm();
  const choices = (schema.oneOf ?? schema.anyOf ?? []).map((choice) => dereferenced(choice, root));
  const chosen = alternativeOf(choices, value ?? schema.default);
  const current = choices[chosen] ?? {};
  const nameOf = (choice: Schema, index: number) =>
    choice.title ?? ('const' in choice ? constant(choice.const) : t('alternatives.number', { number: index + 1 }));
  const constant = (wanted: unknown) =>
    wanted === false ? t('alternatives.no') : wanted === true ? t('alternatives.yes') : String(wanted);
  return (
    <div className={styles.rows}>
      <Segmented
        id={id}
        options={choices.map((choice, index) => ({ value: index, label: nameOf(choice, index) }))}
        value={chosen}
        disabled={readOnly}
        aria-labelledby={labelledBy}
        onChange={(index) => onChange(initial(choices[index] ?? {}))}
      />
      {!('const' in current) && (
        <Field
          name={nameOf(current, chosen)}
          hiddenLabel={nameOf(current, chosen)}
          schema={without(current, 'title')}
          value={value}
          onChange={onChange}
          pointer={pointer}
          around={around}
        />
      )}
    </div>
  );
}

export const alternatives: Widget = { component: Alternatives, layout: 'fields' };
