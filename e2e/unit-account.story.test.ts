import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { portrait } from '../catalogue/shared/demo/portrait.ts';
import { picture, seal, signature } from '../catalogue/shared/demo/picture.ts';
import { accountForm } from '../catalogue/resource/unit-account/form.ts';
import { sampleFile } from '../catalogue/shared/sample-upload.ts';
import { type Visitor, shot } from './harness/browser.ts';
import { confirm, decide, openFromInbox, said } from './harness/desk.ts';
import { addRow, answer, fieldAround, pickNamed } from './harness/fill-form.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';
import { agreed } from './harness/trips.ts';
import { call } from './harness/wire.ts';

const office = officeFixture();
const { visit, leave } = office;
const UNIT = '澜洲市商务局';
const FILER = 'lanzhou-demo-commerce-filer';
const NEW = { name: '温知夏', username: 'wenzhixia', password: 'Zhixia-2026-Lanzhou' };
/** A code sound by both check characters, and the same with a wrong one: GB 32100-2015. */
const CODE = '91350100M000100Y43';
const WRONG = '91350100M000100Y44';
const ROAD = 'lanzhou-demo-commerce-signer lanzhou-demo-reviewer lanzhou-demo-leader';
const { matter, certificate, seal: sealed, signers, clerks, handover } = accountForm;
const CONFIRMED = '本单位尚未开户备案，或备案还没有得到确认';

let filer: Visitor;
let successor: Visitor;

const scan = (name: string) => [{ ...sampleFile(name, name) }];
const idIn = (page: Page): string => /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';

/** Begins a filing in the hall. */
async function begins(page: Page, service: string): Promise<string> {
  await page.goto('/hall');
  await page.getByRole('heading', { name: service, exact: true }).click();
  await page.getByRole('button', { name: '开始申报' }).click();
  await page.getByRole('navigation', { name: '填报进度' }).waitFor();
  return idIn(page);
}

/** Goes to a section of the form. */
const section = async (page: Page, name: string): Promise<void> =>
  await page.getByRole('navigation', { name: '填报进度' }).getByRole('link', { name }).click();

/** Reads the sheet and hands it in. */
async function handsIn(page: Page, title: string): Promise<void> {
  await section(page, '核对并提交');
  await page.getByText('预审通过').waitFor();
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Hands in a picture where a specimen is asked for. */
async function draws(page: Page, at: readonly (string | number)[], name: string, n: number): Promise<void> {
  const bytes = picture(80, [196, 30, 38], n === 0 ? seal : signature(n));
  await fieldAround(page, at)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(bytes) });
  // The one file is there: nothing asks for another, and the input is gone.
  await page.getByRole('link', { name }).waitFor();
}

beforeAll(async () => {
  filer = await visit(FILER);
});

