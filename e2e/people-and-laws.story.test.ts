import { expect, test } from 'vitest';
import { lawForm } from '../catalogue/office/law/form.ts';
import { personForm } from '../catalogue/resource/person/form.ts';
import { said } from './harness/desk.ts';
import { answer, inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { begins, ends, fills, picks, takesMany } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();
/** A number sound by its check character, of nobody: GB 11643-1999, annex. */
const NUMBER = '11010519491231002X';
const UNIT = '云泽省商务厅';
const who = personForm.who.fields;
const source = personForm.origin.fields;
const REFUSED = /status of 422/;

test('a unit puts its people on record once: faults are said at their field, a second entry is refused, two of one person become one', {
  timeout: 240_000,
}, async () => {
  const clerk = await visit('commerce-filer');
  const { page } = clerk;
  clerk.expect(REFUSED);
  await clerk.open('/hall/kept/person');
  await settled(page);
  await page.getByRole('heading', { level: 1, name: '人员库' }).waitFor();
  await page.getByText('孟明远').first().waitFor();
  expect(await lookAt(page, 'people')).toEqual([]);

  const enters = async (person: Readonly<Record<string, string | boolean>>): Promise<void> => {
    await clerk.open('/hall/kept/person/new');
    await settled(page);
    await answer(page, who, person, Object.keys(person));
    await picks(page, ['unit'], UNIT);
    await answer(page, source, { origin: 'unit', ground: 'duty' }, ['origin', 'ground']);
  };
  const save = (): Promise<void> => page.getByRole('button', { name: '登记', exact: true }).click();
  await enters({ name: '裴若衡', foreign: false, citizenId: NUMBER, birth: '1949-12-30' });
  await save();
  await page.getByText('出生日期与身份证号里的不一致').first().waitFor();
  await inputAt(page, ['birth']).fill('1949-12-31');
  await save();
  await page.getByRole('heading', { level: 1, name: '裴若衡' }).waitFor();
  expect(await lookAt(page, 'person')).toEqual([]);

  await enters({ name: '裴若衡', foreign: false, citizenId: NUMBER });
  await save();
  await page.getByRole('alert').filter({ hasText: '已经登记过' }).waitFor();

  // The same man by name and birthday without his number: only with the reason, and merged once somebody sees it.
  await enters({ name: '裴若衡', foreign: false, birth: '1949-12-31' });
  await save();
  const near = page.getByRole('alert').filter({ hasText: '可能已经登记过' });
  await near.getByLabel('为什么是另一个').fill('报来的名单没有身份证号，先登记');
  await save();
  await page.getByText('与相近的不是同一个：报来的名单没有身份证号，先登记').waitFor();
  await begins(page, '合并到另一条');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('输入名称查找').fill('裴若衡');
  await dialog.getByRole('radio', { name: /裴若衡/ }).check();
  await dialog.getByLabel('原因').fill('核对后是同一个人');
  await ends(page, '合并');
  await page.getByRole('region', { name: '已并入另一条' }).getByRole('link', { name: '裴若衡' }).click();
  await page.getByText(/“裴若衡”并入：核对后是同一个人/).waitFor();

  // Left the unit: off the list, with why; nothing is deleted.
  await begins(page, '注销');
  await page.getByRole('dialog').getByLabel('原因').fill('退休');
  await ends(page, '注销');
  await said(page, '已注销');
  await page.getByRole('button', { name: '恢复' }).waitFor();
  await clerk.open(`/hall/kept/person?q=${encodeURIComponent('裴若衡')}`);
  await page.getByText('没有符合条件的').waitFor();

  const other = await visit('education-filer');
  await other.open('/hall/kept/person');
  await settled(other.page);
  expect(await other.page.getByText('孟明远').count()).toBe(0);
  await leave(other);
  await leave(clerk);
});

const LAWS = '/desk/kept/law';
const OLD_RULE = '云泽省外事工作暂行办法';

test('a rule is read, its end is announced and warned of, and wherever it is cited its name leads to it', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('handler');
  const { page } = desk;
  desk.expect(REFUSED);
  await desk.open(LAWS);
  await settled(page);
  expect(await lookAt(page, 'laws')).toEqual([]);
  await desk.open(`${LAWS}/new`);
  await settled(page);
  const law = { title: OLD_RULE, number: '云外办〔2011〕7号', sort: 'local', read: 'whole' };
  await answer(page, lawForm.law.fields, law, Object.keys(law));
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('写着原文已核，没有写文本来源').first().waitFor();
  await fills(page, { source: '省政府公报2011年第9期' });
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `云外办〔2011〕7号 ${OLD_RULE}` }).waitFor();

  await begins(page, '登记将废止');
  await fills(page, { until: '2026-04-30', by: '云外办〔2026〕3号' });
  await ends(page, '登记将废止');
  await said(page, '已登记将废止');
  // Not before its day, and said on its page from ninety days before.
  await page.getByRole('region', { name: '2026-04-30起才失效，现在仍须执行' }).waitFor();
  await page.getByRole('region', { name: /天后失效$/ }).waitFor();
  expect(await lookAt(page, 'law')).toEqual([]);

  // On a pair of cities that waits for the reply the rule stands by its name, which leads here, with what is known of it.
  await desk.open('/desk/kept/sister-city?stage=association');
  await settled(page);
  await page.getByRole('gridcell').getByRole('link').first().click();
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: /^依据：/ })
    .first()
    .click();
  const rule = page
    .getByRole('link', { name: '《友好城市工作管理规定》（中国人民对外友好协会，2002）' })
    .first();
  await rule.waitFor();
  await page.getByText('（原文未核）').first().waitFor();
  await rule.click();
  await page.getByRole('heading', { level: 1, name: /友好城市工作管理规定/ }).waitFor();
  await leave(desk);
});

test('one act on many rows is done to all of them or to none, each fault beside the name of its row', {
  timeout: 240_000,
}, async () => {
  const desk = await visit('handler');
  const { page } = desk;
  desk.expect(REFUSED);
  const list = `${LAWS}?q=${encodeURIComponent('领导干部')}`;
  await desk.open(list);
  await settled(page);
  await page.getByRole('button', { name: '多选' }).click();
  const boxes = page.getByRole('checkbox', { name: /^选中/ });
  const chosen: string[] = [];
  for (const n of [0, 1]) {
    await boxes.nth(n).check();
    chosen.push(((await boxes.nth(n).getAttribute('aria-label')) ?? '').replace('选中', ''));
  }
  await page.getByText('已选 2 件').waitFor();
  expect(await lookAt(page, 'laws-many')).toEqual([]);
  // Neither says where it was read.
  await takesMany(page, '把“原文核对”改成一样', async () => {
    await page.getByRole('dialog').getByText('原文已核', { exact: true }).click();
  });
  await page.getByRole('dialog').getByText('没有办理，有 2 处要先处理').waitFor();
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: /^办什么/ })
    .selectOption({ label: '核对原文' });
  await page.getByRole('dialog').getByText('所引条款已核', { exact: true }).click();
  await fills(page, { source: '各省人民政府网站，2026年3月' });
  await ends(page, '全部办理');
  await said(page, '已办理 2 件');
  await desk.open(`${list}&f=${encodeURIComponent('["read=cited"]')}`);
  await settled(page);
  for (const name of chosen) await page.getByRole('link', { name, exact: true }).waitFor();
  await leave(desk);
});
