import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/components/useNow';
import { instantOf, type ExecutionSearch } from '../search';
import styles from './Filters.module.css';

const BACK = ['-1h', '-24h', '-7d', '-30d'] as const;

interface Props {
  search: ExecutionSearch;
  onChange: (change: Partial<ExecutionSearch>) => void;
}

function choiceOf(search: ExecutionSearch): string {
  if (search.to === undefined && search.from === undefined) return 'ever';
  const back = BACK.find((one) => one === search.from);
  return back !== undefined && search.to === undefined ? back : 'exact';
}

/** Created when: how far back from now, or from when to when. */
export function TimeRange({ search, onChange }: Props) {
  const { t } = useTranslation('executions');
  const [opened, setOpened] = useState(false);
  const now = useNow(0);
  const current = choiceOf(search);
  const exact = opened || current === 'exact';
  const choose = (choice: string) => {
    setOpened(choice === 'exact');
    if (choice === 'exact') return;
    onChange({ from: choice === 'ever' ? undefined : choice, to: undefined });
  };
  const at = (text: string | undefined) => {
    const instant = instantOf(text, now);
    return instant === undefined ? null : dayjs(instant);
  };
  return (
    <>
      <Select
        className={styles.range}
        aria-label={t('list.time')}
        value={exact ? 'exact' : current}
        onChange={choose}
        options={['ever', ...BACK, 'exact'].map((value) => ({ value, label: t(`list.range.${value}`) }))}
      />
      {exact && (
        <DatePicker.RangePicker
          showTime
          allowEmpty={[true, true]}
          value={[at(search.from), at(search.to)]}
          onChange={(range) => onChange({ from: range?.[0]?.toISOString(), to: range?.[1]?.toISOString() })}
        />
      )}
    </>
  );
}
