import type { Execution } from '@/api/queries/executions';
import type { ExecutionViewSearch } from '../search';
import type { Names } from '../useNames';

/** What every tab of an execution's page is given. */
export interface TabProps {
  execution: Execution;
  names: Names;
  search: ExecutionViewSearch;
  show: (change: Partial<ExecutionViewSearch>) => void;
  openJob: (jobId: string) => void;
}
