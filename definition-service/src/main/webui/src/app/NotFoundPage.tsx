import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Message } from '@/components/Message';
import { CompassOutlined } from '@/components/icons';
import { usePlace } from '@/components/place';
import styles from './states.module.css';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePlace(t('notFound.title'));
  return (
    <main className={styles.center}>
      <Message
        icon={<CompassOutlined />}
        title={t('notFound.title')}
        actions={
          <Button type="primary" href="/workflows">
            {t('error.home')}
          </Button>
        }
      >
        {t('notFound.detail')}
      </Message>
    </main>
  );
}
