import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@/components/icons';
import { useForm } from './FormContext';

interface Props {
  index: number;
  count: number;
  /** Absent where the order means nothing. */
  onMove?: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** What can be done with a row of a list. */
export function RowActions({ index, count, onMove, onRemove }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  if (readOnly) return null;
  const number = index + 1;
  return (
    <span style={{ flex: 'none', whiteSpace: 'nowrap' }}>
      {onMove && count > 1 && (
        <>
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined />}
            disabled={index === 0}
            aria-label={t('list.up', { number })}
            onClick={() => onMove(-1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined />}
            disabled={index === count - 1}
            aria-label={t('list.down', { number })}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('list.remove', { number })}
        onClick={onRemove}
      />
    </span>
  );
}
