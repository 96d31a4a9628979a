import { Drawer, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeadLetter, type DeadLetter } from '@/api/queries/deadLetters';
import { Detail } from '@/components/detail/Detail';
import { Fact, Facts } from '@/components/detail/Facts';
import { Verbatim } from '@/components/detail/Verbatim';
import { JsonView } from '@/components/json/JsonView';
import { parsed } from '@/components/json/parsed';
import { Failed } from '@/components/Message';
import { Moment } from '@/components/Moment';
import styles from './DeadLettersPage.module.css';
import { LetterActions } from './LetterActions';

/** The record decoded where it is JSON, else as the text it is. */
function Value({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation('deadLetters');
  if (letter.value == null) return <p className={styles.minor}>{t('noValue')}</p>;
  const json = parsed(letter.value);
  if (json) return <JsonView value={json.value} label={t('value')} />;
  return <Verbatim label={t('value')}>{letter.value}</Verbatim>;
}

function Headers({ headers }: { headers: DeadLetter['headers'] }) {
  const { t } = useTranslation('deadLetters');
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{t('headers')}</h3>
      <Facts>
        {entries.map(([name, value]) => (
          <Fact key={name} name={name}>
            <code className={styles.code}>{value}</code>
          </Fact>
        ))}
      </Facts>
    </section>
  );
}

function Content({ letter }: { letter: DeadLetter }) {
  const { t, i18n } = useTranslation('deadLetters');
  return (
    <Detail>
      <LetterActions letter={letter} />
      <p className={styles.why}>{letter.reason ?? t('noReason')}</p>
      <Facts>
        <Fact name={t('column.at')}>
          <Moment at={letter.at} />
        </Fact>
        <Fact name={t('column.topic')}>
          <code className={styles.code}>{letter.topic}</code>{' '}
          {t('position', { partition: letter.partition ?? '', offset: letter.offset ?? '' })}
        </Fact>
        <Fact name={t('column.key')}>
          <code className={styles.code}>{letter.key}</code>
        </Fact>
        {letter.consumer && <Fact name={t('consumer')}>{letter.consumer}</Fact>}
        <Fact name={t('size')}>
          {t('bytes', { size: letter.size.toLocaleString(i18n.language), count: letter.size })}
        </Fact>
        <Fact name={t('column.state')}>
          {t(`state.${letter.state}`)}
          {letter.handledBy && (
            <>
              {' '}
              {t('by', { name: letter.handledBy })} <Moment at={letter.handledAt} />
            </>
          )}
        </Fact>
      </Facts>
      <section>
        <h3>{t('value')}</h3>
        <Value letter={letter} />
      </section>
      <Headers headers={letter.headers} />
    </Detail>
  );
}

/** One letter in full. */
export function LetterDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('deadLetters');
  const letter = useDeadLetter(id);
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={600} title={t('letter')} destroyOnHidden>
      {letter.isPending && <Skeleton active />}
      {letter.isError && (
        <Failed
          title={t('letterFailed')}
          detail={letter.error.message}
          again={t('again')}
          retry={() => void letter.refetch()}
        />
      )}
      {letter.data && <Content letter={letter.data} />}
    </Drawer>
  );
}
