import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { addAssignment, addFilter, addNode, choose, closeDrawer, insertVariable } from './editor';
import { call, checkAccessibility, picture, signIn } from './product';
import { sql } from './shop';

const TITLE = 'Stock of an order, drawn by mouse';

async function create(page: Page) {
  await page.getByRole('button', { name: 'New workflow' }).click();
  const dialog = page.getByRole('dialog', { name: 'New workflow' });
  await dialog.getByLabel('Title').fill(TITLE);
  await dialog.getByText('Collection event', { exact: true }).click();
  await choose(page, dialog.getByLabel('Collection', { exact: true }), 'orders');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('textbox', { name: 'Title of the workflow' })).toHaveValue(TITLE);
}

async function restrictTrigger(page: Page) {
  await page.getByRole('button', { name: /^Collection event/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Collection event' });
  await expect(drawer.getByRole('checkbox', { name: 'created' })).toBeChecked();
  const condition = drawer.getByRole('group', { name: /^Only when/ });
  await condition.getByRole('button', { name: 'Add a condition' }).click();
  await choose(page, condition.getByRole('combobox', { name: 'Field' }), 'status');
  await condition.getByRole('textbox', { name: 'Value' }).fill('new');
  await closeDrawer(drawer);
}

async function calculate(page: Page) {
  const drawer = await addNode(page, 'at the start', 'Calculation', 'What the order takes');
  await drawer.getByRole('textbox', { name: 'Expression' }).click();
  await page.keyboard.type('-1 * ');
  await insertVariable(page, drawer.getByRole('button', { name: 'Insert a variable' }), 'quantity');
  await closeDrawer(drawer);
}

async function deduct(page: Page) {
  const drawer = await addNode(page, 'behind What the order takes', 'Update records', 'Deduct the stock');
  await choose(page, drawer.getByRole('combobox', { name: /^Collection/ }), 'products');
  const filter = drawer.getByRole('group', { name: /^Filter/ });
  await addFilter(page, filter, 'id', 'is', 'product_id');
  await addFilter(page, filter, 'stock', 'is at least', 'quantity');
  const values = drawer.getByRole('group', { name: /^Values/ });
  await addAssignment(page, values, 'stock');
  await values.getByText('Change by', { exact: true }).click();
  await values.getByRole('button', { name: /^Type of value/ }).click();
  await page.getByRole('menuitem', { name: 'Text or variable' }).click();
  await insertVariable(page, values.getByRole('button', { name: 'Insert a variable' }), 'What the order takes');
  await closeDrawer(drawer);
}

async function decide(page: Page) {
  const drawer = await addNode(page, 'behind Deduct the stock', 'Condition', 'Was there enough?');
  await drawer.getByRole('switch', { name: /^Continue only when yes/ }).click();
  await drawer.getByRole('button', { name: 'Add a condition' }).click();
  await insertVariable(page, drawer.getByRole('button', { name: 'Insert a variable' }).first(), 'Deduct the stock');
  await drawer
    .getByRole('button', { name: /^Type of value/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Number' }).click();
  await drawer.getByRole('spinbutton', { name: 'Compared with' }).fill('1');
  await closeDrawer(drawer);
}

async function mark(page: Page, place: string, title: string, status: string) {
  const drawer = await addNode(page, place, 'Update records', title);
  await choose(page, drawer.getByRole('combobox', { name: /^Collection/ }), 'orders');
  await addFilter(page, drawer.getByRole('group', { name: /^Filter/ }), 'id', 'is', 'id');
  const value = await addAssignment(page, drawer.getByRole('group', { name: /^Values/ }), 'status');
  await value.fill(status);
  await closeDrawer(drawer);
}

async function writeLine(page: Page) {
  const drawer = await addNode(page, 'behind Confirm the order', 'Create record', 'Write the line');
  await choose(page, drawer.getByRole('combobox', { name: /^Collection/ }), 'order_items');
  const values = drawer.getByRole('group', { name: /^Values/ });
  const fields = [
    ['order_id', 'id'],
    ['product_id', 'product_id'],
    ['quantity', 'quantity'],
  ] as const;
  for (const [at, [field, variable]] of fields.entries()) {
    await addAssignment(page, values, field);
    await insertVariable(page, values.getByRole('button', { name: 'Insert a variable' }).nth(at), variable);
  }
  await closeDrawer(drawer);
}

async function order(product: string, quantity: number): Promise<string> {
  const [inserted] = await sql<{ id: string }>(
    'insert into orders (customer_id, product_id, quantity) values (1, $1, $2) returning id',
    [product, quantity],
  );
  return inserted?.id ?? '';
}

/** The example that is installed, and what earlier walks drew, would take the same orders. */
async function enabled(request: APIRequestContext): Promise<string[]> {
  const path = '/api/workflows?enabled=true&type=collection';
  const { items } = await call<{ items: { id: string }[] }>(request, 'GET', path);
  return items.map(({ id }) => id);
}

let others: string[] = [];

test.beforeEach(async ({ request }) => {
  others = await enabled(request);
  for (const id of others) await call(request, 'POST', `/api/workflows/${id}/disable`);
});

test.afterEach(async ({ request }) => {
  for (const id of await enabled(request)) await call(request, 'POST', `/api/workflows/${id}/disable`);
  for (const id of others) await call(request, 'POST', `/api/workflows/${id}/enable`);
});

test('should let one draw the inventory workflow by mouse, and see an order finish live', async ({ page }, info) => {
  test.setTimeout(240_000);
  // given
  const [product] = await sql<{ id: string }>(
    "insert into products (sku, name, price, stock) values ('E2E-' || gen_random_uuid(), 'Lamp', 20, 10) returning id",
  );
  const productId = product?.id ?? '';

  // when
  await signIn(page);
  await create(page);
  await restrictTrigger(page);
  await calculate(page);
  await deduct(page);
  await decide(page);
  await mark(page, 'in branch Yes of Was there enough?', 'Confirm the order', 'confirmed');
  await writeLine(page);
  await mark(page, 'in branch No of Was there enough?', 'Reject the order', 'rejected');

  // then
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await checkAccessibility(page);
  await picture(page, info, 'inventory-drawn');

  // when
  const enabled = page.getByRole('switch', { name: 'Enabled' });
  await enabled.click();
  await expect(enabled).toBeChecked();
  await page.goto('/executions');
  await expect(page.getByRole('heading', { level: 1, name: 'Executions' })).toBeVisible();
  const id = await order(productId, 4);

  // then: nothing is loaded anew, the page hears of them; executions keep no order among each other, so one after the other
  const succeeded = page.getByRole('row').filter({ hasText: TITLE }).filter({ hasText: 'Succeeded' });
  await expect(succeeded).toHaveCount(1);
  await order(productId, 7);
  await expect(succeeded).toHaveCount(2);
  expect(await sql('select stock from products where id = $1', [productId])).toEqual([{ stock: 6 }]);
  expect(await sql('select status from orders where product_id = $1 order by id', [productId])).toEqual([
    { status: 'confirmed' },
    { status: 'rejected' },
  ]);
  expect(await sql('select quantity from order_items where order_id = $1', [id])).toEqual([{ quantity: 4 }]);

  // when
  await succeeded.last().getByRole('link').first().click();

  // then
  await expect(page.getByRole('button', { name: /^Write the line/ })).toBeVisible();
  await checkAccessibility(page);
  await picture(page, info, 'inventory-execution');
});
