import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** The key of a node that declares a variable. Only what stands before can be set: that is what the variables at this node hold. */
function Variable({ id, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly, nodes } = useForm();
  return (
    <Select
      id={id}
      className={styles.wide ?? ''}
      allowClear
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      value={typeof value === 'string' ? value : undefined}
      placeholder={t('variable.declare')}
      notFoundContent={t('variable.none')}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      options={nodes
        .filter((node) => node.type === 'variable' && !node.assigns)
        .map((node) => ({ value: node.key, label: node.title || node.key }))}
      onChange={(key: string | undefined) => onChange(key ?? null)}
    />
  );
}

export const variable: Widget = { component: Variable, layout: 'control' };
