import { getRouteApi } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '@/api/live';
import type { Execution } from '@/api/queries/executions';
import { LiveMark } from '@/components/LiveMark';
import { Page } from '@/components/Page';
import { JobDrawer } from '../jobs/JobDrawer';
import { JobsTab } from '../jobs/JobsTab';
import type { ExecutionViewSearch } from '../search';
import { TimelineTab } from '../timeline/TimelineTab';
import { useNames } from '../useNames';
import { Actions } from './Actions';
import { DataTab } from './DataTab';
import { Facts } from './Facts';
import { RerunModal, type RerunStart } from './RerunModal';
import { WaitingFor } from './WaitingFor';

// The canvas is large; who comes for the jobs does not wait for it.
const FlowTab = lazy(() => import('./FlowTab').then((module) => ({ default: module.FlowTab })));

const route = getRouteApi('/shell/executions/$id');

/** All of one execution. What is looked at stands in the URL, so that it can be passed on. */
export function ExecutionContent({ execution, live }: { execution: Execution; live: LiveState | undefined }) {
  const { t } = useTranslation('executions');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const names = useNames(execution.workflowId, execution.key);
  const [rerun, setRerun] = useState<RerunStart>();
  const show = (change: Partial<ExecutionViewSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const openJob = (job: string) => show({ job });
  const opened = execution.jobs.find((job) => job.id === search.job);
  const shared = { execution, names, search, show, openJob };
  const flow = (
    <Suspense>
      <FlowTab {...shared} />
    </Suspense>
  );

  return (
    <Page
      title={names.workflow}
      extra={
        <>
          {live && <LiveMark state={live} />}
          <Actions execution={execution} onRerun={() => setRerun({})} />
        </>
      }
    >
      <Facts execution={execution} names={names} />
      <WaitingFor execution={execution} names={names} openJob={openJob} />
      <Tabs
        activeKey={search.tab ?? 'flow'}
        onChange={(tab) => show({ tab: tab as NonNullable<ExecutionViewSearch['tab']> })}
        destroyOnHidden
        items={[
          { key: 'flow', label: t('tab.flow'), children: flow },
          { key: 'timeline', label: t('tab.timeline'), children: <TimelineTab {...shared} /> },
          { key: 'jobs', label: t('tab.jobs', { count: execution.jobs.length }), children: <JobsTab {...shared} /> },
          { key: 'data', label: t('tab.data'), children: <DataTab execution={execution} /> },
        ]}
      />
      <JobDrawer
        execution={execution}
        names={names}
        job={opened}
        onClose={() => show({ job: undefined })}
        onRerun={(job) => setRerun({ nodeKey: job.nodeKey, path: job.path })}
      />
      {rerun && <RerunModal execution={execution} names={names} start={rerun} onClose={() => setRerun(undefined)} />}
    </Page>
  );
}
