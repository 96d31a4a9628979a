import { useTranslation } from 'react-i18next';
import styles from './Violations.module.css';

interface Props {
  items: readonly { pointer: string; code: string; detail: string }[];
  /** What the list is a list of. */
  label: string;
}

/** What is wrong or doubtful, each with its place in the document. */
export function Violations({ items, label }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item, index) => (
        // The same place can be wrong twice in the same way.
        <li key={`${index}:${item.pointer}`}>
          <code className={styles.pointer}>{item.pointer === '' ? t('wholeDocument') : item.pointer}</code>
          <span>{item.detail}</span>
        </li>
      ))}
    </ul>
  );
}
