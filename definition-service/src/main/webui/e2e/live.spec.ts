import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { execute, signIn, workflowOf } from './product';

/** A page that is live no longer asks by itself: what it then shows it was told. */
async function openLive(page: Page) {
  await signIn(page);
  await page.goto('/executions');
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
}

test('should tell two pages at once of an execution as it begins', async ({ page, context, request }) => {
  // given
  const title = `Seen live ${randomUUID()}`;
  const id = await workflowOf(request, title, [
    { key: 'answer', type: 'calculation', config: { engine: 'math.js', expression: '6 * 7' } },
  ]);
  await openLive(page);
  const other = await context.newPage();
  await openLive(other);

  // when
  await execute(request, id, {});

  // then
  for (const one of [page, other]) await expect(one.getByRole('link', { name: title })).toBeVisible();
});
