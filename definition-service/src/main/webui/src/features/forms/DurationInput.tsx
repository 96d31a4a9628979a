import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from './FormContext';
import { unitOf, UNITS, type Unit } from './durations';
import styles from './forms.module.css';

interface Props {
  id: string;
  /** In ms. */
  value: number | undefined;
  /** What holds without a value; shown in its place. */
  fallback?: number | undefined;
  onChange: (ms: number | undefined) => void;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
}

/** A time in ms, entered in the unit a person would say. */
export function DurationInput({ id, value, fallback, onChange, label, describedBy, invalid = false }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const [chosen, setChosen] = useState<Unit>();
  const unit = chosen ?? unitOf(value ?? fallback ?? 0);
  const factor = UNITS[unit];
  return (
    <Space.Compact block>
      <InputNumber
        id={id}
        className={styles.wide ?? ''}
        min={0}
        value={value === undefined ? null : value / factor}
        placeholder={fallback === undefined ? '' : String(fallback / factor)}
        readOnly={readOnly}
        status={invalid ? 'error' : ''}
        aria-label={label}
        aria-describedby={describedBy}
        onChange={(number) => {
          // The unit stays while one types: it must not follow the number from minutes to seconds and back.
          setChosen(unit);
          onChange(number === null ? undefined : Math.round(number * factor));
        }}
      />
      <Select
        style={{ width: 120 }}
        value={unit}
        disabled={readOnly}
        aria-label={t('duration.unit')}
        options={Object.keys(UNITS).map((name) => ({ value: name, label: t(`duration.${name}`) }))}
        onChange={(next: Unit) => {
          setChosen(next);
          if (value !== undefined) onChange(Math.round((value / factor) * UNITS[next]));
        }}
      />
    </Space.Compact>
  );
}
