import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './canvas.module.css';
import { focusCard } from './focus';
import { useCanvasStore } from './store';

/** Writes a node's title on its card. */
export function CardTitle({ nodeKey, title }: { nodeKey: string; title: string }) {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const [text, setText] = useState(title);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const done = (keep: boolean) => {
    const { renaming, commands } = store.getState();
    if (renaming !== nodeKey) return;
    store.setState({ renaming: null });
    if (keep && text.trim() !== '' && text !== title) commands?.change(nodeKey, { title: text.trim() });
    focusCard(nodeKey);
  };
  return (
    <input
      className={styles.rename}
      aria-label={t('card.rename', { title })}
      value={text}
      maxLength={200}
      ref={input}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => done(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') done(true);
        if (event.key === 'Escape') done(false);
      }}
    />
  );
}
