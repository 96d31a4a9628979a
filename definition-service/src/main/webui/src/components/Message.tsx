import { Button } from 'antd';
import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface Props {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What a place says that has nothing to show: why, and what to do about it. */
export function Message({ icon, title, children, actions }: Props) {
  return (
    <div className={styles.message}>
      {icon ? (
        <div className={styles.icon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <h2 className={styles.title}>{title}</h2>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

/** The same for what could not be had, with a way to try again. */
export function Failed({
  title,
  detail,
  again,
  retry,
}: {
  title: string;
  detail: string;
  again: string;
  retry(): void;
}) {
  return (
    <div role="alert">
      <Message title={title} actions={<Button onClick={retry}>{again}</Button>}>
        {detail}
      </Message>
    </div>
  );
}
