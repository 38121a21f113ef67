import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { textOf } from './harness/issued-paper.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();
const LIST = '/desk/kept/custody';
const LATE = { number: 'PE1234504', title: '公务普通护照 云泽省科学技术厅 甲柜2层02格' };
const SHELVED = { number: 'PE1234501', title: '公务普通护照 云泽大学 甲柜1层01格' };

/** What does not fit the row is said by the server, at its field. */
const REFUSED = /status of 422/;

/** Opens the one document with this number on a page of its own, as a scanner finds it. */
async function finds(page: Page, { number, title }: typeof LATE, list = LIST): Promise<void> {
  await page.goto(`${list}?q=${number}`);
  await settled(page);
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Begins what is likely with the row, or what stands behind 更多办理. */
async function begins(page: Page, label: string): Promise<void> {
  const button = page.getByRole('button', { name: label, exact: true });
  if (await button.first().isVisible()) return await button.first().click();
  await page.getByRole('button', { name: '更多办理' }).click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}

async function fills(page: Page, given: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(given)) await inputAt(page, [key]).fill(value);
}

const ends = (page: Page, label: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();

/** The text of a paper behind a button of the page. */
async function paper(page: Page, name: string): Promise<string> {
  const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
  const got = await page.request.get(href ?? '');
  expect(got.headers()['content-type']).toContain('application/pdf');
  return textOf(await got.body()).replaceAll(/\s/g, '');
}

test('what is late stands first, is asked for in writing, and is handed in with its stamps read', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('passports');
  const { page } = desk;
  desk.expect(REFUSED);
  await desk.open(LIST);
  await settled(page);
  await page.getByText('已过期', { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('row').filter({ hasText: '逾期' }).count()).toBeGreaterThan(0);
  expect(await lookAt(page, 'custody')).toEqual([]);

  await finds(page, LATE);
  await page.getByText(/^逾期，/).waitFor();
  const notice = await paper(page, '催还通知');
  expect(notice).toContain(LATE.number);
  expect(notice).toContain('云泽省科学技术厅');
  expect(await paper(page, '借照单')).toContain('裴知秋');
  expect(await lookAt(page, 'custody-late')).toEqual([]);

  await begins(page, '交回');
  await fills(page, { returnedOn: '2026-03-10', daysAbroad: '12' });
  await page.getByRole('radio', { name: '是', exact: true }).check();
  await ends(page, '交回');
  // Approved for eight days, away for twelve: the reason is asked for at its field.
  await page
    .getByText(/实际在外12天，批准8天，多出4天/)
    .first()
    .waitFor();
  await fills(page, { reason: '航班取消，改签后返回' });
  await ends(page, '交回');
  await said(page, '已交回');
  await page.getByText(/^在库，今天起/).waitFor();
  await leave(desk);
});

test('nothing leaves the cabinet without an approval; two take a document off the books', {
  timeout: 240_000,
}, async () => {
  const [desk, second] = [await visit('passports'), await visit('passports-2')];
  const { page } = desk;
  desk.expect(REFUSED);
  await finds(page, SHELVED);
  await begins(page, '借出');
  await fills(page, { borrower: '沈观澜', exitOn: '2026-04-01', days: '6' });
  await ends(page, '借出');
  await page.getByText('没有写明批准出访的办件').first().waitFor();
  await fills(page, { caseNumber: '没有这个编号' });
  await ends(page, '借出');
  await page
    .getByText(/没有获得批准，或没有这个办件/)
    .first()
    .waitFor();
  expect(await lookAt(page, 'custody-lend')).toEqual([]);
  await ends(page, '先不办理');

  await begins(page, '办理注销');
  await page.getByRole('combobox', { name: /原因/ }).selectOption({ label: '离任、退休、调离' });
  await ends(page, '提出办理注销');
  await said(page, '已提出“办理注销”，等另一人确认');
  await page.getByText('须由另一位负责的人确认，您自己不能确认。').waitFor();
  await finds(second.page, SHELVED);
  await second.page.getByRole('button', { name: '同意办理注销' }).click();
  await said(second.page, '已确认办理注销');
  await second.page.getByText(/^注销，今天起/).waitFor();
  // What two have signed is offered for change to nobody.
  expect(await second.page.getByRole('link', { name: '修改', exact: true }).count()).toBe(0);
  expect(await lookAt(second.page, 'custody-cancelled')).toEqual([]);
  await leave(second);
  await leave(desk);
});

test('a cabinet is counted by scanning: what is missing is named, and two sign', {
  timeout: 240_000,
}, async () => {
  const [desk, second] = [await visit('passports'), await visit('passports-2')];
  const { page } = desk;
  await desk.open(LIST);
  await settled(page);
  await page.getByRole('button', { name: '盘点', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('扫到的号码').fill('PE1234502\nPE0000009');
  await dialog.getByRole('button', { name: '与账上比对' }).click();
  await dialog.getByRole('heading', { name: /账上没有的号码 1/ }).waitFor();
  await dialog.getByRole('heading', { name: /账上不在此处 1/ }).waitFor();
  expect(await lookAt(page, 'custody-count')).toEqual([]);
  await dialog.getByRole('link', { name: '登记盘点' }).click();
  await page.getByRole('heading', { level: 1, name: '登记盘点' }).waitFor();
  await settled(page);
  expect(await lookAt(page, 'custody-count-new')).toEqual([]);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(/^已盘点，今天起/).waitFor();
  await begins(page, '签字');
  await ends(page, '提出签字');
  await said(page, '已提出“签字”，等另一人确认');
  await second.page.goto(page.url());
  await second.page.getByRole('button', { name: '同意签字' }).click();
  await second.page.getByText(/^两人签字，今天起/).waitFor();
  await leave(second);
  await leave(desk);
});

test('a clerk keeps the passports of the own unit on a telephone, and sees no others', {
  timeout: 120_000,
}, async () => {
  const clerk = await visit('commerce-filer', { device: 'phone' });
  const { page } = clerk;
  await clerk.open('/hall/kept/custody-own');
  await settled(page);
  await page.getByText('方知微').or(page.getByText('机要柜1层01格')).first().waitFor();
  expect(await lookAt(page, 'custody-own')).toEqual([]);
  const other = await visit('education-filer', { device: 'phone' });
  await other.open('/hall/kept/custody-own');
  await settled(other.page);
  expect(await other.page.getByText('机要柜').count()).toBe(0);
  await leave(other);
  await leave(clerk);
});
