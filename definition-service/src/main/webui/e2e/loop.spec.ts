import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { checkAccessibility, execute, picture, signIn, workflowOf } from './product';
import { sql } from './shop';

test('should find the pass of a loop that failed, and run again from there', async ({ page, request }, info) => {
  // given
  const missing = `E2E-${randomUUID()}`;
  const id = await workflowOf(request, `Prices of ${missing}`, [
    { key: 'each', type: 'loop', title: 'For each product', config: { target: '{{$context.data.skus}}', exit: 0 } },
    {
      ...{ key: 'product', type: 'query', title: 'The product', upstreamKey: 'each', branchIndex: 0 },
      config: {
        collection: 'shop:products',
        params: { filter: { sku: { $eq: '{{$scopes.each.item}}' } } },
        failOnEmpty: true,
      },
    },
  ]);
  const execution = await execute(request, id, { skus: ['KEY-01', 'MON-27', missing, 'CAB-02'] });
  await signIn(page);
  await page.goto(`/executions/${execution}`);
  await expect(page.getByRole('definition').first()).toHaveText('Failed');

  // when
  await page.getByRole('tab', { name: /^Jobs/ }).click();
  await page.getByRole('checkbox', { name: 'Only the one that failed' }).check();
  await page.getByRole('button', { name: 'Next pass of each' }).click();
  await page.getByRole('checkbox', { name: 'Failed only' }).check();

  // then
  const rows = page.getByRole('row').filter({ hasText: 'each[2]' });
  await expect(rows).toHaveCount(1);
  await checkAccessibility(page);
  await picture(page, info, 'loop-failed-only');

  // when
  await rows.click();
  await sql("insert into products (sku, name, price, stock) values ($1, 'Late', 1, 1)", [missing]);
  await page.getByRole('button', { name: 'Rerun from here …' }).click();
  await page.getByRole('button', { name: 'Begin rerun' }).click();

  // then
  await expect(page).not.toHaveURL(new RegExp(execution));
  await expect(page.getByText('Rerun of')).toBeVisible();
  await expect(page.getByRole('definition').first()).toHaveText('Succeeded');
  await picture(page, info, 'loop-rerun');
});
