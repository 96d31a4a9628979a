import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyOutlined } from '@/components/icons';
import styles from './JsonView.module.css';

const SHOWN = 100;

function Leaf({ value }: { value: unknown }) {
  const kind = value === null ? 'null' : typeof value;
  return <span className={styles[kind]}>{JSON.stringify(value) ?? String(value)}</span>;
}

function Entries({ value, depth }: { value: object; depth: number }) {
  const { t } = useTranslation('executions');
  const [shown, setShown] = useState(SHOWN);
  const entries = Object.entries(value);
  return (
    <ul className={styles.entries}>
      {entries.slice(0, shown).map(([name, element]) => (
        <li key={name}>
          <Node name={name} value={element as unknown} depth={depth + 1} />
        </li>
      ))}
      {entries.length > shown && (
        <li>
          <Button size="small" type="link" onClick={() => setShown(shown + SHOWN * 10)}>
            {t('json.more', { count: entries.length - shown })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Node({ name, value, depth }: { name?: string; value: unknown; depth: number }) {
  const [open, setOpen] = useState(depth < 2);
  const label = name === undefined ? null : <span className={styles.name}>{name}: </span>;
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return (
      <span className={styles.leaf}>
        {label}
        <Leaf value={value} />
      </span>
    );
  }
  const size = Object.keys(value).length;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {label}
        <span className={styles.size}>{Array.isArray(value) ? `[${size}]` : `{${size}}`}</span>
      </summary>
      {/* What is closed is not drawn: a result may be megabytes. */}
      {open && <Entries value={value} depth={depth} />}
    </details>
  );
}

/** A JSON value to look through; what is nested opens on demand. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  const { t } = useTranslation('executions');
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(value, null, 2) ?? '');
    message.success(t('json.copied'));
  };
  return (
    <div className={styles.view} role="group" aria-label={label}>
      <Button
        className={styles.copy}
        size="small"
        type="text"
        icon={<CopyOutlined />}
        aria-label={t('json.copy', { what: label })}
        onClick={() => void copy()}
      />
      <Node value={value ?? null} depth={0} />
    </div>
  );
}
