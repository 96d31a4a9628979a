import type { Execution, ExecutionSummary } from '@/api/queries/executions';
import { hasEnded } from './status';

export type Action = 'cancel' | 'pause' | 'resume' | 'retry' | 'rerun' | 'delete';

/** Whether an attempt that the execution waits to make can be made now. */
function rests(execution: Execution): boolean {
  return execution.waitingFor.some((waiting) => waiting.kind === 'timer' && waiting.type !== 'delay');
}

/** What can be done to an execution as it stands; the services refuse the rest. */
export function possibleActions(execution: Execution): Action[] {
  const ended = hasEnded(execution.status);
  const fits: Record<Action, boolean> = {
    retry: execution.retryable || (!ended && rests(execution)),
    resume: execution.paused && !ended,
    pause: execution.status === 'STARTED' && !execution.paused,
    cancel: !ended,
    rerun: true,
    delete: ended,
  };
  return (Object.keys(fits) as Action[]).filter((action) => fits[action]);
}

/** Whether a summary tells that the action does not fit; where it cannot tell, the service decides. */
export function mayFit(action: 'cancel' | 'pause' | 'resume' | 'retry', execution: ExecutionSummary): boolean {
  const ended = hasEnded(execution.status);
  switch (action) {
    case 'cancel':
      return !ended;
    case 'pause':
      return execution.status === 'STARTED' && !execution.paused;
    case 'resume':
      return execution.paused && !ended;
    case 'retry':
      return ended && execution.status !== 'RESOLVED' && execution.status !== 'REJECTED';
  }
}
