import { Button, Input, Segmented, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflowNames } from '@/api/queries/workflowVersion';
import { CloseOutlined } from '@/components/icons';
import { isFiltered, type ExecutionSearch } from '../search';
import { TimeRange } from './TimeRange';
import styles from './Filters.module.css';

interface Props {
  search: ExecutionSearch;
  onChange: (change: Partial<ExecutionSearch>) => void;
  onClear: () => void;
}

type TextField = 'text' | 'eventKey';

/** A text that is asked for on Enter: each letter would be a search through all contexts. */
function TextFilter({ search, onChange }: Pick<Props, 'search' | 'onChange'>) {
  const { t } = useTranslation('executions');
  const [field, setField] = useState<TextField>(search.eventKey !== undefined ? 'eventKey' : 'text');
  const current = search[field] ?? '';
  const ask = (value: string) => {
    const wanted = value.trim() === '' ? undefined : value.trim();
    onChange({ text: undefined, eventKey: undefined, [field]: wanted });
  };
  return (
    <Space.Compact>
      <Select
        aria-label={t('list.textField')}
        value={field}
        onChange={setField}
        popupMatchSelectWidth={false}
        options={[
          { value: 'text', label: t('list.text') },
          { value: 'eventKey', label: t('list.eventKey') },
        ]}
      />
      <Input.Search
        key={`${field}:${current}`}
        className={styles.text}
        aria-label={field === 'text' ? t('list.textHint') : t('list.eventKeyHint')}
        placeholder={field === 'text' ? t('list.textHint') : t('list.eventKeyHint')}
        defaultValue={current}
        allowClear
        onSearch={ask}
      />
    </Space.Compact>
  );
}

function WorkflowFilter({ search, onChange }: Pick<Props, 'search' | 'onChange'>) {
  const { t } = useTranslation('executions');
  const names = useWorkflowNames();
  return (
    <Select
      className={styles.workflow}
      aria-label={t('list.workflow')}
      placeholder={t('list.anyWorkflow')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={search.workflowKey}
      loading={names.isPending}
      onChange={(workflowKey: string | undefined) => onChange({ workflowKey })}
      options={(names.data ?? []).map((one) => ({ value: one.key, label: one.title }))}
    />
  );
}

/** Which executions the list shows. */
export function Filters({ search, onChange, onClear }: Props) {
  const { t } = useTranslation('executions');
  return (
    <div className={styles.filters} role="search" aria-label={t('list.filters')}>
      <WorkflowFilter search={search} onChange={onChange} />
      <TimeRange search={search} onChange={onChange} />
      <TextFilter search={search} onChange={onChange} />
      <Segmented
        aria-label={t('list.pausedFilter')}
        value={search.paused === true ? 'paused' : 'any'}
        onChange={(value) => onChange({ paused: value === 'paused' ? true : undefined })}
        options={[
          { value: 'any', label: t('list.all') },
          { value: 'paused', label: t('list.pausedOnly') },
        ]}
      />
      {search.parentExecutionId !== undefined && (
        <Button icon={<CloseOutlined />} onClick={() => onChange({ parentExecutionId: undefined })}>
          {t('list.calledBy', { id: search.parentExecutionId.slice(-6) })}
        </Button>
      )}
      {isFiltered(search) && (
        <Button type="link" onClick={onClear}>
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}
