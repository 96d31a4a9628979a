import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlusOutlined } from '@/components/icons';
import { useForm } from './FormContext';

interface Props {
  onClick: () => void;
  disabled?: boolean;
  label?: string;
}

export function AddButton({ onClick, disabled = false, label }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  if (readOnly) return null;
  return (
    <Button
      size="small"
      type="dashed"
      icon={<PlusOutlined />}
      disabled={disabled}
      onClick={onClick}
      style={{ alignSelf: 'start' }}
    >
      {label ?? t('list.add')}
    </Button>
  );
}
