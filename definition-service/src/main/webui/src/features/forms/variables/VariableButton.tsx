import { Button, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FunctionOutlined } from '@/components/icons';
import { useForm } from '../FormContext';
import { VariablePicker } from './VariablePicker';

/** Opens the variables; the chosen one's path goes to `onPick`. */
export function VariableButton({ onPick }: { onPick: (path: string) => void }) {
  const { t } = useTranslation('forms');
  const { variables, readOnly } = useForm();
  const [open, setOpen] = useState(false);
  if (readOnly) return null;
  const pick = (path: string) => {
    setOpen(false);
    onPick(path);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<VariablePicker variables={variables} onPick={pick} onCancel={() => setOpen(false)} />}
    >
      <Tooltip title={open ? '' : t('variables.insert')}>
        <Button
          icon={<FunctionOutlined />}
          aria-label={t('variables.insert')}
          aria-expanded={open}
          aria-haspopup="dialog"
        />
      </Tooltip>
    </Popover>
  );
}
