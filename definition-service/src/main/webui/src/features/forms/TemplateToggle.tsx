import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from './FormContext';
import type { TemplateMode } from './useTemplateMode';

/** Chooses between a value and a variable. */
export function TemplateToggle({ on, toggle }: TemplateMode) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  if (readOnly) return null;
  const label = t(on ? 'template.useValue' : 'template.useVariable');
  return (
    <Tooltip title={label}>
      <Button size="small" type="text" aria-pressed={on} aria-label={label} onClick={toggle}>
        <code aria-hidden="true">{'{x}'}</code>
      </Button>
    </Tooltip>
  );
}
