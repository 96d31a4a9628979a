import {
  listExecutions,
  steerExecution,
  steerMany,
  type ExecutionFilter,
  type Steering,
} from '@/api/queries/executions';
import { Problem } from '@/api/problem';

export interface BulkOutcome {
  accepted: number;
  /** The action did not fit, mostly because somebody or something was faster. */
  skipped: number;
}

/** How many executions a filter finds, counted up to a bound. */
export interface Count {
  number: number;
  /** There are more than that. */
  more: boolean;
}

const COUNT_PAGE = 200;
const MOST_COUNTED = 2_000;
const AT_ONCE = 6;

/** Counting reads the list page by page, so it ends at 2,000. */
export async function countExecutions(filter: ExecutionFilter): Promise<Count> {
  let number = 0;
  let cursor: string | undefined;
  do {
    const page = await listExecutions(filter, cursor, COUNT_PAGE);
    number += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor && number < MOST_COUNTED);
  return { number, more: cursor !== undefined };
}

/** The filter as of now: what begins after somebody has read the number in the question is not meant. */
export function frozen(filter: ExecutionFilter, now: Date): ExecutionFilter {
  const limit = now.toISOString();
  return { ...filter, to: filter.to && filter.to < limit ? filter.to : limit };
}

/** Steers each of them; a refusal of one does not keep the others. Fails with what is no refusal. */
export async function steerSelected(action: Steering, ids: readonly string[]): Promise<BulkOutcome> {
  const outcome = { accepted: 0, skipped: 0 };
  const left = [...ids];
  const next = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      try {
        await steerExecution(id, action);
        outcome.accepted += 1;
      } catch (error) {
        if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 404)) throw error;
        outcome.skipped += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return outcome;
}

/** Steers everything that the filter finds, call by call. */
export async function steerFiltered(action: Steering, filter: ExecutionFilter): Promise<BulkOutcome> {
  const outcome = { accepted: 0, skipped: 0 };
  let cursor: string | undefined;
  do {
    const answer = await steerMany(action, filter, cursor);
    outcome.accepted += answer.accepted;
    outcome.skipped += answer.skipped;
    cursor = answer.nextCursor ?? undefined;
  } while (cursor);
  return outcome;
}
