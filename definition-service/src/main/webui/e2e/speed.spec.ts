import { expect, test, type Page } from '@playwright/test';
import { signIn, workflowOf } from './product';

const NODES = 300;
const TRIES = 9;
const LIMIT_MS = 100;

test(`should open the drawer of a node among ${NODES} in less than ${LIMIT_MS} ms`, async ({ page, request }, info) => {
  // given
  const nodes = Array.from({ length: NODES }, (_, at) => ({
    ...{ key: `n${at}`, type: 'calculation', title: `Step ${at}` },
    config: { engine: 'math.js', expression: `${at} + 1` },
  }));
  const id = await workflowOf(request, 'As large as they get', nodes);
  await signIn(page);
  await page.goto(`/workflows/${id}`);
  await expect(page.getByRole('button', { name: /^Step 1 / })).toBeVisible();

  // when
  const took: number[] = [];
  for (let at = 0; at < TRIES; at++) {
    took.push(await open(page, `n${at % 4}`));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  // then: whatever else the machine does only ever adds to it
  info.annotations.push({ type: 'ms', description: took.map(Math.round).join(', ') });
  expect(Math.min(...took), took.join(', ')).toBeLessThan(LIMIT_MS);
});

/** From the click to the first frame that shows the form, in ms. */
function open(page: Page, key: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const frame = () =>
      new Promise<void>((painted) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted();
          channel.port2.postMessage(null);
        }),
      );
    performance.mark('asked');
    document.querySelector<HTMLElement>(`[data-card="${wanted}"]`)?.click();
    do await frame();
    while (document.querySelector('[role=dialog] [role=tabpanel] label') === null);
    performance.mark('there');
    return performance.measure('opened', 'asked', 'there').duration;
  }, key);
}
