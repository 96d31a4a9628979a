import { useTranslation } from 'react-i18next';
import type { HealthCheck } from '@/api/queries/health';
import { CheckCircleFilled, CloseCircleFilled } from '@/components/icons';
import styles from './SettingsPage.module.css';

/** Each part of the product, and whether it does its work. */
export function Health({ checks }: { checks: HealthCheck[] }) {
  const { t } = useTranslation('settings');
  return (
    <ul className={styles.checks}>
      {checks.map((check) => (
        <li key={check.name} data-up={check.up}>
          <span aria-hidden>{check.up ? <CheckCircleFilled /> : <CloseCircleFilled />}</span>
          {check.name}
          <span className="visually-hidden">{t(check.up ? 'about.up' : 'about.down')}</span>
        </li>
      ))}
    </ul>
  );
}
