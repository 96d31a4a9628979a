import { CheckCircleFilled, ClockCircleFilled, CloseCircleFilled } from '@/components/icons';
import styles from './TriggersPage.module.css';

export type Health = 'good' | 'waiting' | 'bad';

const SIGNS = { good: CheckCircleFilled, waiting: ClockCircleFilled, bad: CloseCircleFilled };

/** How something is, as a sign with the words beside it. */
export function HealthMark({ health, text }: { health: Health; text: string }) {
  const Sign = SIGNS[health];
  return (
    <span className={styles.mark}>
      <Sign className={styles[health]} />
      {text}
    </span>
  );
}
