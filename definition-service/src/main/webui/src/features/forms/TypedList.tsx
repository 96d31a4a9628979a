import { Select } from 'antd';
import { useForm } from './FormContext';
import type { WidgetProps } from './widgets/types';
import styles from './forms.module.css';

interface Props extends Pick<WidgetProps, 'id' | 'value' | 'labelledBy' | 'describedBy' | 'invalid'> {
  /** What can be chosen; anything else can be typed. */
  offered: readonly string[];
  placeholder: string;
  /** Undefined for an empty list. */
  onChange: (items: string[] | undefined) => void;
}

/** A list of short texts, chosen or typed one after the other. */
export function TypedList({ id, value, offered, placeholder, labelledBy, describedBy, invalid, onChange }: Props) {
  const { readOnly } = useForm();
  return (
    <Select
      id={id}
      mode="tags"
      className={styles.wide ?? ''}
      value={Array.isArray(value) ? value.map(String) : []}
      options={offered.map((item) => ({ value: item, label: item }))}
      tokenSeparators={[',']}
      // Nothing unfolds where nothing is offered.
      {...(offered.length === 0 ? { suffixIcon: null } : {})}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      placeholder={placeholder}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={(items: string[]) => onChange(items.length === 0 ? undefined : items)}
    />
  );
}
