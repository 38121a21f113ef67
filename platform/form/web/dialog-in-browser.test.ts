import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { components } from '../../../apps/web/testing/show.ts';

const show = components('platform/form/web/testing/dialog.page.tsx');
const GONE = {
  type: 'about:blank',
  title: '请核对',
  status: 422,
  code: 'input.invalid',
  detail: '请核对后再试。',
  en: 'Please check.',
  problems: [
    { code: 'hold.case', level: 'block', at: ['number'], message: '没有这个办件编号。', en: 'No such case.' },
  ],
};

/** The dialog open, and what it sent; the server refuses until told otherwise. */
async function opened() {
  const page = await show('');
  const sent: unknown[] = [];
  let refuses = true;
  await page.route('**/api/admin/retention/holds', async (route) => {
    sent.push(route.request().postDataJSON());
    await (refuses
      ? route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(GONE) })
      : route.fulfill({ json: { id: '0190a0a0-0000-7000-8000-000000000000' } }));
  });
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByRole('dialog').waitFor();
  return { page, sent, accept: () => (refuses = false) };
}
const said = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('.field-problem-block').allTextContents()).map((words) => words.trim());

test('all that is wrong is said at once by one press, though the press leaves a field that is wrong too', async () => {
  const { page, sent } = await opened();
  await page.getByLabel('联系电话').fill('139');
  await page.getByRole('button', { name: '保全', exact: true }).click();
  await expect.poll(() => said(page)).toHaveLength(3);
  await expect
    .poll(() => page.locator('#number').evaluate((one) => one === document.activeElement))
    .toBe(true);
  expect(sent).toEqual([]);
});

test('left and opened anew it has kept what was typed, until one begins again', async () => {
  const { page } = await opened();
  await page.getByLabel('办件编号').fill('YZ-1');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '打开' }).click();
  expect(await page.getByLabel('办件编号').inputValue()).toBe('YZ-1');
  await page.getByRole('button', { name: '重新填写' }).click();
  expect(await page.getByLabel('办件编号').inputValue()).toBe('');
});

test('Enter sends; what the server refuses stands at its field until that answer has changed', async () => {
  const { page, sent, accept } = await opened();
  await page.getByLabel('办件编号').fill('YZ-1');
  await page.getByLabel('原因').fill('行政复议');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page)).toEqual(['没有这个办件编号。']);
  await page.getByLabel('办件编号').fill('YZ-2');
  await expect.poll(() => said(page)).toEqual([]);
  accept();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(sent).toEqual([
    { number: 'YZ-1', reason: '行政复议' },
    { number: 'YZ-2', reason: '行政复议' },
  ]);
  await page.getByRole('button', { name: '打开' }).click();
  expect(await page.getByLabel('办件编号').inputValue()).toBe('');
});
