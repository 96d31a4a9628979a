import { useTranslation } from 'react-i18next';
import type { DataSource } from '@/api/queries/dataSources';
import { CheckCircleFilled, CloseCircleFilled } from '@/components/icons';
import styles from './DataSourcesPage.module.css';

function State({ source }: { source: DataSource }) {
  const { t } = useTranslation('data');
  if (!source.connection) return null;
  const isConnected = source.connection.state === 'CONNECTED';
  const Sign = isConnected ? CheckCircleFilled : CloseCircleFilled;
  return (
    <span className={isConnected ? styles.connected : styles.unreachable}>
      <Sign />
      {t(`state.${source.connection.state}`)}
    </span>
  );
}

interface Props {
  sources: readonly DataSource[];
  current: string;
  onChoose: (name: string) => void;
}

/** The data sources to choose from, each with whether it can be reached. */
export function SourceList({ sources, current, onChoose }: Props) {
  const { t } = useTranslation('data');
  return (
    <ul className={styles.sources} aria-label={t('title')}>
      {sources.map((source) => (
        <li key={source.name}>
          <button
            type="button"
            className={styles.source}
            aria-current={source.name === current}
            onClick={() => onChoose(source.name)}
          >
            <span className={styles.name}>{source.name}</span>
            <span className={styles.minor}>{[source.database, source.schema].filter(Boolean).join(' · ')}</span>
            <State source={source} />
          </button>
        </li>
      ))}
    </ul>
  );
}
