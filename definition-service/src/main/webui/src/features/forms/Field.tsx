import { useId, type ReactNode } from 'react';
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
  const id = useId();
  const own = dereferenced(props.schema, root);
  const template = useTemplateMode(own, value, onChange);
  const schema = template.on ? ({ ...own, 'x-ui': 'template', type: 'string', default: undefined } as Schema) : own;
  const { component: Control, layout } = widgetFor(schema);
  const mine = errorsAt(errors, pointer, layout === 'fields' ? 'exact' : 'below');
  const description = hiddenLabel === undefined ? schema.description : undefined;
  const frame = {
    id,
    title: schema.title ?? (layout === 'fields' ? '' : name),
    hiddenLabel: hiddenLabel ?? (schema.title === undefined && layout === 'fields' ? name : undefined),
    required,
    toggle: template.possible && <TemplateToggle {...template} />,
    below: (
      <div id={`${id}-description`}>
        {description && <div className={styles.description}>{description}</div>}
        <FieldErrors errors={mine} />
      </div>
    ),
  };
  const Frame = FRAMES[layout];
  return (
    <Frame {...frame}>
      <Control
        id={id}
        schema={schema}
        value={value}
        onChange={onChange}
        pointer={pointer}
        around={around}
        labelledBy={`${id}-label`}
        describedBy={description || mine.length > 0 ? `${id}-description` : undefined}
        invalid={mine.length > 0}
      />
    </Frame>
  );
}

interface FrameProps {
  id: string;
  title: string;
  hiddenLabel: string | undefined;
  required: boolean;
  toggle: ReactNode;
  /** Description and errors. */
  below: ReactNode;
  children: ReactNode;
}

function Fieldset({ id, title, hiddenLabel, toggle, below, children }: FrameProps) {
  return (
    <fieldset className={title === '' || hiddenLabel ? styles.plain : styles.group} aria-labelledby={`${id}-label`}>
      <legend id={`${id}-label`} className={hiddenLabel ? styles.hidden : styles.legend}>
        {hiddenLabel ?? title}
        {toggle}
      </legend>
      {children}
      {below}
    </fieldset>
  );
}

function Block({ below, children, ...head }: FrameProps) {
  return (
    <div className={styles.field}>
      <Head {...head} />
      {children}
      {below}
    </div>
  );
}

function Inline({ below, children, ...head }: FrameProps) {
  return (
    <div className={styles.inline}>
      <Head {...head} />
      {children}
      {below}
    </div>
  );
}

const FRAMES = { fields: Fieldset, inline: Inline, control: Block } as const;

function Head({ id, title, hiddenLabel, required, toggle }: Omit<FrameProps, 'below' | 'children'>) {
  return (
    <div className={styles.head}>
      <label id={`${id}-label`} htmlFor={id} className={hiddenLabel ? styles.hidden : styles.label}>
        {hiddenLabel ?? title}
        {required && <Required />}
      </label>
      {toggle}
    </div>
  );
}

function Required() {
  const { t } = useTranslation('forms');
  return (
    <span className={styles.required} title={t('field.required')}>
      <span aria-hidden="true">{'*'}</span>
      <span className={styles.hidden}>{t('field.required')}</span>
    </span>
  );
}
