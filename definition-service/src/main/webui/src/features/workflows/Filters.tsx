import { useNavigate } from '@tanstack/react-router';
import { Input, Select, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import { useCategories } from '@/api/queries/categories';
import { SearchOutlined } from '@/components/icons';
import type { WorkflowSearch } from './search';
import styles from './WorkflowsPage.module.css';

const TYPING_MS = 250;

interface Props {
  search: WorkflowSearch;
  /** Of the workflows that were read so far. */
  categories: string[];
}

/** The filters; what they say stands in the URL, so that a view can be kept and shared. */
export function Filters({ search, categories }: Props) {
  const { t } = useTranslation('workflows');
  const triggers = useDescriptors().data?.triggers;
  const change = useChange(search);
  return (
    <div role="search" className={styles.filters}>
      <TextFilter text={search.text} onChange={(text) => change({ text })} />
      <CategoryFilter category={search.category} met={categories} onChange={(category) => change({ category })} />
      <Select
        allowClear
        value={search.type}
        onChange={(type?: string) => change({ type })}
        placeholder={t('filter.trigger')}
        aria-label={t('filter.trigger')}
        options={[...(triggers?.values() ?? [])].map((found) => ({ value: found.type, label: found.title }))}
        style={{ width: 180 }}
      />
      <Select
        allowClear
        value={search.enabled}
        onChange={(enabled?: boolean) => change({ enabled })}
        placeholder={t('filter.state')}
        aria-label={t('filter.state')}
        options={[
          { value: true, label: t('filter.enabled') },
          { value: false, label: t('filter.disabled') },
        ]}
        style={{ width: 140 }}
      />
    </div>
  );
}

function useChange(search: WorkflowSearch) {
  const navigate = useNavigate();
  return (part: { [K in keyof WorkflowSearch]?: WorkflowSearch[K] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== ''),
    );
    void navigate({ to: '/workflows', search: next, replace: true });
  };
}

interface CategoryProps {
  category: string | undefined;
  met: string[];
  onChange: (category: string | undefined) => void;
}

function CategoryFilter({ category, met, onChange }: CategoryProps) {
  const { t } = useTranslation('workflows');
  const [opened, setOpened] = useState(false);
  const { data: all = [], isLoading } = useCategories(opened);
  const offered = [...new Set([...met, ...all])].sort((one, other) => one.localeCompare(other));
  return (
    <Select
      allowClear
      showSearch
      value={category}
      onChange={onChange}
      onOpenChange={(open) => open && setOpened(true)}
      loading={isLoading}
      placeholder={t('filter.category')}
      aria-label={t('filter.category')}
      options={offered.map((value) => ({ value, label: value }))}
      notFoundContent={isLoading ? <Spin size="small" /> : t('filter.noCategory')}
      style={{ width: 160 }}
    />
  );
}

/** Typing changes the field at once, the list a moment later. */
function TextFilter({ text = '', onChange }: { text: string | undefined; onChange(text: string): void }) {
  const { t } = useTranslation('workflows');
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  const [sent, setSent] = useState(text);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  if (text !== seen) {
    setSeen(text);
    // What comes back as it was sent must not overwrite what was typed since; a link or the back button does.
    if (text !== sent) setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => {
      setSent(typed);
      latest.current(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <Input
      type="search"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={t('filter.text')}
      aria-label={t('filter.text')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      style={{ width: 260 }}
    />
  );
}
