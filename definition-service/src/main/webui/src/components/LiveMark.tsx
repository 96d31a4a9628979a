import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '@/api/live';
import styles from './LiveMark.module.css';

/** Whether the page hears of changes by itself. */
export function LiveMark({ state }: { state: LiveState }) {
  const { t } = useTranslation('executions');
  return (
    <Tooltip title={t(`live.${state}Hint`)}>
      <span className={styles.mark} role="status">
        <span className={`${styles.dot} ${styles[state]}`} aria-hidden />
        {t(`live.${state}`)}
      </span>
    </Tooltip>
  );
}
