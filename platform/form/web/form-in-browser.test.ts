import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { components } from '../../../apps/web/testing/show.ts';

const open = components('platform/form/web/testing/form.page.tsx');
const answered = async (page: Page): Promise<{ readonly [key: string]: unknown }> =>
  JSON.parse((await page.locator('#answers').textContent()) ?? '{}');

test('a question comes once it applies, and what is typed is the answer', async () => {
  const page = await open('');
  await page.getByLabel('活动名称').fill('友好城市座谈会');
  expect(await page.getByLabel('来自').count()).toBe(0);
  await page.getByRole('group', { name: '是否有外宾' }).getByText('是', { exact: true }).click();
  await page.getByLabel('来自').waitFor();
  expect(await answered(page)).toMatchObject({ title: '友好城市座谈会', foreign: true });
});

test('a wrong answer is told once one has left it, what is missing at a try to send, and nothing that was mended', async () => {
  const page = await open('');
  const guests = page.getByLabel('人数');
  const wrong = page.locator('[aria-invalid="true"]');
  await guests.fill('600');
  expect(await wrong.count()).toBe(0);
  await guests.blur();
  await wrong.waitFor();
  expect(await wrong.count()).toBe(1);
  await page.getByRole('button', { name: '提交' }).click();
  await expect.poll(() => wrong.count()).toBeGreaterThan(2);
  await guests.fill('60');
  await expect.poll(() => guests.getAttribute('aria-invalid')).not.toBe('true');
});

test('a grid is filled in by the keyboard as a spreadsheet is', async () => {
  const page = await open('');
  const add = page.getByRole('button', { name: '添加一人' });
  await add.click();
  await page.getByRole('button', { name: '填好了' }).click();
  await add.click();
  await page.getByRole('button', { name: '填好了' }).click();
  const grid = page.getByRole('grid', { name: '随员' });
  await grid.getByRole('row').nth(1).getByRole('gridcell').first().click();
  await page.keyboard.type('柯采薇');
  await page.keyboard.press('Enter');
  await page.keyboard.type('罗明远');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('110101199003070011');
  await page.keyboard.press('ArrowDown');
  expect(await answered(page)).toMatchObject({
    members: [{ name: '柯采薇', idNumber: '110101199003070011' }, { name: '罗明远' }],
  });
});

test('cells copied from a spreadsheet go in where one is, and as many rows come as are needed', async () => {
  const page = await open('');
  await page.getByRole('button', { name: '添加一人' }).click();
  await page.getByRole('button', { name: '填好了' }).click();
  const cell = page.getByRole('grid', { name: '随员' }).getByRole('row').nth(1).getByRole('gridcell').first();
  await cell.click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '柯采薇\t110101199003070011\n罗明远\t\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect
    .poll(async () => (await answered(page))['members'])
    .toMatchObject([{ name: '柯采薇', idNumber: '110101199003070011' }, { name: '罗明远' }]);
});
