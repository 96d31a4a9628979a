import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import { useForm } from './FormContext';
import { below } from './schema/pointer';
import { dereferenced } from './schema/resolve';
import { isObject, type Schema } from './schema/types';
import { withField } from './schema/values';
import { isVisible, type Around } from './schema/visible';
import styles from './forms.module.css';

interface Props {
  schema: Schema;
  value: unknown;
  onChange: (value: Record<string, unknown>) => void;
  pointer: string;
  around: readonly Around[];
  /** Fields that are shown in another way. */
  except?: readonly string[];
}

/** The fields of an object, in the order of its schema; those seldom needed are folded away. */
export function SchemaForm({ schema, value, onChange, pointer, around: outer, except = [] }: Props) {
  const { root } = useForm();
  const { t } = useTranslation('forms');
  const around = [...outer, { value, schema }];
  const shown = Object.entries(schema.properties ?? {})
    .map(([name, property]) => ({ name, property: dereferenced(property, root) }))
    .filter(
      ({ name, property }) => !except.includes(name) && property['x-ui'] !== 'hidden' && isVisible(property, around),
    );
  const field = ({ name, property }: { name: string; property: Schema }) => (
    <Field
      key={name}
      name={name}
      schema={property}
      value={isObject(value) ? value[name] : undefined}
      onChange={(changed) => onChange(withField(value, name, changed))}
      pointer={below(pointer, name)}
      around={around}
      required={schema.required?.includes(name) === true && property.default === undefined}
    />
  );
  const advanced = shown.filter(({ property }) => property['x-advanced']);
  return (
    <div className={styles.fields}>
      {shown.filter(({ property }) => !property['x-advanced']).map(field)}
      {advanced.length > 0 && (
        <Collapse
          ghost
          size="small"
          className={styles.advanced ?? ''}
          items={[
            {
              key: 'advanced',
              label: t('field.advanced'),
              children: <div className={styles.fields}>{advanced.map(field)}</div>,
            },
          ]}
        />
      )}
    </div>
  );
}
