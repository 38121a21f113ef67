import { expect, test } from 'vitest';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();

test('a clerk binds a mailbox with the code that came there, and the administrator sees that it left and to whom not', async () => {
  const clerk = await visit('commerce-filer');
  clerk.expect(/422/);
  await clerk.open('/account');
  await clerk.page.getByRole('button', { name: '更换邮件' }).click();
  const dialog = clerk.page.getByRole('dialog');
  await dialog.getByLabel('邮箱地址').fill('ke');
  await dialog.getByRole('button', { name: '发送验证码' }).click();
  await dialog.getByText('邮箱应写作').waitFor();
  await dialog.getByLabel('邮箱地址').fill('ke.caiwei@commerce.example');
  await dialog.getByRole('button', { name: '发送验证码' }).click();
  await dialog.getByLabel('验证码').waitFor();

  const anybody = await visit(null);
  await anybody.open('/demo/messages');
  const mail = anybody.page.getByRole('listitem').filter({ hasText: 'ke.caiwei@commerce.example' }).first();
  await mail.getByText('直通车：验证码').waitFor();
  const code = /验证码 (\d{6})/.exec(await mail.innerText())?.[1] ?? '';
  await leave(anybody);

  await dialog.getByLabel('验证码').fill(code);
  await dialog.getByRole('button', { name: '确认' }).click();
  await clerk.page.getByText('k***@commerce.example').waitFor();
  await clerk.page.getByLabel('邮件怎么发').selectOption('daily');
  await clerk.page.getByRole('button', { name: '保存消息设置' }).click();
  await clerk.page.getByText('已保存').waitFor();
  await leave(clerk);

  const admin = await visit('sysadmin');
  await admin.open('/admin/messages');
  await admin.page.getByText('邮件：已接通（演示信箱）').waitFor();
  const sent = admin.page.getByRole('row').filter({ hasText: 'k***@commerce.example' }).first();
  await sent.getByText('已交付').waitFor();
  expect(await admin.page.locator('main').innerText()).not.toContain(code);
  await admin.page.getByLabel('按状态筛选').selectOption('refused');
  const refused = admin.page.getByRole('row').filter({ hasText: '550' }).first();
  await refused.getByText('w***@yunze.example').waitFor();
  await refused.getByRole('button', { name: '放弃' }).click();
  await admin.page.getByText('已放弃 1 条').waitFor();
  await leave(admin);
});

test('the security administrator may not have anything sent to an address inside', async () => {
  const security = await visit('secadmin');
  security.expect(/422/);
  await security.open('/admin/webhooks');
  await security.page.getByRole('button', { name: '新增推送地址' }).click();
  const dialog = security.page.getByRole('dialog');
  await dialog.getByLabel('对方系统').fill('数据平台');
  await dialog.getByLabel('接收网址').fill('https://169.254.169.254/latest/meta-data');
  await dialog.getByRole('button', { name: '新增' }).click();
  await dialog.getByText('不允许推送').waitFor();
  await dialog.getByLabel('接收网址').fill('https://223.5.5.5/hook');
  await dialog.getByRole('button', { name: '新增' }).click();
  await security.page.getByText('签名密钥只显示这一次').waitFor();
  await security.page.getByRole('button', { name: '已保存' }).click();
  await leave(security);
});
