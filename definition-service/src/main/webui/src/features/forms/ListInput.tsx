import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from './FormContext';
import { templateOf } from './variables/template';
import { VariableButton } from './variables/VariableButton';
import styles from './forms.module.css';

interface Props {
  id: string;
  label: string;
  value: readonly unknown[];
  read: (text: string) => unknown;
  /** A list, or a template that stands for one. */
  onChange: (value: unknown) => void;
}

const shown = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item));

/** A list of values, typed one after the other; a variable takes the place of an empty one, or joins it. */
export function ListInput({ id, label, value, read, onChange }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const kept = new Map(value.map((item) => [shown(item), item]));
  return (
    <div className={styles.row}>
      <Select
        id={id}
        mode="tags"
        className={`${styles.grow}`}
        value={value.map(shown)}
        open={false}
        suffixIcon={null}
        disabled={readOnly}
        aria-label={label}
        placeholder={t('filter.values')}
        tokenSeparators={[',']}
        onChange={(items: string[]) => onChange(items.map((item) => (kept.has(item) ? kept.get(item) : read(item))))}
      />
      <VariableButton
        onPick={(path) => onChange(value.length === 0 ? templateOf(path) : [...value, templateOf(path)])}
      />
    </div>
  );
}
