import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sisterCityForm } from '../catalogue/friendship/sister-city/form.ts';
import { said } from './harness/desk.ts';
import { answer, inputAt } from './harness/fill-form.ts';
import { begins, ends, fills, opens } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
const LIST = '/desk/kept/sister-city';
const TITLE = '云泽省与巴里市';
const PAIR = {
  ours: '云泽省',
  ourLevel: 'province',
  theirs: '巴里市',
  country: '意大利',
  relation: 'sister',
};
const fields = { ...sisterCityForm.pair.fields };

/** Fills in the pair and says it is to be entered. */
async function enter(page: Page, pair: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${LIST}/new`);
  await settled(page);
  await answer(page, fields, pair, Object.keys(pair));
  await page.getByRole('button', { name: '登记', exact: true }).click();
}

/** Takes the open row the way its likely button says, with what is asked. */
async function move(page: Page, label: string, given: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  await finish(page, label, given);
}

async function finish(page: Page, label: string, given: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [key, value] of Object.entries(given)) await inputAt(page, [key]).fill(value);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await said(page, `已${label}`);
}

/** Drags something onto something else, as a hand does: with moves on the way. */
async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag, or nowhere to drag it');
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height / 2, { steps: 3 });
  await page.mouse.move(to.x + 20, to.y + 40, { steps: 5 });
  await page.mouse.up();
}

/** Opens a row by its name from the list. */
async function open(page: Page, title: string): Promise<void> {
  await page.goto(`${LIST}?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

test('a wish becomes a pair on the list, and no agreement is signed before the association has answered', {
  timeout: 240_000,
}, async () => {
  const head = await visit('friendship-head');
  const { page } = head;
  await head.open('/insight/registers');
  await page.getByRole('link', { name: /国际友城/ }).click();
  await page.getByRole('heading', { level: 1, name: '国际友城' }).waitFor();
  expect(await lookAt(page, 'sister-cities')).toEqual([]);
  await page.goto(`${LIST}?view=board`);
  expect(await lookAt(page, 'sister-cities-board')).toEqual([]);
  await page.goto(LIST);
  await page.getByRole('link', { name: '登记友城' }).click();
  await page.getByRole('heading', { level: 1, name: '登记友城' }).waitFor();
  // Nothing is sent before the questions that must be answered are.
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('还不能登记，请先处理 5 处').waitFor();
  await enter(page, PAIR);
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByText(/^意向，今天起/).waitFor();

  await move(page, '签署备忘录', { day: '2026-03-02', until: '2029-03-01' });
  await move(page, '开始交往');
  await move(page, '报省外办审核', { day: '2026-03-03' });
  await move(page, '征求使领馆意见', { day: '2026-03-04' });
  await move(page, '报省政府批准', { day: '2026-03-05', opinion: '使馆无不同意见' });
  await move(page, '报全国友协', { day: '2026-03-06', opinion: '同意报批' });

  // The board keeps the pair out of 签署 and says why; what is missing is recorded in the card.
  await page.goto(`${LIST}?view=board&q=${encodeURIComponent('巴里市')}`);
  await page.getByRole('button', { name: `移动“${TITLE}”` }).click();
  const doors = page.getByRole('dialog');
  await doors.getByText('签署前，先录入全国友协批复文号').waitFor();
  expect(await doors.getByRole('button', { name: '准备签署' }).count()).toBe(0);
  await doors.getByText('只能由“签署”、“休眠”到这里').waitFor();
  await page.keyboard.press('Escape');
  const card = page.getByRole('article').filter({ hasText: TITLE });
  const signing = page.getByRole('region', { name: /^签署，/ });
  await drag(page, card, signing);
  await page
    .getByRole('list', { name: '提示' })
    .getByText(/还不能移到这里：签署前/)
    .waitFor();
  await page.getByRole('button', { name: TITLE, exact: true }).click();
  await page.getByRole('region', { name: '签署前，先录入全国友协批复文号' }).waitFor();
  await move(page, '录入友协批复', { number: '友协函〔2026〕88号', day: '2026-03-09' });

  // With the number on record the same card is let through.
  await page.getByRole('button', { name: `移动“${TITLE}”` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '准备签署' }).click();
  await finish(page, '准备签署', {});
  await open(page, TITLE);
  await move(page, '登记签署', { day: '2026-03-10', place: '巴里', signers: '省长、市长' });
  await page.getByText(/^在册，今天起/).waitFor();
  const story = page.getByRole('list', { name: '经过' });
  expect(await story.getByRole('listitem').filter({ hasText: '秦星野' }).count()).toBeGreaterThanOrEqual(9);
  await story.getByText('友协函〔2026〕88号').waitFor();
  expect(await lookAt(page, 'sister-city-row')).toEqual([]);
  await leave(head);
});

test('the same pair is not entered twice, and a namesake only with the reason', {
  timeout: 120_000,
}, async () => {
  const head = await visit('friendship-head');
  head.expect(/422/);
  const { page } = head;
  const known = {
    ours: '平澜市',
    ourLevel: 'city',
    theirs: '尼什市',
    country: '塞尔维亚',
    relation: 'sister',
  };
  await enter(page, known);
  const taken = page.getByRole('alert').filter({ hasText: '已经登记过' });
  await taken.getByRole('link', { name: '平澜市与尼什市' }).waitFor();
  await inputAt(page, ['ours']).fill('云泽省');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const near = page.getByRole('alert').filter({ hasText: '可能已经登记过' });
  await near.getByRole('link', { name: '平澜市与尼什市' }).waitFor();
  await near.getByLabel('为什么是另一个').fill('省与市各自结好');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '云泽省与尼什市' }).waitFor();
  await page.getByText('与相近的不是同一个：省与市各自结好').waitFor();
  await leave(head);
});

