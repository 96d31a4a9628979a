import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import { Message } from '@/components/Message';
import { FlowCanvas } from '@/features/editor/canvas/FlowCanvas';
import type { NodeOverlay } from '@/features/editor/canvas/types';
import { TRIGGER } from '@/features/editor/model/document';
import { PassPicker } from '../jobs/PassPicker';
import { nodeRuns } from '../model/overlay';
import { jobsAround } from '../model/passes';
import type { TabProps } from './shared';
import styles from './FlowTab.module.css';

/** The workflow as it was drawn, with how its nodes went: in all passes of its loops, or in the chosen one. */
export function FlowTab({ execution, names, search, show, openJob }: TabProps) {
  const { t } = useTranslation('executions');
  const descriptors = useDescriptors();
  const path = search.path ?? '';
  const runs = useMemo(() => nodeRuns(jobsAround(execution.jobs, path)), [execution.jobs, path]);
  // The trigger has no job: that there is an execution says that it fired.
  const overlay = useMemo(
    () => new Map<string, NodeOverlay>(runs).set(TRIGGER, { status: 'RESOLVED', count: 1 }),
    [runs],
  );
  const opened = execution.jobs.find((job) => job.id === search.job);

  const open = (key: string | null) => {
    if (key === TRIGGER) return show({ tab: 'data', job: undefined });
    const run = key === null ? undefined : runs.get(key);
    if (run) openJob(run.jobId);
  };

  if (!names.document || !descriptors.data) {
    return <Message title={t('flow.absent')}>{t('flow.absentHint')}</Message>;
  }
  return (
    <div className={styles.flow}>
      <PassPicker jobs={execution.jobs} path={path} onChange={(next) => show({ path: next || undefined })} />
      <div className={styles.canvas}>
        <FlowCanvas
          document={names.document}
          descriptors={descriptors.data}
          mode="view"
          overlay={overlay}
          selected={opened?.nodeKey ?? null}
          onSelect={open}
          onOpen={open}
        />
      </div>
    </div>
  );
}
