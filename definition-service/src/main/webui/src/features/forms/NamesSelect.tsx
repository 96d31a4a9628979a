import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from './FormContext';
import styles from './forms.module.css';
import type { WidgetProps } from './widgets/types';

/** Some of many names; others can be typed, where the collection is not known (yet). */
export function NamesSelect({
  id,
  value,
  onChange,
  names,
  labelledBy,
  describedBy,
  invalid,
}: WidgetProps & { names: string[] }) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  return (
    <Select
      id={id}
      mode="tags"
      className={styles.wide ?? ''}
      value={Array.isArray(value) ? value.map(String) : []}
      options={names.map((name) => ({ value: name, label: name }))}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      placeholder={t('names.placeholder')}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={(chosen: string[]) => onChange(chosen.length === 0 ? undefined : chosen)}
    />
  );
}
