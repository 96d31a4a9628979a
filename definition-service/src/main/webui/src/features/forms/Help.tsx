import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './forms.module.css';

/** A descriptor's help, for those who want to know more. */
export function Help({ help, example }: { help: string; example: unknown }) {
  const { t } = useTranslation('forms');
  return (
    <div className={styles.fields}>
      <Typography.Paragraph style={{ margin: 0 }}>{help}</Typography.Paragraph>
      {example !== null && example !== undefined && (
        <div>
          <div className={styles.label} style={{ marginBottom: 4 }}>
            {t('drawer.example')}
          </div>
          <pre className={styles.code}>{JSON.stringify(example, null, 2)}</pre>
        </div>
      )}
    </div>
  );
}
