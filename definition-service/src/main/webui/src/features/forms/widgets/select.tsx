import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** Up to this many characters in all choices together fit into one line of the drawer. */
const ONE_LINE = 42;

/** A choice of values. Their position stands for them in the control: values of any type can be chosen. */
function Choice({ id, schema, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const values = schema.enum ?? [];
  const titles = schema['x-enum-titles'] ?? [];
  const options = values.map((item, index) => ({ value: index, label: titles[index] ?? String(item) }));
  const chosen = values.indexOf(value ?? schema.default);
  const length = options.reduce((sum, option) => sum + option.label.length + 4, 0);
  if (options.length <= 4 && length <= ONE_LINE && chosen >= 0) {
    return (
      <Segmented
        id={id}
        block
        options={options}
        value={chosen}
        disabled={readOnly}
        aria-labelledby={labelledBy}
        onChange={(index) => onChange(values[index])}
      />
    );
  }
  return (
    <Select
      id={id}
      className={styles.wide ?? ''}
      options={options}
      value={chosen < 0 ? (value === undefined ? undefined : (String(value) as never)) : chosen}
      placeholder={t('select.placeholder')}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      onChange={(index: number) => onChange(values[index])}
    />
  );
}

export const select: Widget = { component: Choice, layout: 'control' };
