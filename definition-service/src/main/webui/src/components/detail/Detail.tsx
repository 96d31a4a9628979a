import type { ReactNode } from 'react';
import styles from './detail.module.css';

/** One thing in full, as drawers show it: its parts one below the other, the larger ones with an `h3`. */
export function Detail({ children }: { children: ReactNode }) {
  return <div className={styles.detail}>{children}</div>;
}
