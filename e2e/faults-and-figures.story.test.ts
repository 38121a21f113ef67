import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { inputAt } from './harness/fill-form.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
const SYSTEM = '外事直通车系统';
const WHAT = '夜里登录不了';
const TITLE = `${SYSTEM}：${WHAT}`;

/** Takes the open fault on to its next stage, at a minute. */
async function move(page: Page, label: string, at?: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  if (at) await inputAt(page, ['at']).fill(at);
  await dialog.getByRole('button', { name: label, exact: true }).click();
}

/** What a measure comes to in February 2026, and what its list adds up to. */
async function february(page: Page, name: string): Promise<{ figure: string; titles: readonly string[] }> {
  await page.goto('/insight/measures');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('link', { name: '2026年2月' }).click();
  const lines = page.getByRole('region', { name: '2026年2月的明细' });
  await lines.waitFor();
  await settled(page);
  const row = page.getByRole('region', { name: '逐月' }).getByRole('row', { name: /2026年2月/ });
  return {
    figure: (await row.getByRole('cell').last().textContent()) ?? '',
    titles: await lines.locator('tbody a').allTextContents(),
  };
}

test('a fault of the night is reported, answered and mended by the minute, and the month’s figure is its list', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('handler');
  const { page } = desk;
  await desk.open('/insight/measures');
  await page.goto('/desk/kept/incident/new');
  await settled(page);
  await inputAt(page, ['system']).fill('外事直通车');
  await page.getByRole('listbox').getByRole('option', { name: SYSTEM }).click();
  // The card of the system brings its limits along.
  await expect.poll(() => inputAt(page, ['answer']).inputValue()).toBe('15');
  await inputAt(page, ['reported']).fill('2026-02-20T23:50');
  await inputAt(page, ['what']).fill(WHAT);
  await page.getByText('系统停用', { exact: true }).click();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();

  // Nobody answered before it was reported, nor in the time to come; what was typed stays.
  await move(page, '登记响应', '2026-02-20T23:40');
  desk.expect(/422/);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('响应时间早于前一步的时间').first().waitFor();
  expect(await inputAt(page, ['at']).inputValue()).toBe('2026-02-20T23:40');
  await inputAt(page, ['at']).fill('2026-02-21T00:04');
  await dialog.getByRole('button', { name: '登记响应', exact: true }).click();
  await said(page, '已登记响应');
  await move(page, '登记修复', '2026-02-21T01:20');
  await said(page, '已登记修复');
  const limits = page.getByRole('region', { name: '时限' });
  await limits
    .getByText(/14分钟/)
    .first()
    .waitFor();
  await limits
    .getByText(/1小时30分钟/)
    .first()
    .waitFor();
  expect(await lookAt(page, 'incident-row')).toEqual([]);

  // Figures follow within seconds, and the figure is as many as its list.
  let month = await february(page, '故障起数');
  await expect
    .poll(
      async () => {
        month = await february(page, '故障起数');
        return month.titles;
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toContain(TITLE);
  expect(month.figure).toBe(`${month.titles.length}起`);
  expect(await lookAt(page, 'measure-month')).toEqual([]);
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();

  // Reported by mistake: the month that is over comes to one less, and the page says since when.
  await page.goto('/insight/measures/ops.incidents?month=2026-02-01');
  await page
    .getByRole('region', { name: '过后的更正' })
    .getByText(/2026年2月/)
    .first()
    .waitFor();
  await leave(desk);
});

test('the faults and figures of the office fit the phone of its head', async () => {
  const phone = await visit('head', { device: 'phone' });
  await phone.open('/desk/kept/incident');
  await settled(phone.page);
  expect(await lookAt(phone.page, 'incidents-phone')).toEqual([]);
  await phone.page.goto('/insight/measures');
  await phone.page.getByRole('link', { name: '平均响应时长' }).tap();
  await phone.page.getByRole('heading', { level: 1, name: '平均响应时长' }).waitFor();
  await settled(phone.page);
  expect(await lookAt(phone.page, 'measure-phone')).toEqual([]);
  await leave(phone);
});