test('two people change one pair: both changes are seen, nothing typed is lost', {
  timeout: 120_000,
}, async () => {
  const [head, handler] = [await visit('friendship-head'), await visit('handler')];
  head.expect(/409/);
  for (const { page } of [head, handler]) {
    await open(page, '澜洲市与杜伊斯堡市');
    await page.getByRole('link', { name: '修改' }).click();
    await page.getByRole('heading', { level: 1, name: '修改：澜洲市与杜伊斯堡市' }).waitFor();
  }
  await inputAt(handler.page, ['industries']).fill('港口、物流');
  await inputAt(handler.page, ['population']).fill('50');
  await handler.page.getByRole('button', { name: '保存', exact: true }).click();
  await said(handler.page, '已保存');

  const { page } = head;
  await inputAt(page, ['population']).fill('51');
  await inputAt(page, ['mayor']).fill('林克');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('还没有保存，您填写的内容都在。').waitFor();
  await page.getByRole('button', { name: '看看有什么不同' }).click();
  const dialog = page.getByRole('dialog');
  const people = dialog.getByRole('group', { name: /外方人口.*两边都改了/ });
  await people.getByRole('radio', { name: /50 万人/ }).waitFor();
  expect(await people.getByRole('radio', { name: /^您/ }).isChecked()).toBe(true);
  const industries = dialog.getByRole('group', { name: /主要产业/ });
  expect(await industries.getByRole('radio', { name: /港口、物流/ }).isChecked()).toBe(true);
  await dialog.getByRole('button', { name: '按所选合在一起' }).click();
  expect(await inputAt(page, ['industries']).inputValue()).toBe('港口、物流');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await said(page, '已保存');
  const story = page.getByRole('list', { name: '经过' });
  await story.getByText(/51\s*万人/).waitFor();
  await story.getByText('林克').waitFor();
  await leave(head);
  await leave(handler);
});

test('what needs two is asked by one and done by another', { timeout: 120_000 }, async () => {
  const [head, handler] = [await visit('friendship-head'), await visit('handler')];
  await open(head.page, '白鹭洲市与茂物市');
  await head.page.getByText('您自己不能确认').waitFor();
  await open(handler.page, '白鹭洲市与茂物市');
  await handler.page.getByRole('button', { name: '同意终止' }).click();
  await said(handler.page, '已确认终止');
  await handler.page.getByText(/^终止，今天起/).waitFor();
  await leave(head);
  await leave(handler);
});

