import { useTranslation } from 'react-i18next';
import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  LoadingOutlined,
  MinusCircleFilled,
} from '@/components/icons';
import { tone, type AnyStatus, type Tone } from '@/features/executions/model/status';
import styles from './StatusMark.module.css';

const SIGNS: Record<Tone, typeof CheckCircleFilled> = {
  waiting: ClockCircleOutlined,
  running: LoadingOutlined,
  good: CheckCircleFilled,
  bad: CloseCircleFilled,
  stopped: MinusCircleFilled,
};

/**
 * A status as a sign and a word. The sign has the colour and the word the text's own: coloured words on tinted grounds miss the contrast that
 * WCAG asks for.
 */
export function StatusMark({ status, paused = false }: { status: AnyStatus; paused?: boolean }) {
  const { t } = useTranslation('executions');
  const shown = tone(status);
  const Sign = paused ? MinusCircleFilled : SIGNS[shown];
  return (
    <span className={styles.mark}>
      <Sign className={styles[paused ? 'stopped' : shown]} />
      {paused ? t('status.PAUSED') : t(`status.${status}`)}
    </span>
  );
}
