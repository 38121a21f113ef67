import { beforeAll, describe, expect, test } from 'vitest';
import { tripForm } from '../catalogue/outbound/trip/form.ts';
import { type Visitor, shot } from './harness/browser.ts';
import { said } from './harness/desk.ts';
import { addRow, fieldAround, inputAt, pickNamed, put } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';

const office = officeFixture();
const { visit, leave } = office;
const NEW = { name: '温知夏', username: 'wenzhixia', password: 'Zhixia-2026-Lanzhou' };
const SOURCE = '云外发〔2026〕9号（演示文件）';
const { exitDate, entryDate, legs } = tripForm.itinerary.fields;

let system: Visitor;
let security: Visitor;
let person: Visitor;
let initialPassword = '';

beforeAll(async () => {
  system = await visit('sysadmin');
  security = await visit('secadmin');
});

/** Moves the office's clock; everybody's. */
const days = async (by: number): Promise<void> =>
  void (await fetch(`${office.clock}/?days=${by}`, { method: 'POST' }));

/** The dialog of an account, opened by the administrator who may. */
async function openAccount({ page }: Visitor, name: string, verb: string): Promise<void> {
  await page.goto('/admin/people');
  await page.getByRole('searchbox', { name: '搜索姓名或用户名' }).fill(name);
  await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: verb }).click();
}

