import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldErrors } from './FieldErrors';
import { useForm } from './FormContext';
import { TemplateToggle } from './TemplateToggle';
import { errorsAt } from './errorsAt';
import { dereferenced } from './schema/resolve';
import type { Schema } from './schema/types';
import type { Around } from './schema/visible';
import { useTemplateMode } from './useTemplateMode';
import { widgetFor } from './widgets';
import styles from './forms.module.css';

export interface FieldProps {
  /** Shown where the schema has no title of its own. */
  name: string;
  schema: Schema;
  value: unknown;
  onChange: (value: unknown) => void;
  pointer: string;
  around: readonly Around[];
  required?: boolean;
  /** A label for those who do not see where the field stands; nothing is shown. */
  hiddenLabel?: string;
}

/** A field with its label, its description and what is wrong with it. */
export function Field(props: FieldProps) {
  const { name, value, onChange, pointer, around, required = false, hiddenLabel } = props;
  const { root, errors } = useForm();
  const { t } = useTranslation('forms');
  const id = useId();
  const schema = dereferenced(props.schema, root);
  const template = useTemplateMode(schema, value, onChange);
  const widget = widgetFor(template.on ? { 'x-ui': 'template', type: 'string' } : schema);
  const mine = errorsAt(errors, pointer, widget.layout === 'fields' ? 'exact' : 'below');
  const descriptionId = `${id}-description`;
  const Control = widget.component;
  const control = (
    <Control
      id={id}
      schema={template.on ? { ...schema, 'x-ui': 'template', type: 'string' } : schema}
      value={value}
      onChange={onChange}
      pointer={pointer}
      around={around}
      labelledBy={`${id}-label`}
      describedBy={schema.description || mine.length > 0 ? descriptionId : undefined}
      invalid={mine.length > 0}
    />
  );
  const title = schema.title ?? (widget.layout === 'fields' ? '' : name);
  const below = (
    <div id={descriptionId}>
      {schema.description && !hiddenLabel && <div className={styles.description}>{schema.description}</div>}
      <FieldErrors errors={mine} />
    </div>
  );
  if (widget.layout === 'fields') {
    return (
      <fieldset className={title === '' ? styles.plain : styles.group} aria-labelledby={`${id}-label`}>
        <legend id={`${id}-label`} className={title === '' || hiddenLabel ? styles.hidden : styles.legend}>
          {hiddenLabel ?? (title === '' ? name : title)}
        </legend>
        {below}
        {control}
        {template.possible && <TemplateToggle {...template} />}
      </fieldset>
    );
  }
  return (
    <div className={widget.layout === 'inline' && !template.on ? styles.inline : styles.field}>
      <div className={styles.head}>
        <label id={`${id}-label`} htmlFor={id} className={hiddenLabel ? styles.hidden : styles.label} onClick={() => focus(id)}>
          {hiddenLabel ?? title}
          {required && (
            <span className={styles.required} title={t('field.required')}>
              <span aria-hidden="true">{'*'}</span>
              <span className={styles.hidden}>{t('field.required')}</span>
            </span>
          )}
        </label>
        {template.possible && <TemplateToggle {...template} />}
      </div>
      {control}
      {below}
    </div>
  );
}

/** A label focuses inputs by itself, but not the editors, which are no form controls to the browser. */
function focus(id: string) {
  const control = document.getElementById(id);
  if (control?.isContentEditable) control.focus();
}
