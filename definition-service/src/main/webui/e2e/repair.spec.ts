import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { run, save } from './editor';
import { call, checkAccessibility, execute, picture, signIn, workflowOf } from './product';
import { sql } from './shop';

const product = (sku: string) => ({
  ...{ key: 'product', type: 'query', title: 'The product' },
  config: { collection: 'shop:products', params: { filter: { sku: { $eq: sku } } }, failOnEmpty: true },
});

test('should tell why a workflow broke, and let one mend it in a new version', async ({ page, request }, info) => {
  // given
  const title = `Broken ${randomUUID()}`;
  const id = await workflowOf(request, title, [
    product('KEY-01'),
    { key: 'price', type: 'calculation', title: 'Price', config: { engine: 'math.js', expression: 'pricce(2) * 3' } },
  ]);
  const execution = await execute(request, id, {});

  // when
  await signIn(page);
  await page.goto(`/executions/${execution}`);

  // then
  await expect(page.getByRole('alert')).toContainText('pricce');
  await checkAccessibility(page);
  await picture(page, info, 'repair-why');

  // when
  await page.getByRole('link', { name: 'Version 1' }).click();
  await page.getByRole('button', { name: 'Edit as a new version' }).click();
  await expect(page.getByRole('button', { name: 'Version 2' })).toBeVisible();
  await page.getByRole('button', { name: /^Price/ }).click();
  const expression = page.getByRole('textbox', { name: 'Expression' });
  await expression.fill('round(2.4) * 3');
  await page
    .getByRole('dialog', { name: 'Price', exact: true })
    .getByRole('button', { name: 'Close', exact: true })
    .click();
  await save(page);
  await page.getByRole('switch', { name: 'Enabled' }).click();
  await expect(page.getByRole('switch', { name: 'Enabled' })).toBeChecked();
  const panel = await run(page, 'Last execution');

  // then
  await expect(panel.getByRole('status')).toHaveText('Succeeded');
  await picture(page, info, 'repair-mended');
});

test('should go on from what failed, once what it needs is there', async ({ page, request }) => {
  // given
  const sku = `E2E-${randomUUID()}`;
  const id = await workflowOf(request, `Waits for ${sku}`, [product(sku)]);
  const execution = await execute(request, id, {});
  await signIn(page);
  await page.goto(`/executions/${execution}`);
  const status = page.getByRole('definition').first();
  await expect(status).toHaveText('Failed');

  // when
  await sql("insert into products (sku, name, price, stock) values ($1, 'Late', 1, 1)", [sku]);
  await page.getByRole('button', { name: 'Retry' }).click();

  // then
  await expect(status).toHaveText('Succeeded');
  const { jobs } = await call<{ jobs: { attempt: number }[] }>(request, 'GET', `/api/executions/${execution}`);
  expect(jobs.map(({ attempt }) => attempt)).toEqual([2]);
});
