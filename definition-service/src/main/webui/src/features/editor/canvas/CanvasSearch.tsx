import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownOutlined, SearchOutlined, UpOutlined } from '@/components/icons';
import type { FlowDocument } from '../model/document';
import styles from './canvas.module.css';
import { searchNodes } from './searchNodes';
import { useCanvasStore } from './store';

interface Props {
  document: FlowDocument;
  onShow: (key: string) => void;
}

/** Finds nodes by title, key, type or anything in their config. */
export function CanvasSearch({ document, onShow }: Props) {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const found = searchNodes(document.nodes, text);
  const joined = found.join('\n');
  useEffect(() => {
    store.setState({ found: new Set(joined === '' ? [] : joined.split('\n')) });
  }, [store, joined]);
  const go = (step: number) => {
    if (found.length === 0) return;
    const next = (at + step + found.length) % found.length;
    setAt(next);
    onShow(found[next] ?? '');
  };
  return (
    <div className={styles.search} role="search">
      <Input
        size="small"
        variant="borderless"
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        data-canvas-search
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') setText('');
        }}
      />
      {text === '' ? null : (
        <>
          <span aria-live="polite" className={styles.count}>
            {t('search.count', { at: at + 1, count: found.length })}
          </span>
          <Button
            size="small"
            type="text"
            icon={<UpOutlined />}
            aria-label={t('search.previous')}
            onClick={() => go(-1)}
          />
          <Button
            size="small"
            type="text"
            icon={<DownOutlined />}
            aria-label={t('search.next')}
            onClick={() => go(1)}
          />
        </>
      )}
    </div>
  );
}
