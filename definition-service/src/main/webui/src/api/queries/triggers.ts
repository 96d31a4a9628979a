import { useQuery } from '@tanstack/react-query';
import { triggersHealth } from '../pending';

export type { Capture, NotFired, TriggerHealth } from '../pending';

/** Whether the triggers listen, and what they heard; asked again every five seconds. */
export function useTriggersHealth() {
  return useQuery({ queryKey: ['triggers', 'health'], queryFn: triggersHealth, refetchInterval: 5_000 });
}
