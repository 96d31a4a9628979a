import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldPath } from './fields/collections';
import { useForm } from './FormContext';
import styles from './forms.module.css';

interface Props {
  value: string;
  onChange: (path: string) => void;
  paths: readonly FieldPath[];
  label: string;
}

/** A field by its path. Any path can be typed: the collection may be one that cannot be asked just now. */
export function FieldSelect({ value, onChange, paths, label }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  return (
    <AutoComplete
      className={styles.wide ?? ''}
      value={value}
      disabled={readOnly}
      aria-label={label}
      placeholder={t('fields.placeholder')}
      popupMatchSelectWidth={280}
      showSearch={{ filterOption: (text, option) => (option?.value ?? '').toLowerCase().includes(text.toLowerCase()) }}
      options={paths.map((field) => ({
        value: field.path,
        label: (
          <span className={styles.row}>
            <span className={styles.grow}>{field.path.split('.').join(' › ')}</span>
            <span className={styles.type}>{t(`fieldTypes.${field.type}`, field.type)}</span>
          </span>
        ),
      }))}
      onChange={(path: string) => onChange(path)}
    />
  );
}
