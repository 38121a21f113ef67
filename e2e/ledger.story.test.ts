import { dayInShanghai } from '@zhitongche/base';
import { expect, test } from 'vitest';
import { stages } from '../catalogue/finance/ledger-line/stages.ts';
import { PROJECTS } from '../catalogue/shared/demo/projects.ts';
import { said } from './harness/desk.ts';
import { answer } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { OPENING } from './harness/office.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();
const TODAY = dayInShanghai(new Date(OPENING).toISOString());
const LONG_AGO = `${Number(TODAY.slice(0, 4)) - 2}-06-01`;
const HEAD =
  '支付日期,支付凭证号,支付金额（元）,功能分类科目,部门经济分类科目,项目编码,资金性质,收款人全称,用途摘要';
const PLACED = `${TODAY},ZF-A,"12,345.67",2010302 一般行政管理事务,30227 委托业务费,${PROJECTS.network},一般公共预算拨款,云泽密评中心,密码应用评估`;
const UNPLACED = `${TODAY},ZF-B,880.00,,,,,云泽租车有限公司,租车`;
const WRONG = `${PROJECTS.network.slice(0, 20)}${PROJECTS.network.endsWith('1') ? '2' : '1'}`;

test('a sheet of the finance system is told its faults, brought in once, its queue decided, and the books show it', {
  timeout: 240_000,
}, async () => {
  const finance = await visit('finance');
  const { page } = finance;
  await finance.open('/desk/kept/ledger-line');
  await page.getByRole('button', { name: '导入导出' }).click();
  await page.getByRole('button', { name: '从表格导入' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (lines: readonly string[]): Promise<void> =>
    dialog.locator('input[type=file]').setInputFiles({
      name: '支付明细.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([HEAD, ...lines].join('\n')),
    });
  await choose([
    PLACED,
    `${LONG_AGO},ZF-C,1.00,2010302,30227,,一般公共预算拨款,某公司,前年的`,
    `${TODAY},ZF-D,1.00,2010302,30227,${WRONG},一般公共预算拨款,某公司,代码错一位`,
    PLACED,
  ]);
  await dialog.getByText('3 行有问题，还没有写入').waitFor();
  await dialog.getByRole('row', { name: /F4.*校验位不对/ }).waitFor();
  await choose([PLACED, UNPLACED]);
  await dialog.getByRole('button', { name: '写入 2 笔' }).click();
  await said(page, '已导入：新增 2 笔，更新 0 笔');

  await page.getByRole('link', { name: 'ZF-B 租车' }).first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'ZF-B 租车' }).waitFor();
  await page.getByRole('button', { name: '归类', exact: true }).first().click();
  const [place] = stages.moves;
  const fields = place?.form?.['place']?.fields ?? {};
  const decided = { sort: 'basic', fund: 'general', function: '2010301', economic: '30239', remember: true };
  await answer(page, fields, decided, Object.keys(decided));
  await dialog.getByRole('button', { name: '归类', exact: true }).click();
  await said(page, '已归类');
  await finance.open('/desk/kept/ledger-line-rule');
  await page.getByRole('link', { name: '云泽租车有限公司' }).first().waitFor();

  await finance.open('/desk/execution');
  await settled(page);
  expect(await lookAt(page, 'execution')).toEqual([]);
  await page.getByRole('link', { name: '网络安全和信息化运维经费' }).click();
  const behind = page.getByRole('region', { name: '这项额度的支出' });
  await behind.getByRole('link', { name: 'ZF-A 密码应用评估' }).waitFor();
  const paper = await page.request.get(
    (await page.getByRole('link', { name: '支出进度表' }).getAttribute('href')) ?? '',
  );
  expect(paper.headers()['content-type']).toContain('application/pdf');
  await leave(finance);

  const director = await visit('director', { device: 'phone' });
  await director.open('/desk/execution');
  await settled(director.page);
  expect(await lookAt(director.page, 'execution-phone')).toEqual([]);
  await leave(director);
});
