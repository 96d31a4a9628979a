import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { executionKeys, type ExecutionFilter, type Steering } from '@/api/queries/executions';
import { countExecutions, frozen, steerFiltered, steerSelected, type BulkOutcome, type Count } from './bulk';

/** Asks with the number named, does it, and tells what came of it. */
export function useBulk(onDone: () => void) {
  const { t } = useTranslation('executions');
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  const guarded = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };

  const ask = async (action: Steering, { number, more }: Count, run: () => Promise<BulkOutcome>) => {
    const named = more ? t('bulk.atLeast', { count: number }) : t('bulk.number', { count: number });
    const agreed = await modal.confirm({
      title: t(`bulk.ask.${action}`, { number: named }),
      content: t(`bulk.explain.${action}`),
      okText: t(`bulk.do.${action}`, { number: named }),
      cancelText: t('bulk.back'),
      okButtonProps: { danger: action === 'cancel' },
    });
    if (!agreed) return;
    const { accepted, skipped } = await run();
    const done = t('bulk.accepted', { count: accepted });
    message.success(skipped === 0 ? done : `${done} ${t('bulk.skipped', { count: skipped })}`);
    onDone();
    await client.invalidateQueries({ queryKey: executionKeys.all });
  };

  return {
    busy,
    selected: (action: Steering, ids: readonly string[]) =>
      void guarded(() => ask(action, { number: ids.length, more: false }, () => steerSelected(action, ids))),
    filtered: (action: Steering, filter: ExecutionFilter) =>
      void guarded(async () => {
        const meant = frozen(filter, new Date());
        const count = await countExecutions(meant);
        if (count.number === 0) {
          message.info(t('bulk.none'));
          return;
        }
        await ask(action, count, () => steerFiltered(action, meant));
      }),
  };
}
