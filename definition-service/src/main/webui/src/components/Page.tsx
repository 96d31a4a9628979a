import type { ReactNode } from 'react';
import styles from './Page.module.css';
import { usePlace } from './place';

interface Props {
  title: string;
  /** What the page is for, in a sentence. */
  description?: ReactNode;
  /** Actions on the whole page, beside its title. */
  extra?: ReactNode;
  children: ReactNode;
}

/** The usual page: title, actions, content. */
export function Page({ title, description, extra, children }: Props) {
  usePlace(title);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {description ? <p className={styles.description}>{description}</p> : null}
        </div>
        {extra ? <div className={styles.extra}>{extra}</div> : null}
      </header>
      {children}
    </div>
  );
}
