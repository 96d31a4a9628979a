import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Violations } from '@/components/Violations';

/** Why a document was not taken: each fault with its place, or, where none can be named, what the service says. */
export function Refusal({ title, error }: { title: string; error: Error }) {
  const { t } = useTranslation('workflows');
  const errors = error instanceof Problem ? error.errors : [];
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={errors.length > 0 ? <Violations items={errors} label={t('refusal.errors')} /> : error.message}
    />
  );
}
