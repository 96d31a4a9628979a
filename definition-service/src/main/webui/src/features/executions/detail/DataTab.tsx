import { useTranslation } from 'react-i18next';
import type { Execution } from '@/api/queries/executions';
import { JsonView } from '@/components/json/JsonView';
import { Moment } from '@/components/Moment';
import styles from './DataTab.module.css';

function Steered({ execution }: { execution: Execution }) {
  const { t } = useTranslation('executions');
  if (execution.steering.length === 0) return null;
  return (
    <section>
      <h2>{t('data.steering')}</h2>
      <ul className={styles.acts}>
        {execution.steering.map((act, index) => (
          <li key={index}>
            <strong>{t(`act.${act.action}`, { defaultValue: act.action })}</strong>
            <span>{act.by}</span>
            <Moment at={act.at} />
            {act.detail && <span className={styles.detail}>{act.detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the execution was started with, what it gave, and what people did to it. */
export function DataTab({ execution }: { execution: Execution }) {
  const { t } = useTranslation('executions');
  const { output, messages } = execution;
  return (
    <div className={styles.data}>
      <section>
        <h2>{t('data.context')}</h2>
        <JsonView value={execution.context} label={t('data.context')} />
      </section>
      <section>
        <h2>{t('data.output')}</h2>
        {output === null || output === undefined ? (
          <p className={styles.detail}>{t('data.noOutput')}</p>
        ) : (
          <JsonView value={output} label={t('data.output')} />
        )}
      </section>
      {messages && messages.length > 0 && (
        <section>
          <h2>{t('data.messages')}</h2>
          <ul>
            {messages.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <Steered execution={execution} />
    </div>
  );
}
