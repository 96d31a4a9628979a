import { useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { May } from '@/api/queries/may';
import { exportWorkflow, useDeleteWorkflow, useDuplicate, type WorkflowSummary } from '@/api/queries/workflows';
import {
  CopyOutlined,
  DeleteOutlined,
  DownloadOutlined,
  EditOutlined,
  HistoryOutlined,
  MoreOutlined,
} from '@/components/icons';
import { saveFile } from '@/components/saveFile';
import { useShowError } from '@/components/useShowError';
import { EndingDialog } from './EndingDialog';

interface Props {
  workflow: WorkflowSummary;
  underWay: number;
  may: May;
}

/** What can be done with one workflow. */
export function RowMenu({ workflow, underWay, may }: Props) {
  const { t } = useTranslation(['workflows', 'common']);
  const [deleting, setDeleting] = useState(false);
  const remove = useDeleteWorkflow();
  const onError = useShowError();
  const actions = useActions(workflow, () => setDeleting(true));
  const items = [
    { key: 'open', icon: <EditOutlined />, label: t(may.design ? 'menu.edit' : 'menu.view') },
    { key: 'executions', icon: <HistoryOutlined />, label: t('menu.executions') },
    { key: 'export', icon: <DownloadOutlined />, label: t('menu.export') },
    ...(may.design
      ? [
          { key: 'duplicate', icon: <CopyOutlined />, label: t('menu.duplicate') },
          { type: 'divider' as const },
          { key: 'delete', icon: <DeleteOutlined />, label: t('menu.delete'), danger: true },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => actions[key]?.() }} trigger={['click']} placement="bottomRight">
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined />}
          aria-label={t('menu.label', { title: workflow.title })}
          aria-haspopup="menu"
        />
      </Dropdown>
      {deleting ? (
        <EndingDialog
          kind="delete"
          workflow={workflow}
          underWay={underWay}
          busy={remove.isPending}
          onClose={() => setDeleting(false)}
          onConfirm={(running) =>
            remove.mutate({ id: workflow.id, running }, { onError, onSettled: () => setDeleting(false) })
          }
        />
      ) : null}
    </>
  );
}

function useActions(workflow: WorkflowSummary, onDelete: () => void): Record<string, () => void> {
  const { t } = useTranslation('workflows');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const duplicate = useDuplicate();
  const onError = useShowError();
  return {
    open: () => void navigate({ to: '/workflows/$id', params: { id: workflow.id } }),
    executions: () => void navigate({ to: '/executions', search: { workflowKey: workflow.key } }),
    export: () =>
      void exportWorkflow(workflow.id)
        .then((document) => saveFile(`${workflow.key}.json`, `${JSON.stringify(document, null, 2)}\n`))
        .catch(onError),
    duplicate: () =>
      duplicate.mutate(workflow.id, {
        onError,
        onSuccess: (copy) => void message.success(t('duplicated', { title: copy.title })),
      }),
    delete: onDelete,
  };
}
