import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDisable, useEnable, type WorkflowSummary } from '@/api/queries/workflows';
import { useShowError } from '@/components/useShowError';
import { EndingDialog } from './EndingDialog';

interface Props {
  workflow: WorkflowSummary;
  underWay: number;
  readOnly: boolean;
}

/** Whether the workflow's trigger starts it. */
export function EnableSwitch({ workflow, underWay, readOnly }: Props) {
  const { t } = useTranslation('workflows');
  const [asking, ask] = useState(false);
  const enable = useEnable();
  const disable = useDisable();
  const onError = useShowError();
  return (
    <>
      <Switch
        size="small"
        checked={workflow.enabled}
        loading={enable.isPending || disable.isPending}
        disabled={readOnly}
        aria-label={t('enable', { title: workflow.title })}
        onChange={(wanted) => (wanted ? enable.mutate(workflow.id, { onError }) : ask(true))}
      />
      {asking ? (
        <EndingDialog
          kind="disable"
          workflow={workflow}
          underWay={underWay}
          busy={disable.isPending}
          onClose={() => ask(false)}
          onConfirm={(running) =>
            disable.mutate({ id: workflow.id, running }, { onError, onSettled: () => ask(false) })
          }
        />
      ) : null}
    </>
  );
}