describe('a unit and its account', () => {
  test('closes it; from then on the clerk drafts and does not file', { timeout: 300_000 }, async () => {
    const { page } = filer;
    const wire = await call(office.address, FILER);
    const closing = await wire.draft('unit-account', {
      matter: 'close',
      unit: UNIT,
      reason: '机构调整，重新开户',
      letter: scan('申请函'),
    });
    await page.goto(`/hall/cases/${closing}/edit`);
    await handsIn(page, `${UNIT}注销`);
    await agreed(office.address, closing, ROAD);
    await page.goto(`/hall/cases/${closing}`);
    await page.getByText('备案注销通知').first().waitFor();

    await begins(page, '因公临时出国任务');
    await section(page, '核对并提交');
    await page.getByText(CONFIRMED).first().waitFor();
    await shot(page, 'unit-account-stopped');
    expect(await page.getByRole('button', { name: '提交审批' }).isEnabled()).toBe(false);
  });

  test('opens it anew: a wrong code is said at its field, the city confirms, the receipt is there', {
    timeout: 300_000,
  }, async () => {
    const { page } = filer;
    const id = await begins(page, '单位开户备案');
    await answer(page, matter.fields, { matter: 'open' }, ['matter']);
    await section(page, certificate.title);
    await answer(page, certificate.fields, { uscc: WRONG }, ['uscc']);
    await fieldAround(page, ['uscc']).getByText('校验位不符').first().waitFor();
    await answer(page, certificate.fields, { uscc: CODE, certificate: [] }, ['uscc', 'certificate']);
    await section(page, sealed.title);
    await draws(page, ['seal'], '公章.png', 0);
    await answer(page, sealed.fields, { letter: [], commitment: [] }, ['letter', 'commitment']);
    await section(page, signers.title);
    const signer = { name: '周签批', post: '副局长' };
    await addRow(page, signers.fields.signers, ['signers', 0], signer, { matter: 'open' }, true);
    await draws(page, ['signers', 0, 'specimen'], '签字.png', 3);
    await page.getByRole('button', { name: '填好了' }).click();
    await section(page, clerks.title);
    const clerk = { name: '原专办员', login: FILER, phone: '13900000000' };
    await addRow(page, clerks.fields.clerks, ['clerks', 0], clerk, { matter: 'open' }, true);
    // Without a photograph there will be no card: said where it belongs, long before anybody decides.
    const photo = fieldAround(page, ['clerks', 0, 'photo']);
    await photo.getByText('没有照片，确认后印不出专办员证').first().waitFor();
    const give = (name: string, buffer: Uint8Array, mimeType = 'image/jpeg') =>
      photo.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(buffer) });
    filer.expect(/422/);
    await give('半张.jpg', portrait().subarray(0, 900));
    await photo.getByText('照片不是完整的 JPEG 文件').waitFor();
    await give('一寸照.jpg', portrait());
    await page.getByRole('link', { name: '一寸照.jpg' }).waitFor();
    await page.getByText('没有照片，确认后印不出专办员证').waitFor({ state: 'detached' });
    expect(await lookAt(page, 'clerk-photo')).toEqual([]);
    await page.getByRole('button', { name: '填好了' }).click();
    await shot(page, 'unit-account-form');
    await handsIn(page, `${UNIT}开户备案`);
    await agreed(office.address, id, 'lanzhou-demo-commerce-signer lanzhou-demo-reviewer');
    const leader = await visit('lanzhou-demo-leader');
    await openFromInbox(leader.page, id);
    await shot(leader.page, 'unit-account-review');
    await decide(leader.page, '确认');
    await leave(leader);
    await page.goto(`/hall/cases/${id}`);
    await page.getByText('备案回执').first().waitFor();
    await begins(page, '因公临时出国任务');
    await section(page, '核对并提交');
    await settled(page);
    expect(await page.getByText(CONFIRMED).count()).toBe(0);
  });

  test('has its seal and signatures beside the signed letter, where the office reviews it', {
    timeout: 300_000,
  }, async () => {
    const wire = await call(office.address, FILER);
    const id = await wire.draft('unit-account', {
      matter: 'change',
      unit: UNIT,
      changes: ['clerks'],
      reason: '增加一名专办员',
      letter: scan('申请函'),
      clerks: [{ name: NEW.name, login: NEW.username, phone: '13900000001' }],
    });
    const { page } = filer;
    // The log-in is opened by the administrators first: until then nobody may be put on file for it.
    await page.goto(`/hall/cases/${id}/edit`);
    await section(page, '核对并提交');
    await page.getByText(`“${NEW.username}”不是本单位可用的专办员登录`).first().waitFor();
    successor = await logIn();
    await page.reload();
    await handsIn(page, `${UNIT}变更`);
    await agreed(office.address, id, 'lanzhou-demo-commerce-signer');
    const reviewer = await visit('lanzhou-demo-reviewer');
    await openFromInbox(reviewer.page, id);
    const on = reviewer.page.getByRole('region', { name: '留存样本' });
    for (const name of [`公章 ${UNIT}`, '签批人签字 周签批 副局长']) {
      const drawn = on.getByRole('img', { name });
      const width = () => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth);
      await expect.poll(width, { timeout: 15_000 }).toBe(80);
    }
    await shot(reviewer.page, 'unit-account-specimens');
    await leave(reviewer);
    await agreed(office.address, id, 'lanzhou-demo-reviewer lanzhou-demo-leader');
  });
});

