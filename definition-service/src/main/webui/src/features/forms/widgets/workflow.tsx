import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflowChoices } from '@/api/queries/workflowChoices';
import { useForm } from '../FormContext';
import { useDebounced } from '../useDebounced';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

/** A workflow by its key; searched by the service, there may be thousands. */
function Workflow({ id, value, onChange, labelledBy, describedBy, invalid }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const [search, setSearch] = useState('');
  const { data: choices = [], isFetching } = useWorkflowChoices(useDebounced(search, 300));
  return (
    <Select
      id={id}
      className={styles.wide ?? ''}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={isFetching}
      disabled={readOnly}
      status={invalid ? 'error' : ''}
      value={value}
      placeholder={t('workflow.placeholder')}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      options={choices.map((choice) => ({
        value: choice.key,
        label: choice.title === '' ? choice.key : t('workflow.choice', { title: choice.title, key: choice.key }),
      }))}
      onChange={onChange}
    />
  );
}

export const workflow: Widget = { component: Workflow, layout: 'control' };
