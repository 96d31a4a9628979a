import { Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/ConditionBuilder';
import { readCondition, writeCondition, type ConditionGroup } from '../condition/model';
import { ExpressionInput } from '../ExpressionInput';
import { FieldErrors } from '../FieldErrors';
import { errorsAt } from '../errorsAt';
import { useForm } from '../FormContext';
import { SchemaForm } from '../SchemaForm';
import { below } from '../schema/pointer';
import { isObject } from '../schema/types';
import { withField } from '../schema/values';
import { sibling } from '../schema/visible';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

const OWN = ['engine', 'calculation', 'expression'];

/** `{engine, calculation, expression}` as one question, behind the other fields of the object. */
function Condition({ schema, value, onChange, pointer, around }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { errors, readOnly } = useForm();
  const id = useId();
  const engine = String(sibling({ value, schema }, 'engine') ?? 'basic');
  const engines = (schema.properties?.['engine']?.enum ?? ['basic']).map(String);
  const faults = OWN.flatMap((name) => errorsAt(errors, below(pointer, name), 'below'));
  const put = (name: string, next: unknown) => onChange(withField(value, name, next));
  const label = t('condition.title');
  return (
    <div className={styles.fields}>
      <SchemaForm schema={schema} value={value} onChange={onChange} pointer={pointer} around={around} except={OWN} />
      <div className={styles.rows} role="group" aria-label={label}>
        <div className={styles.head}>
          <span className={styles.label}>{label}</span>
          <Segmented
            size="small"
            aria-label={t('condition.engine')}
            value={engine}
            disabled={readOnly}
            options={engines.map((name) => ({ value: name, label: t(`engines.${name.replace('.', '')}`, name) }))}
            onChange={(next) => put('engine', next)}
          />
        </div>
        {engine === 'basic' ? (
          <Basic
            value={isObject(value) ? value['calculation'] : undefined}
            onChange={(next) => put('calculation', next)}
          />
        ) : (
          <ExpressionInput
            id={id}
            label={label}
            engine={engine}
            value={isObject(value) && typeof value['expression'] === 'string' ? value['expression'] : ''}
            onChange={(next) => put('expression', next)}
            invalid={faults.length > 0}
          />
        )}
        <FieldErrors errors={faults} />
      </div>
    </div>
  );
}

/** A group without comparisons has no JSON of its own: it lives here until the value is changed from elsewhere. */
function Basic({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('forms');
  const [draft, setDraft] = useState<{ group: ConditionGroup; text: string }>();
  const group = draft && draft.text === JSON.stringify(value ?? null) ? draft.group : readCondition(value);
  return (
    <>
      <ConditionBuilder
        group={group}
        onChange={(next) => {
          const written = writeCondition(next);
          setDraft({ group: next, text: JSON.stringify(written ?? null) });
          onChange(written);
        }}
      />
      {group.nodes.length === 0 && <div className={styles.hint}>{t('condition.empty')}</div>}
    </>
  );
}

export const condition: Widget = { component: Condition, layout: 'fields' };
