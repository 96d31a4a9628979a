import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

export function PendingPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.center} role="status" aria-label={t('loading')}>
      <Spin />
    </div>
  );
}
