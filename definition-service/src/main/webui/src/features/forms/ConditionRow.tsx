import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteOutlined } from '@/components/icons';
import { useForm } from './FormContext';
import styles from './forms.module.css';

interface Props {
  head: ReactNode;
  children?: ReactNode;
  onRemove: () => void;
}

/** One condition: what is asked in the first line, of what value in the second. */
export function ConditionRow({ head, children, onRemove }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  return (
    <div className={styles.card}>
      <div className={styles.row}>
        <div className={`${styles.row} ${styles.grow}`}>{head}</div>
        {!readOnly && (
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('group.removeCondition')} onClick={onRemove} />
        )}
      </div>
      {children !== undefined && <div style={{ marginTop: 6 }}>{children}</div>}
    </div>
  );
}
