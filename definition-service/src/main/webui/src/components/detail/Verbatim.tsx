import styles from './detail.module.css';

/** A text of others exactly as it is: a log, a message. */
export function Verbatim({ label, children }: { label: string; children: string }) {
  return (
    // Scrolls, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.verbatim} tabIndex={0} aria-label={label}>
      {children}
    </pre>
  );
}
