import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoBudgets } from '@zhitongche/offices';
import { shot } from './harness/browser.ts';
import { overflow, settled, violations } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
const OWN = '石家庄市人民政府外事办公室（核对后）';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'budget-story-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function scanned(): Promise<string> {
  const path = join(folder, '石家庄外办2024绩效文本.txt');
  const budget = demoBudgets.find(({ name }) => name.startsWith('石家庄'));
  await writeFile(path, (await budget?.read()) ?? '');
  return path;
}

const count = async (page: Page, tab: string): Promise<number> =>
  Number(await page.getByRole('tab', { name: tab }).locator('.tab-count').textContent());

/** Faults of a page at the three widths the product promises. */
async function faults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    found.push(...(await violations(page)), ...(await overflow(page)).map((line) => `${width} px: ${line}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

describe('a finance officer turns a scanned budget into open data', () => {
  test('a damaged workbook is refused with a reason', async () => {
    const finance = await visit('finance');
    finance.expect(/422/);
    await finance.open('/desk/budget');
    const path = join(folder, '半张表.xlsx');
    await writeFile(path, Buffer.from('PK\u0003\u0004 half a workbook'));
    await finance.page.getByLabel('选择或拖入预算文件').setInputFiles(path);
    await finance.page.getByRole('alert').getByText('文件不完整或已损坏，无法打开。').waitFor();
    await leave(finance);
  });

  test('reads, corrects beside the source, is not let past what nobody has looked at, and publishes', {
    timeout: 180_000,
  }, async () => {
    const finance = await visit('finance');
    finance.expect(/422/);
    const { page } = finance;
    await finance.open('/desk/budget');
    await page.getByLabel('选择或拖入预算文件').setInputFiles(await scanned());
    await page
      .getByRole('heading', { level: 1, name: /石家庄市人民政府外事办公室 2024年部门预算/ })
      .waitFor();
    // 14 spots unread, 20 doubtful (one a number printed as approximate), the missing tables once, and three forms whose unit of money the scan tore off their
    // heading: docs/budget-reconciliation.md lists them by line.
    expect(await count(page, '待核对')).toBe(38);

    // The unread March of the first payment plan: the source beside it shows what the scanner saw.
    const march = page.locator('.finding', { hasText: '资金支出计划' }).filter({ hasText: '未读入' }).first();
    await march.locator('.finding-head').click();
    await page.locator('.source-here').waitFor();
    expect(await page.locator('.source-here').textContent()).toContain('%');
    await page.locator('.finding-head').first().click();
    await page.evaluate(() => scrollTo(0, 0));
    await shot(page, 'budget-reading');

    await march.getByRole('button', { name: '看表格' }).click();
    const sheets = page.getByLabel('看哪一张');
    const plan = await sheets.locator('option', { hasText: '资金支出计划' }).first().getAttribute('value');
    await sheets.selectOption(plan);
    await page.getByLabel('第1行 累计支出（%）').fill('三十');
    await page.getByLabel('第1行 累计支出（%）').press('Tab');
    await page.getByText('“三十”不是数字').first().waitFor();
    expect(await page.getByRole('button', { name: '保存草稿' }).isDisabled()).toBe(true);
    await page.getByLabel('第1行 累计支出（%）').fill('30');
    await page.getByLabel('第1行 累计支出（%）').press('Tab');
    await page.getByRole('tab', { name: '待核对' }).click();
    await march.getByRole('button', { name: '已照原文补正' }).click();
    await page.waitForFunction(() => document.querySelector('.tab-count')?.textContent === '37');

    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('已保存草稿').waitFor();
    await page.getByRole('tab', { name: '版本' }).waitFor();
    await page.getByRole('button', { name: '确认并公开' }).click();
    await page.getByText('还有37处没有核对').waitFor();
    expect(await page.getByRole('button', { name: '公开', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '先不公开' }).click();

    await page.getByRole('button', { name: '全部按读入的确认' }).click();
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText('都核对过了').waitFor();
    // The demo office has published this department and year already.
    await page.getByRole('button', { name: '确认并公开' }).click();
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await page.getByText('2024年的预算已经公开了另一份').first().waitFor();
    await page.getByRole('button', { name: '先不公开' }).click();
    await page.getByRole('tab', { name: '表格' }).click();
    await page.getByLabel('看哪一张').selectOption('cover');
    await page.getByLabel('第1行 内容').fill(OWN);
    await page.getByLabel('第1行 内容').press('Tab');
    await page.getByRole('button', { name: '确认并公开' }).click();
    await page.getByRole('button', { name: '公开', exact: true }).click();
    await page.getByText('已公开').first().waitFor();

    // What changed since the draft is told cell by cell.
    await page.getByRole('tab', { name: '版本' }).click();
    await page.getByRole('button', { name: '和第1版比' }).click();
    await page.getByText('共1处变化').waitFor();
    expect(await page.locator('.change-after').textContent()).toBe(OWN);
    expect(await faults(page)).toEqual([]);
    await leave(finance);
  });
});

describe('the proof of a budget', () => {
  test('shows 山西’s two wrong appropriations where table 12 meets the goal forms, and leads to the cells', async () => {
    const leader = await visit('director');
    const { page } = leader;
    await leader.open('/desk/budget');
    await page.getByRole('link', { name: '山西省人民政府外事办公室' }).click();
    await page.getByRole('tab', { name: '勾稽' }).click();
    await page.getByRole('button', { name: /^B11 .*项目支出.*不符/ }).click();
    const wrong = page.locator('.check-card', { hasText: '不符' });
    expect(await wrong.count()).toBe(2);
    expect(await wrong.first().textContent()).toContain('差 -0.2 万元');
    await page.locator('.picture-legend').scrollIntoViewIfNeeded();
    await shot(page, 'budget-picture');
    expect(await faults(page)).toEqual([]);
    await wrong.first().locator('.check-spot').first().click();
    await page.locator('[data-row]:focus').waitFor();
    expect(await page.getByRole('button', { name: '保存草稿' }).count()).toBe(0);
    await leave(leader);
  });
});

describe('everybody', () => {
  test('sets departments side by side and takes the data home', async () => {
    const anyone = await visit(null);
    anyone.expect(/401/);
    const { page } = anyone;
    await anyone.open('/open/budget');
    await page.getByRole('heading', { name: /部门对比/ }).waitFor();
    // Printed by the documents themselves: 5755.85 in 河北's table 3, 5498.95 in 山西's.
    const total = page.getByRole('row', { name: /^支出总计/ });
    for (const figure of ['5,755.85', '5,498.95']) expect(await total.textContent()).toContain(figure);
    await page.locator('.bars-chart canvas').first().waitFor();
    await shot(page, 'budget-comparison', true);
    expect(await faults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载对比数据（CSV）' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('河北省人民政府外事办公室,2024,5755.85,3547.62,2208.23');

    await page.getByRole('link', { name: /河北省人民政府外事办公室/ }).click();
    await page.getByRole('heading', { level: 1, name: '河北省人民政府外事办公室 2024年部门预算' }).waitFor();
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Excel 表格' }).click(),
    ]);
    expect(book.suggestedFilename()).toBe('河北省人民政府外事办公室2024年预算.xlsx');
    await shot(page, 'budget-open', true);
    expect(await faults(page)).toEqual([]);
    await leave(anyone);
  });
});
