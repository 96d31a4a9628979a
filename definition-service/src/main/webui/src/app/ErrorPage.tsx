import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Message } from '@/components/Message';
import { FrownOutlined } from '@/components/icons';
import { usePlace } from '@/components/place';
import styles from './states.module.css';

/** Stands in for a page that broke; the rest of the product goes on. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  usePlace(t('error.title'));
  const again = () => {
    queries.reset();
    void router.invalidate();
  };
  return (
    <div className={styles.center} role="alert">
      <Message
        icon={<FrownOutlined />}
        title={t('error.title')}
        actions={
          <>
            <Button type="primary" onClick={again}>
              {t('error.again')}
            </Button>
            <Button href="/workflows">{t('error.home')}</Button>
          </>
        }
      >
        {error instanceof Error ? error.message : String(error)}
      </Message>
    </div>
  );
}
