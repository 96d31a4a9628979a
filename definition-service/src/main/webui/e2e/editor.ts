import { expect, type Locator, type Page } from '@playwright/test';

/** The hands of somebody who draws a workflow with the mouse. */

/** Puts a node in at a place, as its plus button calls it ("at the start", "behind Loop"), and gives its drawer. */
export async function addNode(page: Page, place: string, type: string, title: string): Promise<Locator> {
  await page.getByRole('button', { name: `Add a node ${place}`, exact: true }).click();
  await page.getByRole('dialog', { name: 'Add a node' }).getByRole('option', { name: type, exact: true }).click();
  await page.getByRole('dialog', { name: type, exact: true }).getByLabel('Title', { exact: true }).fill(title);
  return page.getByRole('dialog', { name: title, exact: true });
}

export async function closeDrawer(drawer: Locator) {
  await drawer.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(drawer).toBeHidden();
}

/**
 * Chooses from the list that a field opens, and sees that it was taken: one that opened beside the screen, or moved under the
 * mouse as the form moved, is opened again.
 */
export async function choose(page: Page, field: Locator, option: string) {
  const wanted = page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ has: page.getByText(option, { exact: true }) });
  const select = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]');
  const shown = async () => (await field.inputValue()) || (await select.innerText());
  await expect(async () => {
    await field.click();
    await wanted.click({ timeout: 3_000 });
    await expect.poll(shown, { timeout: 1_000 }).toContain(option);
  }).toPass({ timeout: 30_000 });
}

/** Puts a variable in where the cursor of the field beside the button is. */
export async function insertVariable(page: Page, button: Locator, name: string) {
  await button.click();
  const picker = page.getByRole('dialog', { name: 'Variables' });
  await picker.getByRole('textbox', { name: 'Search variables' }).fill(name);
  await picker
    .getByRole('treeitem')
    .filter({ has: page.getByText(name, { exact: true }) })
    .last()
    .click();
  await expect(picker).toBeHidden();
}

/** One more condition of a filter: a field, how it is compared, and the variable it is compared with. */
export async function addFilter(page: Page, group: Locator, field: string, operator: string, variable: string) {
  const at = await group.getByRole('combobox', { name: 'Operator' }).count();
  await group.getByRole('button', { name: 'Add a condition' }).click();
  await choose(page, group.getByRole('combobox', { name: 'Field' }).nth(at), field);
  if (operator !== 'is') await choose(page, group.getByRole('combobox', { name: 'Operator' }).nth(at), operator);
  await insertVariable(page, group.getByRole('button', { name: 'Insert a variable' }).nth(at), variable);
}

/** One more field that is written; its value is still to be given. */
export async function addAssignment(page: Page, group: Locator, field: string) {
  await group.getByRole('button', { name: 'Set a field' }).click();
  await choose(page, group.getByRole('combobox', { name: /^Field no/ }).last(), field);
  return group.getByRole('textbox', { name: `Value of ${field}` });
}

/** Saves, and waits for it to be said. */
export async function save(page: Page) {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('All changes saved')).toBeVisible();
}

/** The context dialog's Run, and the panel that then tells how it goes. */
export async function run(page: Page, from?: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Run the workflow' });
  if (from) await dialog.getByText(from, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  return page.getByRole('complementary', { name: 'Run' });
}