/** The first administrator opens a log-in, the second asks for its right, the first confirms; then its owner comes in. */
async function logIn(): Promise<Visitor> {
  const system = await visit('sysadmin');
  const { page } = system;
  await page.goto('/admin/people');
  await page.getByRole('button', { name: '新建账户' }).click();
  await page.getByRole('dialog').getByLabel('姓名').fill(NEW.name);
  await page.getByRole('dialog').getByLabel('用户名').fill(NEW.username);
  await pickNamed(page, ['org'], UNIT);
  await page.getByRole('button', { name: '开户', exact: true }).click();
  await page.getByRole('heading', { name: `已为${NEW.name}开户` }).waitFor();
  const first = (await page.locator('.password-once').textContent()) ?? '';
  await page.getByRole('button', { name: '已转交' }).click();
  const security = await visit('secadmin');
  await security.page.goto('/admin/people');
  await security.page.getByRole('searchbox', { name: '搜索姓名或用户名' }).fill(NEW.name);
  const row = security.page.getByRole('row').filter({ hasText: NEW.name });
  await row.getByRole('button', { name: '角色' }).click();
  await pickNamed(security.page, ['role'], '专办员');
  await security.page.getByRole('button', { name: '提交授权，待确认' }).click();
  await said(security.page, '已提交，等待系统管理员确认');
  await leave(security);
  await page.goto('/admin/grants');
  await page.getByRole('row').filter({ hasText: NEW.name }).getByRole('button', { name: '确认授权' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认授权', exact: true }).click();
  await said(page, '已生效');
  await leave(system);
  const owner = await visit(null);
  owner.expect(/401/);
  await owner.open('/login');
  await owner.page.getByLabel('用户名').fill(NEW.username);
  await owner.page.getByLabel('密码', { exact: true }).fill(first);
  await owner.page.getByRole('button', { name: '登录', exact: true }).click();
  await owner.page.getByLabel('现在的密码').fill(first);
  await owner.page.getByLabel('新密码', { exact: true }).fill(NEW.password);
  await owner.page.getByLabel('再输一遍新密码').fill(NEW.password);
  await owner.page.getByRole('button', { name: '修改密码' }).click();
  await owner.page.getByRole('heading', { name: '因公临时出国任务' }).waitFor();
  return owner;
}

describe('a clerk who leaves', () => {
  test('hands the open cases over by a list both sign, and the log-in ends', {
    timeout: 300_000,
  }, async () => {
    const { page } = filer;
    const id = await begins(page, '单位开户备案');
    await answer(page, matter.fields, { matter: 'handover', reason: '工作调动' }, ['matter', 'reason']);
    await section(page, handover.title);
    const asked = ['from', 'to', 'absent'];
    await answer(page, handover.fields, { from: FILER, to: FILER, absent: false }, asked);
    await fieldAround(page, ['to']).getByText('不能移交给自己').waitFor();
    await answer(page, handover.fields, { to: NEW.username }, ['to']);
    await page.getByText(`移交${NEW.name}`).first().waitFor();
    await shot(page, 'unit-account-handover');
    await handsIn(page, `${UNIT}专办员交接`);

    await successor.page.goto(`/hall/cases/${id}`);
    await successor.page.getByRole('button', { name: '签字', exact: true }).click();
    await shot(successor.page, 'unit-account-sign');
    await confirm(successor.page, '签字');
    filer.expect(/401/);
    await agreed(office.address, id, ROAD);

    await page.goto('/hall/cases');
    await page.getByLabel('用户名').waitFor();
    await successor.page.goto('/hall/cases');
    await successor.page
      .getByRole('link', { name: /因公临时出国|未命名|出国/ })
      .first()
      .waitFor();
    await successor.page.goto(`/hall/cases/${id}`);
    await successor.page.getByText('办件移交清单').first().waitFor();
    await shot(successor.page, 'unit-account-handed-over');
  });
});

describe('who must be trained', () => {
  test('comes out by office, on screen and as a table', { timeout: 180_000 }, async () => {
    const window = await visit('window');
    const { page } = window;
    await page.goto('/desk/kept/unit-account-clerk');
    await page.getByRole('heading', { level: 1, name: '专办员备案' }).waitFor();
    await page.getByText('应培训').first().waitFor();
    await shot(page, 'unit-account-clerks');
    await page.goto('/desk/kept/unit-account-clerk?stage=due');
    await settled(page);
    await page.getByText('平澜市商务局').first().waitFor();
    await leave(window);
  });
});
