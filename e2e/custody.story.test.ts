import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { officeFixture } from './harness/fixture.ts';
import { begins, choosesAll, ends, fills, opens, paper, takesMany } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();
const LIST = '/desk/kept/custody';
const LATE = { number: 'PE1234504', title: '公务普通护照 云泽省科学技术厅 甲柜2层02格' };
const ABROAD = { number: 'SE1234503', title: '公务护照 云泽省商务厅 甲柜2层01格' };
const SHELVED = { number: 'PE1234501', title: '公务普通护照 云泽大学 甲柜1层01格' };

/** What does not fit the row is said by the server, at its field. */
const REFUSED = /status of 422/;

/** Opens the one document with this number on a page of its own, as a scanner finds it. */
const finds = (page: Page, { number, title }: typeof LATE): Promise<void> => opens(page, LIST, title, number);

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

  // What came back stands on the sheet both sign.
  await desk.open(`${LIST}?q=${LATE.number}`);
  await settled(page);
  await page.getByRole('button', { name: '导入导出' }).click();
  const sheet = await paper(page, '出具收缴登记表');
  for (const words of ['因公证照收缴登记表', LATE.number, '裴知秋', '已核对']) expect(sheet).toContain(words);
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

test('what is lost is reported at once, taken off the books by two, and destroyed only if it turns up', {
  timeout: 240_000,
}, async () => {
  const [desk, second] = [await visit('passports'), await visit('passports-2')];
  const { page } = desk;
  desk.expect(REFUSED);
  await finds(page, ABROAD);
  await begins(page, '报失');
  await ends(page, '报失');
  await page.getByRole('dialog').getByText('请填写').first().waitFor();
  await fills(page, {
    lostOn: '2026-03-09',
    where: '布拉格机场',
    how: '转机时包被盗，已向当地警方和我使馆报失，使馆发给旅行证',
  });
  await ends(page, '报失');
  await said(page, '已报失');
  await page.getByText(/^遗失，今天起/).waitFor();
  expect(await lookAt(page, 'custody-lost')).toEqual([]);

  await begins(page, '办理注销');
  await page.getByRole('combobox', { name: /原因/ }).selectOption({ label: '有效期满' });
  await ends(page, '提出办理注销');
  await page.getByText('这本已经报失').first().waitFor();
  await page.getByRole('combobox', { name: /原因/ }).selectOption({ label: '遗失' });
  await ends(page, '提出办理注销');
  await said(page, '已提出“办理注销”，等另一人确认');
  await finds(second.page, ABROAD);
  // Whoever agrees reads what was said.
  await second.page.getByText('原因：遗失').waitFor();
  await second.page.getByRole('button', { name: '同意办理注销' }).click();
  await said(second.page, '已确认办理注销');
  await leave(second);

  await finds(page, ABROAD);
  await page.getByRole('region', { name: '遗失、被吊销的证照不在手上，无从销毁' }).waitFor();
  await begins(page, '交来');
  await fills(page, { foundOn: '2026-03-10', how: '机场失物招领处寄回使馆，由使馆转来' });
  await ends(page, '交来');
  await said(page, '已交来');
  await begins(page, '列入销毁');
  await ends(page, '列入销毁');
  await page.getByText(/^待销毁，今天起/).waitFor();
  await leave(desk);
});

/** Documents of the cabinet that was closed, as the old program listed them. */
const OLD = [
  ['公务普通护照', 'PE1234601', '戊柜1层01格', '苏既明', '云泽大学', '2018-05-01', '2023-04-30'],
  ['公务普通护照', 'PE1234602', '戊柜1层02格', '唐疏影', '云泽省商务厅', '2018-06-01', '2023-05-31'],
  ['公务护照', 'SE1234603', '戊柜1层03格', '沈既望', '云泽省教育厅', '2018-07-01', '2023-06-30'],
] as const;
const HEADS = ['证照种类', '护照号', '存放地址', '姓名', '派出单位', '签发日期', '有效期'];

/** A list as a program of those days saved it. */
const asList = (rows: readonly (readonly string[])[]) => ({
  name: '原系统证照.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\u{feff}${[HEADS, ...rows].map((row) => row.join(',')).join('\r\n')}`),
});

