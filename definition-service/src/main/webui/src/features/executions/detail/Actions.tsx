import { useNavigate } from '@tanstack/react-router';
import { App, Button, Tooltip } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteExecution, useSteer, type Execution } from '@/api/queries/executions';
import {
  CaretRightOutlined,
  DeleteOutlined,
  PauseOutlined,
  PlayCircleOutlined,
  RedoOutlined,
  StopOutlined,
} from '@/components/icons';
import { possibleActions, type Action } from '../model/actions';

const ICONS: Record<Action, ComponentType> = {
  retry: RedoOutlined,
  resume: CaretRightOutlined,
  pause: PauseOutlined,
  cancel: StopOutlined,
  rerun: PlayCircleOutlined,
  delete: DeleteOutlined,
};
/** What cannot be taken back is asked for twice. */
const ASKED: readonly Action[] = ['cancel', 'delete'];

function useCarryOut(execution: Execution, onRerun: () => void) {
  const { t } = useTranslation('executions');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const steer = useSteer(execution.id);
  const remove = useDeleteExecution(execution.id);
  const onError = (error: Error) => void message.error(error.message);
  const carryOut = (action: Action) => {
    if (action === 'rerun') onRerun();
    else if (action === 'delete') {
      remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/executions', search: {} }), onError });
    } else steer.mutate(action, { onSuccess: () => void message.success(t(`done.${action}`)), onError });
  };
  const isBusy = (action: Action) =>
    action === 'delete' ? remove.isPending : steer.isPending && steer.variables === action;
  return { carryOut, isBusy };
}

/** What can be done to the execution as it stands. */
export function Actions({ execution, onRerun }: { execution: Execution; onRerun: () => void }) {
  const { t } = useTranslation('executions');
  const { modal } = App.useApp();
  const { carryOut, isBusy } = useCarryOut(execution, onRerun);

  const begin = async (action: Action) => {
    const agreed =
      !ASKED.includes(action) ||
      (await modal.confirm({
        title: t(`ask.${action}`),
        content: t(`explain.${action}`),
        okText: t(`action.${action}`),
        cancelText: t('bulk.back'),
        okButtonProps: { danger: true },
      }));
    if (agreed) carryOut(action);
  };

  return possibleActions(execution).map((action) => {
    const Icon = ICONS[action];
    return (
      <Tooltip key={action} title={t(`explain.${action}`)}>
        <Button
          icon={<Icon />}
          type={action === 'retry' ? 'primary' : 'default'}
          danger={ASKED.includes(action)}
          loading={isBusy(action)}
          onClick={() => void begin(action)}
        >
          {t(`action.${action}`)}
        </Button>
      </Tooltip>
    );
  });
}
