import type { NotFired, TriggerHealth } from '@/api/queries/triggers';

export interface Reason {
  reason: NotFired;
  count: number;
  /** When it was so lastly; known of the newest only. */
  lastAt: string | undefined;
}

/** Why events started nothing, the most frequent reason first. */
export function reasonsOf({ notFired, lastNotFired }: TriggerHealth): Reason[] {
  return (Object.entries(notFired) as [NotFired, number][])
    .map(([reason, count]) => ({
      reason,
      count,
      lastAt: lastNotFired?.reason === reason ? lastNotFired.at : undefined,
    }))
    .sort((a, b) => b.count - a.count);
}

/** The greater, the more it needs somebody. */
export function severity(item: TriggerHealth): number {
  return ['LISTENING', 'INTERRUPTED', 'DEAF'].indexOf(item.state);
}
