import { useTranslation } from 'react-i18next';
import type { Capture } from '@/api/queries/triggers';
import { Moment } from '@/components/Moment';
import { duration } from '@/components/time';
import { HealthMark, type Health } from './HealthMark';
import styles from './TriggersPage.module.css';

const HEALTH: Record<Capture['phase'], Health> = {
  STARTING: 'waiting',
  RUNNING: 'good',
  WAITING: 'bad',
  STOPPED: 'bad',
};

function Card({ capture }: { capture: Capture }) {
  const { t, i18n } = useTranslation('triggers');
  return (
    <li className={styles.card}>
      <div className={styles.top}>
        <strong>{capture.name}</strong>
        <HealthMark health={HEALTH[capture.phase]} text={t(`phase.${capture.phase}`)} />
      </div>
      {capture.detail && <p className={styles.minor}>{capture.detail}</p>}
      <p className={styles.minor}>
        {capture.lastChangeAt ? (
          <>
            {t('lastChange')} <Moment at={capture.lastChangeAt} />
            {capture.lagMs != null && t('seenAfter', { lag: duration(capture.lagMs, i18n.language) })}
          </>
        ) : (
          t('noChange')
        )}
      </p>
    </li>
  );
}

/** Whether the changes of each data source are read. */
export function Captures({ captures }: { captures: readonly Capture[] }) {
  const { t } = useTranslation('triggers');
  return (
    <section aria-labelledby="captures">
      <h2 id="captures" className={styles.heading}>
        {t('captures')}
      </h2>
      <ul className={styles.cards} aria-live="polite">
        {captures.map((capture) => (
          <Card key={capture.name} capture={capture} />
        ))}
      </ul>
    </section>
  );
}
