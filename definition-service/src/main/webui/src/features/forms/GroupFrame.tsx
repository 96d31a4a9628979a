import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteOutlined, PlusOutlined } from '@/components/icons';
import { useForm } from './FormContext';
import styles from './forms.module.css';

interface Props {
  logic: 'and' | 'or';
  onLogic: (logic: 'and' | 'or') => void;
  onAdd: () => void;
  onAddGroup: () => void;
  /** Absent for the outermost. */
  onRemove?: (() => void) | undefined;
  children: ReactNode[];
}

/** Conditions of which all or any must hold. */
export function GroupFrame({ logic, onLogic, onAdd, onAddGroup, onRemove, children }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  return (
    <div
      className={onRemove ? `${styles.rows} ${styles.nested}` : styles.rows}
      role="group"
      aria-label={t(`group.${logic}`)}
    >
      {(children.length > 1 || onRemove) && (
        <div className={styles.row} style={{ justifyContent: 'space-between' }}>
          <Segmented
            size="small"
            aria-label={t('group.logic')}
            value={logic}
            disabled={readOnly}
            options={(['and', 'or'] as const).map((value) => ({ value, label: t(`group.${value}`) }))}
            onChange={onLogic}
          />
          {onRemove && !readOnly && (
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('group.remove')}
              onClick={onRemove}
            />
          )}
        </div>
      )}
      {children}
      {!readOnly && (
        <div className={styles.row}>
          <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={onAdd}>
            {t('group.add')}
          </Button>
          <Button size="small" type="text" icon={<PlusOutlined />} onClick={onAddGroup}>
            {t('group.addGroup')}
          </Button>
        </div>
      )}
    </div>
  );
}