test('old records come in whole or not at all; a long list is cancelled and destroyed by two who confirm it once', {
  timeout: 300_000,
}, async () => {
  const [desk, second] = [await visit('passports'), await visit('passports-2')];
  const { page } = desk;
  desk.expect(REFUSED);
  await desk.open(LIST);
  await settled(page);
  await page.getByRole('button', { name: '导入导出' }).click();
  await page.getByRole('button', { name: '从表格导入' }).click();
  const dialog = page.getByRole('dialog');
  const list = dialog.locator('input[type=file]');
  const [first, next, last] = OLD;
  // Expired before it was issued, a kind nobody knows: each at its cell, and nothing of the list is written.
  await list.setInputFiles(
    asList([first, [...next.slice(0, 6), '2017-05-31'], ['旅行证', ...last.slice(1)]]),
  );
  await dialog.getByText('2 行有问题，还没有写入').waitFor();
  await dialog.getByRole('rowheader', { name: /G3$/ }).waitFor();
  await dialog.getByRole('rowheader', { name: /A4$/ }).waitFor();
  expect(await dialog.getByRole('button', { name: '写入', exact: true }).isEnabled()).toBe(false);
  expect(await lookAt(page, 'custody-import')).toEqual([]);
  await list.setInputFiles(asList(OLD));
  await dialog.getByText('核对无误，可以写入').waitFor();
  await dialog.getByRole('button', { name: '写入 3 本' }).click();
  await said(page, '已导入：新增 3 本，更新 0 本');
  await page.getByRole('button', { name: '导入导出' }).click();
  await page.getByRole('button', { name: '从表格导入' }).click();
  await list.setInputFiles(asList(OLD));
  await dialog.getByText('与台账完全一致，没有要写入的').waitFor();
  await dialog.getByRole('button', { name: '先不导入' }).click();

  const shelf = `${LIST}?q=${encodeURIComponent('戊柜')}`;
  await desk.open(shelf);
  await choosesAll(page);
  await takesMany(page, '办理注销（列成清册，两人办理）', async () => {
    await page.getByRole('combobox', { name: /原因/ }).selectOption({ label: '有效期满' });
  });
  await said(page, '已提出，3 本等另一人整份确认');
  expect(await page.getByText('待第二人确认').count()).toBe(3);
  await confirmsWhole(second.page, '办理注销');

  await desk.open(shelf);
  await choosesAll(page);
  await takesMany(page, '列入销毁');
  await said(page, '已办理 3 本');
  await desk.open(shelf);
  await choosesAll(page);
  await takesMany(page, '销毁（列成清册，两人办理）', () =>
    fills(page, { method: '粉碎', place: '机关文印中心' }),
  );
  await said(page, '已提出，3 本等另一人整份确认');
  await confirmsWhole(second.page, '销毁', async () => {
    await second.page.getByText('方式：粉碎；地点：机关文印中心').waitFor();
    expect(await lookAt(second.page, 'custody-whole-list')).toEqual([]);
  });
  const destroyed = await paper(second.page, '出具证照销毁清册');
  const named = OLD.flatMap(([, number, , holder]) => [number, holder]);
  for (const words of ['因公证照销毁清册', '以上共3本', '销毁人', '监销人', ...named])
    expect(destroyed).toContain(words);
  await leave(second);
  await leave(desk);
});

/** The second person follows the message, reads all of the list, and confirms it once. */
async function confirmsWhole(page: Page, label: string, looks?: () => Promise<void>): Promise<void> {
  await page.goto('/desk/notices');
  await page
    .getByText(new RegExp(`等3本的清册：.*提出“${label}”`))
    .first()
    .click();
  // One alone is neither agreed to nor refused.
  await page.getByRole('link', { name: '看整份清册（3 本）' }).waitFor();
  expect(await page.getByRole('button', { name: `同意${label}` }).count()).toBe(0);
  await page.getByRole('link', { name: '看整份清册（3 本）' }).click();
  await page.getByRole('region', { name: `“${label}”等第二人确认：整份清册 3 本` }).waitFor();
  await looks?.();
  await page.getByRole('button', { name: `同意${label}，整份清册 3 本` }).click();
  await said(page, `已确认${label}，共 3 本`);
  await page.getByRole('region', { name: '整份清册 3 本，两人已经办理' }).waitFor();
}

test('a clerk keeps the passports of the own unit on a telephone, and sees no others', {
  timeout: 120_000,
}, async () => {
  const clerk = await visit('commerce-filer', { device: 'phone' });
  const { page } = clerk;
  await clerk.open('/hall/kept/custody-own');
  await settled(page);
  await page.getByText('方知微').or(page.getByText('机要柜1层01格')).first().waitFor();
  expect(await lookAt(page, 'custody-own')).toEqual([]);
  // Its holder retires: handed in to the office, with the reason.
  await page
    .getByRole('link', { name: /机要柜1层01格/ })
    .first()
    .tap();
  await begins(page, '上交');
  await fills(page, { handedOn: '2026-03-10', why: '持有人退休' });
  await ends(page, '上交');
  await said(page, '已上交');
  await page.getByText(/^已上交，今天起/).waitFor();
  const other = await visit('education-filer', { device: 'phone' });
  await other.open('/hall/kept/custody-own');
  await settled(other.page);
  expect(await other.page.getByText('机要柜').count()).toBe(0);
  await leave(other);
  await leave(clerk);
});