test('what is exported is read back and changes nothing; a list with faults names each cell and is not written', {
  timeout: 120_000,
}, async () => {
  const head = await visit('friendship-head');
  const { page } = head;
  await head.open(LIST);
  await page.getByRole('button', { name: '导入导出' }).click();
  const href = await page.getByRole('link', { name: '导出眼前这些（CSV）' }).getAttribute('href');
  const csv = await (await page.request.get(href ?? '')).text();
  await page.getByRole('button', { name: '从表格导入' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (name: string, text: string): Promise<void> =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('台账.csv', csv);
  await dialog.getByText('与台账完全一致，没有要写入的').waitFor();
  await choose(
    '新的.csv',
    '我方城市,我方层级,外方城市,国家,关系类型\n云泽省,省级,里昂市,法国,友好城市\n云泽省,省级,,法国,友好城市\n',
  );
  await dialog.getByText('1 行有问题，还没有写入').waitFor();
  await dialog.getByRole('row', { name: /C3|第 3 行/ }).waitFor();
  await choose('新的.csv', '我方城市,我方层级,外方城市,国家,关系类型\n云泽省,省级,里昂市,法国,友好城市\n');
  await dialog.getByRole('button', { name: '写入 1 对' }).click();
  await said(page, '已导入：新增 1 对，更新 0 对');
  await page.getByRole('link', { name: '云泽省与里昂市' }).waitFor();
  await leave(head);
});

test('the list is a workplace: parts of the whole, filters, keys, a view of one’s own; on the phone as cards', {
  timeout: 180_000,
}, async () => {
  const head = await visit('friendship-head');
  const { page } = head;
  await head.open(LIST);
  const grid = page.getByRole('grid', { name: '国际友城' });
  await grid.getByRole('link', { name: '石家庄市与长野市' }).waitFor();
  await page.getByRole('button', { name: /^备忘录/ }).click();
  await page.getByText(/现在看“备忘录”的 \d+ 对/).waitFor();
  await page.getByRole('button', { name: '存下现在的筛选' }).click();
  await page.getByLabel('叫什么').fill('有备忘录的');
  await page.getByRole('button', { name: '存下', exact: true }).click();
  await page.getByRole('button', { name: /^备忘录/ }).click();
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByLabel('国家').selectOption('日本');
  await page.keyboard.press('Escape');
  await expect.poll(() => grid.getByRole('link').count()).toBe(2);
  await page.getByRole('button', { name: '国家：日本' }).click();
  await page.getByRole('button', { name: '有备忘录的' }).first().click();
  await expect.poll(() => grid.getByRole('link').count()).toBe(3);
  await page.getByLabel('排序').selectOption({ label: '按到期先后' });
  await grid.getByText('30 天内到期').waitFor();
  await page.keyboard.press('Escape');
  await grid.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('v');
  await page.getByRole('complementary', { name: '云泽省与横滨市' }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('complementary', { name: '澜洲市与釜山广域市' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await lookAt(page, 'sister-city-list')).toEqual([]);
  await head.open(`${LIST}?view=board`);
  expect(await lookAt(page, 'sister-city-board')).toEqual([]);
  await leave(head);

  const phone = await visit('friendship-head', { device: 'phone' });
  await phone.open('/desk/more');
  await phone.page.getByRole('link', { name: /^台账/ }).click();
  await phone.page.getByRole('link', { name: /国际友城/ }).click();
  await phone.page.getByRole('searchbox').fill('尼什');
  await phone.page.getByRole('link', { name: /平澜市与尼什市/ }).click();
  await move(phone.page, '录入友协批复', { number: '友协函〔2026〕90号', day: '2026-03-09' });
  await phone.page.getByRole('button', { name: '准备签署' }).waitFor();
  await leave(phone);
});

test('a friend abroad is met, goes its way to an honour only once it is known, and is put aside with a reason', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('handler');
  const { page } = desk;
  desk.expect(/status of 422/);
  const FRIENDS = '/desk/kept/friend-abroad';
  await desk.open(FRIENDS);
  await settled(page);
  expect(await lookAt(page, 'friends')).toEqual([]);
  await opens(page, FRIENDS, '卡洛斯·席尔瓦（演示） Carlos Silva (demo)', '卡洛斯');
  // Met once, and nobody who knows him is named: both are said before anything is asked.
  await page.getByRole('region', { name: '往来只有1次，要2次' }).waitFor();
  await page.getByRole('region', { name: '没有熟悉的人' }).waitFor();
  await begins(page, '记一次往来');
  await fills(page, { on: '2026-03-11', ours: '友好城市处' });
  await page.getByRole('radio', { name: '视频', exact: true }).check();
  await ends(page, '记一次往来');
  await page.getByText('「日期」还没有到').first().waitFor();
  await fills(page, { on: '2026-03-09' });
  await ends(page, '记一次往来');
  await said(page, '已记一次往来');
  await expect.poll(() => page.getByRole('region', { name: '往来只有1次，要2次' }).count()).toBe(0);
  await page.getByRole('region', { name: '没有熟悉的人' }).waitFor();
  expect(await lookAt(page, 'friend')).toEqual([]);

  await begins(page, '久未往来');
  await ends(page, '久未往来');
  await page.getByRole('dialog').getByText('请填写').first().waitFor();
  await fills(page, { why: '任期已满回国，暂无联系' });
  await ends(page, '久未往来');
  await said(page, '已久未往来');
  await page.getByText(/^久未往来，今天起/).waitFor();
  await page.getByText('任期已满回国，暂无联系').first().waitFor();
  await leave(desk);

  // On a telephone: likes are read by whoever keeps friends, taboos stand masked before the window.
  const window = await visit('window', { device: 'phone' });
  await window.open(`${FRIENDS}?q=${encodeURIComponent('安娜')}`);
  await settled(window.page);
  await window.page.getByText('安娜·施密特（演示）').first().waitFor();
  expect(await window.page.getByText('素食').count()).toBe(0);
  expect(await lookAt(window.page, 'friends-phone')).toEqual([]);
  await leave(window);
});
