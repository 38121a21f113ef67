import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Asked, components } from '../../../../apps/web/testing/show.ts';
import { offer, viewWith } from '../testing/sample-case.ts';

const show = components('platform/case/web/testing/case.page.tsx');
const ME = {
  id: 'p1',
  name: '钱清和',
  csrf: 't',
  shells: ['desk'],
  grants: [],
  office: { name: '某某省外办' },
};
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const ACTS = [
  offer('agree', { label: '同意', primary: true }),
  offer('return', { label: '退回', opinion: 'required', steps: [{ step: 'sign', title: '窗口受理' }] }),
];

/** The page of a case at the desk, wide; the acts it sends are told to the test. */
const open = async (
  acts = ACTS,
  size = WIDE,
): Promise<{ readonly page: Page; readonly sent: readonly Asked[] }> => {
  const sent: Asked[] = [];
  const view = viewWith(acts);
  const page = await show('', (asked) => {
    if (asked.path === '/api/me') return { body: ME };
    if (asked.path === '/api/cases/case-1') return { body: view };
    if (asked.path === '/api/inbox') return { body: { items: [], total: 0, next: null } };
    if (asked.path === '/api/calendar') return { body: { today: '2026-03-02', years: [] } };
    if (!asked.path.endsWith('/acts')) return undefined;
    sent.push(asked);
    return { body: viewWith([]) };
  });
  await page.setViewportSize(size);
  return { page, sent };
};
const bar = (page: Page) => page.getByRole('region', { name: '办理', exact: true });

test('what an act asks for and was typed stays when the window is made narrow, and wide again', async () => {
  const { page, sent } = await open();
  await bar(page).getByRole('button', { name: '退回' }).click();
  const opinion = page.getByRole('dialog').getByRole('textbox', { name: /^意见/ });
  await opinion.fill('日程与邀请函不一致，请核实。');
  await page.setViewportSize(NARROW);
  await page.getByRole('link', { name: '收件箱' }).waitFor();
  await expect.poll(() => opinion.inputValue()).toBe('日程与邀请函不一致，请核实。');
  await page.setViewportSize(WIDE);
  await page.getByRole('separator').first().waitFor();
  await expect.poll(() => opinion.inputValue()).toBe('日程与邀请函不一致，请核实。');
  await page.getByRole('button', { name: '确认退回' }).click();
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toMatchObject([{ command: { act: 'return', opinion: '日程与邀请函不一致，请核实。' } }]);
});

test('so do the words under what is decided, which are gone once they were sent', async () => {
  const { page, sent } = await open();
  await bar(page).getByRole('textbox', { name: /^意见/ }).fill('同意，请按期回国。');
  await page.setViewportSize(NARROW);
  await page.getByRole('link', { name: '收件箱' }).waitFor();
  const words = bar(page).getByRole('textbox', { name: /^意见/ });
  await expect.poll(() => words.inputValue()).toBe('同意，请按期回国。');
  await bar(page).getByRole('button', { name: '同意', exact: true }).click();
  await expect.poll(() => sent.length).toBe(1);
  await page.reload();
  await expect.poll(() => words.inputValue()).toBe('同意。');
});

test('an act closed by mistake opens as it was left, and begins anew once it was sent', async () => {
  const { page, sent } = await open();
  await bar(page).getByRole('button', { name: '退回' }).click();
  const opinion = page.getByRole('dialog').getByRole('textbox', { name: /^意见/ });
  await opinion.fill('请补充日程。');
  await page.keyboard.press('Escape');
  await opinion.waitFor({ state: 'detached' });
  await page.reload();
  await bar(page).getByRole('button', { name: '退回' }).click();
  await expect.poll(() => opinion.inputValue()).toBe('请补充日程。');
  await page.getByRole('button', { name: '确认退回' }).click();
  await expect.poll(() => sent.length).toBe(1);
  await page.reload();
  await bar(page).getByRole('button', { name: '退回' }).click();
  await expect.poll(() => opinion.inputValue()).toBe('');
});

test('on the phone nothing stands under the thumb as likely when the case waits for nobody here', async () => {
  const refund = offer('refund:pay-1', {
    kind: 'refund',
    label: '申请退款（pay-1，120.00元）',
    seat: null,
    opinion: 'required',
    form: 'money-refund',
  });
  const { page } = await open([refund], NARROW);
  const more = bar(page).getByRole('button', { name: '更多' });
  await more.waitFor();
  expect(await bar(page).locator('.button-primary').count()).toBe(0);
  expect(
    await bar(page)
      .getByRole('button', { name: /^申请退款/ })
      .count(),
  ).toBe(0);
  await more.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^申请退款/ })
    .waitFor();
});
