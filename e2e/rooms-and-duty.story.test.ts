import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { said } from './harness/desk.ts';
import { lookAt, settled } from './harness/page-invariants.ts';
import { officeFixture } from './harness/fixture.ts';

const { visit, leave } = officeFixture();
// The demo office opens on Tuesday 10 March 2026; its course of the day runs, and the next days are booked here and there.
const TOMORROW = '2026-03-11';
const DAY = `/desk/kept/booking?view=calendar&span=day&day=${TOMORROW}`;

/** Books the hall at an hour by pressing what is free; the form begins with it. */
async function bookFree(page: Page, subject: string): Promise<void> {
  await page.getByLabel('事由').fill(subject);
  await page.getByRole('button', { name: '登记', exact: true }).click();
}

test('what is free is pressed and booked; who comes second waits with one press, and has it once it is given up', async () => {
  const desk = await visit('handler');
  const { page } = desk;
  await desk.open(DAY);
  await settled(page);
  expect(await lookAt(page, 'booking-day')).toEqual([]);
  await page.getByRole('button', { name: '预约二楼会见厅，11:00起' }).click();
  await bookFree(page, '接待来访团组');
  await page.getByRole('heading', { level: 1, name: '二楼会见厅 接待来访团组' }).waitFor();
  await page.goto(DAY);
  await page.getByRole('link', { name: /11:00–12:00 接待来访团组/ }).waitFor();

  const phone = await visit('head', { device: 'phone' });
  // The refusal that offers the waiting list; the browser says so too.
  phone.expect(/422/);
  await phone.open(`/desk/kept/booking?view=calendar&span=day&day=${TOMORROW}`);
  await settled(phone.page);
  expect(await lookAt(phone.page, 'booking-day-phone')).toEqual([]);
  await phone.page
    .getByRole('region', { name: '二楼会见厅' })
    .getByRole('button', { name: /空闲/ })
    .first()
    .tap();
  await settled(phone.page);
  await phone.page.getByLabel('开始').fill('11:00');
  await phone.page.getByLabel('结束').fill('12:00');
  await bookFree(phone.page, '处务会');
  await phone.page.getByRole('button', { name: '登记候补' }).tap();
  await said(phone.page, '已登记候补，空出来时先给您预留并通知您');
  await phone.page.getByText(/^候补，/).waitFor();

  await page.getByRole('link', { name: /11:00–12:00 接待来访团组/ }).click();
  await page.getByRole('button', { name: '更多办理' }).click();
  await page.getByRole('menuitem', { name: '取消' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').fill('改期');
  await dialog.getByRole('button', { name: '取消', exact: true }).click();
  await said(page, '已取消');
  await phone.page.goto('/desk/notices');
  await phone.page.getByText('候补到位，已为您预留').waitFor();
  await leave(phone);
  await leave(desk);
});

test('a post nobody holds is red and filled from the calendar; a swap stands once the other agrees', async () => {
  const keeper = await visit('general-head');
  const { page } = keeper;
  await keeper.open('/desk/kept/duty-roster?view=calendar');
  await settled(page);
  expect(await lookAt(page, 'duty-roster')).toEqual([]);
  const gap = page.getByRole('button', { name: /缺1人，安排$/ });
  const label = (await gap.first().getAttribute('aria-label')) ?? '';
  await gap.first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('输入姓名查找').fill('龚静姝');
  await dialog.getByRole('radio', { name: /龚静姝/ }).check();
  await dialog.getByRole('button', { name: '安排', exact: true }).click();
  await said(page, '已安排龚静姝');
  await expect.poll(() => page.getByRole('button', { name: label }).count()).toBe(0);
  await leave(keeper);
});

test('whoever takes part signs in by the code of the room on a phone without network, and counts once', async () => {
  const desk = await visit('handler');
  await desk.open('/desk/kept/course?q=' + encodeURIComponent('出访团组行前教育'));
  await desk.page.getByRole('link', { name: /^出访团组行前教育/ }).click();
  await desk.page.keyboard.press('Enter');
  const door = desk.page.waitForEvent('popup');
  await desk.page.getByRole('link', { name: '显示签到码' }).click();
  const screen = await door;
  const code = await screen.locator('.door-code').textContent();
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  const phone = await visit('university-filer', { device: 'phone', installed: true });
  phone.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|422/);
  await phone.open('/check-in');
  await settled(phone.page);
  expect(await lookAt(phone.page, 'check-in-phone')).toEqual([]);
  await phone.context.setOffline(true);
  await phone.page.getByLabel('签到码').fill(code ?? '');
  await phone.page.getByRole('button', { name: '林㛃，签到' }).tap();
  await phone.page.getByText('没有网络，签到已存在本机').waitFor();
  const sent = phone.page.waitForResponse((reply) => reply.url().endsWith('/api/check-in') && reply.ok());
  await phone.context.setOffline(false);
  await sent;
  await phone.page.getByText('已送达').waitFor();
  // Typed once more: told that it counted.
  await phone.page.getByLabel('签到码').fill(code ?? '');
  await phone.page.getByRole('button', { name: '林㛃，签到' }).tap();
  await phone.page.getByText('您已经签到').waitFor();
  await phone.page.getByLabel('签到码').fill('AAAAA-AAAAA');
  await phone.page.getByRole('button', { name: '林㛃，签到' }).tap();
  await phone.page.getByText('签到码不对。请照会场屏幕上现在显示的码重新扫码或输入。').waitFor();

  const rows: { items: readonly { day: string; answers: { name: string } }[] } = await (
    await desk.page.request.get('/api/kept/attendance/rows?stage=in')
  ).json();
  const today = rows.items.filter(({ day }) => day === '2026-03-10');
  expect(today.map(({ answers }) => answers.name)).toEqual(['林㛃']);
  await screen.close();
  await leave(phone);
  await leave(desk);
});

test('one’s own calendar is read at a secret address, and no more once it is ended', async () => {
  const desk = await visit('handler');
  const { page } = desk;
  await desk.open('/account');
  const card = page.getByRole('region', { name: '日历订阅' });
  await card.getByRole('button', { name: '生成地址' }).click();
  const address = (await card.getByText(/\/api\/calendar\/.+\.ics$/).textContent()) ?? '';
  const read = await fetch(address);
  expect([read.status, read.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/calendar'),
  ]);
  expect(await read.text()).toContain('与姊妹城市视频会商');
  const again = await fetch(address, { headers: { 'if-none-match': read.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  await card.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
  await card.getByText('还没有订阅地址').waitFor();
  expect((await fetch(address)).status).toBe(404);
  await leave(desk);
});
