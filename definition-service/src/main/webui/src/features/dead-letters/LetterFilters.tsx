import { Input, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadLetter, DeadLetterFilter } from '@/api/queries/deadLetters';
import styles from './DeadLettersPage.module.css';

const STATES = ['open', 'replayed', 'discarded', 'all'] as const;

interface Props {
  filter: DeadLetterFilter;
  letters: readonly DeadLetter[];
  onChange: (filter: DeadLetterFilter) => void;
}

/** The filter with another value for a field; without one the field is left out. */
function narrowed(filter: DeadLetterFilter, name: 'topic' | 'reason', value: string | undefined): DeadLetterFilter {
  const rest = { ...filter };
  delete rest[name];
  return value ? { ...rest, [name]: value } : rest;
}

/** Which letters are shown. Topics are offered as they are met. */
export function LetterFilters({ filter, letters, onChange }: Props) {
  const { t } = useTranslation('deadLetters');
  const topics = useMemo(
    () =>
      [...new Set([filter.topic, ...letters.map((letter) => letter.topic)])].filter((topic) => topic != null).sort(),
    [filter.topic, letters],
  );
  const set = (name: 'topic' | 'reason', value: string | undefined) => onChange(narrowed(filter, name, value));
  return (
    <div className={styles.filters} role="search" aria-label={t('filters')}>
      <Segmented
        aria-label={t('stateFilter')}
        value={filter.state ?? 'open'}
        onChange={(state) => onChange({ ...filter, state })}
        options={STATES.map((value) => ({ value, label: t(`stateChoice.${value}`) }))}
      />
      <Select
        className={styles.topic}
        aria-label={t('topic')}
        placeholder={t('anyTopic')}
        allowClear
        value={filter.topic}
        onChange={(topic: string | undefined) => set('topic', topic)}
        options={topics.map((value) => ({ value, label: value }))}
      />
      <Input.Search
        className={styles.reasonSearch}
        aria-label={t('reasonSearch')}
        placeholder={t('reasonSearch')}
        allowClear
        onSearch={(reason) => set('reason', reason.trim())}
      />
    </div>
  );
}