describe('three administrators share what no one of them may do alone', () => {
  test('the first opens an account, which may do nothing', async () => {
    const { page } = system;
    await page.goto('/admin/people');
    await page.getByRole('button', { name: '新建账户' }).click();
    const open = page.getByRole('button', { name: '开户', exact: true });
    // All that is missing is said at once, each at its field, and the first one asks for the next key.
    await inputAt(page, ['phone']).fill('139');
    await open.click();
    for (const [key, words] of [
      ['name', '请填写「姓名」'],
      ['username', '请填写「用户名」'],
      ['org', '请选择「所属机构」'],
      ['phone', '手机号'],
    ] as const)
      await fieldAround(page, [key]).locator('.field-problem').getByText(words).first().waitFor();
    expect(await inputAt(page, ['name']).evaluate((input) => input === document.activeElement)).toBe(true);
    await inputAt(page, ['phone']).fill('');
    await inputAt(page, ['name']).fill(NEW.name);
    await inputAt(page, ['username']).fill(NEW.username);
    // Left by a slip of the hand, it has kept what was typed.
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '新建账户' }).click();
    await page.getByText('这里是上次填写、还没有发送的内容').waitFor();
    expect(await inputAt(page, ['username']).inputValue()).toBe(NEW.username);
    await pickNamed(page, ['org'], '澜洲市商务局');
    await inputAt(page, ['username']).press('Enter');
    await page.getByRole('heading', { name: `已为${NEW.name}开户` }).waitFor();
    initialPassword = (await page.locator('.password-once').textContent()) ?? '';
    await page.getByRole('button', { name: '已转交' }).click();
    await page.getByRole('searchbox', { name: '搜索姓名或用户名' }).fill(NEW.name);
    await page.getByRole('row').filter({ hasText: NEW.name }).getByText('没有角色').waitFor();
    // Giving rights is another's trade.
    expect(await page.getByRole('button', { name: '角色', exact: true }).count()).toBe(0);
  });

  test('the second asks for a role; a business role for an administrator is refused with the reason', async () => {
    const { page } = security;
    await openAccount(security, NEW.name, '角色');
    await pickNamed(page, ['role'], '专办员');
    await page.getByRole('button', { name: '提交授权，待确认' }).click();
    await said(page, '已提交，等待系统管理员确认');
    await page.getByRole('button', { name: '关闭' }).last().click();

    security.expect(/422/);
    await openAccount(security, 'auditor', '角色');
    await pickNamed(page, ['role'], '经办人');
    await page.getByRole('button', { name: '提交授权，待确认' }).click();
    // Said beside the role, with who excludes whom.
    await page.locator('[id="role-problems"]').getByText('不能由同一人担任').waitFor();
    expect(await page.getByRole('dialog').getByText('待确认', { exact: true }).count()).toBe(0);
  });

  test('the first confirms; only now may the new clerk file, after choosing a password', async () => {
    const { page } = system;
    await page.goto('/admin/grants');
    await page
      .getByRole('row')
      .filter({ hasText: NEW.name })
      .getByRole('button', { name: '确认授权' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '确认授权', exact: true }).click();
    await said(page, '已生效');

    person = await visit(null);
    person.expect(/401/);
    await person.open('/login');
    await person.page.getByLabel('用户名').fill(NEW.username);
    await person.page.getByLabel('密码', { exact: true }).fill(initialPassword);
    await person.page.getByRole('button', { name: '登录', exact: true }).click();
    await person.page.getByLabel('现在的密码').fill(initialPassword);
    await person.page.getByLabel('新密码', { exact: true }).fill(NEW.password);
    await person.page.getByLabel('再输一遍新密码').fill(NEW.password);
    await person.page.getByRole('button', { name: '修改密码' }).click();
    await person.page.getByRole('heading', { name: '因公临时出国任务' }).waitFor();
  });

  test('the second makes a role of two, which may be granted once the first agreed', async () => {
    const { page } = security;
    const name = '证照管理员（含台账）';
    await page.goto('/admin/roles');
    await page.getByRole('button', { name: '新设角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByLabel('窗口受理员').check();
    await dialog.getByLabel('证照管理员').check();
    await dialog.getByRole('button', { name: '提出', exact: true }).click();
    await said(page, '已提出，等待系统管理员确认');
    await system.page.goto('/admin/requests');
    const asked = system.page.getByRole('row').filter({ hasText: name });
    await asked.getByText('权限：窗口受理员、证照管理员').waitFor();
    await asked.getByRole('button', { name: '确认' }).click();
    await system.page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
    await said(system.page, '已确认');
    await page.reload();
    await page
      .getByRole('region', { name: '自设角色', exact: true })
      .first()
      .getByText(name)
      .first()
      .waitFor();
    await openAccount(security, NEW.name, '角色');
    await pickNamed(page, ['role'], name);
    await page.getByRole('button', { name: '关闭' }).last().click();
  });

  test('the second sets a figure for tomorrow: today’s form knows nothing of it, tomorrow’s stops and cites it', async () => {
    const { page } = security;
    await page.goto('/admin/policies');
    await page.getByRole('searchbox', { name: '搜索数值、依据' }).fill('出访1国');
    await shot(page, 'admin-policies');
    const line = page.getByRole('article').filter({ hasText: '出访1国在外天数上限' });
    await line.getByRole('button', { name: '设定' }).click();
    await page.getByLabel('新的值').fill('4');
    await page.getByLabel('施行日期').fill('2026-03-11');
    await page.getByLabel('来源').fill(SOURCE);
    await page.getByRole('button', { name: '设定', exact: true }).last().click();
    await said(page, '已设定');
    await line.getByText('历次设定（1）').click();
    await line.getByText('未到施行日').waitFor();

    const form = person.page;
    await form.getByRole('heading', { name: '因公临时出国任务' }).click();
    await form.getByRole('button', { name: '开始申报' }).click();
    await form.getByRole('navigation', { name: '填报进度' }).getByRole('link', { name: '行程' }).click();
    await put(form, exitDate, ['exitDate'], '2026-05-04');
    await put(form, entryDate, ['entryDate'], '2026-05-08');
    await addRow(form, legs, ['legs', 0], { country: '日本', city: '长野', transit: false }, {});
    const field = fieldAround(form, ['entryDate']);
    await field.getByText('在外5天').waitFor({ state: 'detached' });
    await form.getByText(/^已保存/).waitFor();
    const address = form.url();

    // A day later every session has ended, as it should; whoever is still there would be shown to the door.
    for (const one of [system, security, person]) await leave(one);
    await days(1);
    try {
      person = await visit(null);
      person.expect(/401/);
      await person.open(address);
      await person.page.getByLabel('用户名').fill(NEW.username);
      await person.page.getByLabel('密码', { exact: true }).fill(NEW.password);
      await person.page.getByRole('button', { name: '登录', exact: true }).click();
      const tomorrow = fieldAround(person.page, ['entryDate']);
      await tomorrow.getByText('在外5天，出访1国最多4天，超出1天').waitFor();
      await tomorrow.getByRole('button', { name: `依据：${SOURCE}` }).waitFor();
    } finally {
      await days(-1);
    }
  });

  test('the third reads who did what, and finds the chain whole', async () => {
    const { page } = await visit('auditor');
    await page.goto('/admin/audit');
    for (const [who, what] of [
      ['林承泽', '开户'],
      ['陆望舒', '提出授权'],
      ['林承泽', '确认授权'],
      ['陆望舒', '设定政策数值'],
    ] as const) {
      await page.getByRole('searchbox').fill(who);
      await page.getByRole('row').filter({ hasText: who }).filter({ hasText: what }).first().waitFor();
    }
    await page.getByRole('button', { name: '核对全部链条' }).click();
    await page.getByText('链条完整').waitFor({ timeout: 60_000 });
    // The others may not read it.
    system = await visit('sysadmin');
    system.expect(/403/);
    const refused = await system.page.request.get('/api/admin/audit');
    expect(refused.status()).toBe(403);
  });
});
