import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { reviseVersion, useVersionChanged } from '@/api/queries/versions';

/** Why the version cannot be changed, and the way on. */
export function ExecutedBanner({ id, isRunning }: { id: string; isRunning: boolean }) {
  const { t } = useTranslation('editor');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useVersionChanged();
  const revise = useMutation({
    mutationFn: () => reviseVersion(id),
    onSuccess: async (revision) => {
      void changed();
      await navigate({ to: '/workflows/$id', params: { id: revision.id } });
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Alert
      banner
      type="info"
      title={t(isRunning ? 'executed.running' : 'executed.message')}
      action={
        <Button size="small" type="primary" loading={revise.isPending} onClick={() => revise.mutate()}>
          {t('executed.revise')}
        </Button>
      }
    />
  );
}
