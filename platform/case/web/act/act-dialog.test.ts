import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Answer, type Asked, components } from '../../../../apps/web/testing/show.ts';

const show = components('platform/case/web/testing/act.page.tsx');
const ME = {
  id: 'p1',
  name: '钱清和',
  csrf: 'token',
  shells: ['desk'],
  grants: [],
  office: { name: '某某省外办' },
};
const DONE: Answer = { body: { row: { id: 'case-1', revision: 8 } } };

/** Opens the dialog; `onAct` answers the acts it sends, which are told to the test. */
const open = async (
  query: string,
  onAct: (times: number) => Answer = () => DONE,
): Promise<{ readonly page: Page; readonly sent: readonly Asked[] }> => {
  const sent: Asked[] = [];
  const page = await show(query, (asked) => {
    if (asked.path === '/api/me') return { body: ME };
    if (asked.path === '/api/me/phrases') return { body: ['拟同意，请领导审示。'] };
    if (asked.path !== '/api/cases/case-1/acts') return undefined;
    sent.push(asked);
    return onAct(sent.length);
  });
  await page.getByRole('dialog').waitFor();
  return { page, sent };
};
const confirm = (page: Page) => page.getByRole('button', { name: /^确认/ }).click();
const end = (page: Page) => page.locator('#end').textContent();

test('everything an act lacks is said at once, and nothing is sent before it is there', async () => {
  const { page, sent } = await open('act=correct:required&label=退回补正');
  await confirm(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('请至少指出一个需要补正的问题。').waitFor();
  await dialog.getByText('请写明“退回补正”的意见或理由。').waitFor();
  expect(sent).toEqual([]);
  await dialog.getByRole('button', { name: '指出一个问题' }).click();
  await dialog.getByLabel('第 1 个问题要补正什么').fill('名称与邀请函不一致');
  await dialog.getByLabel('意见').fill('请一次补正。');
  await confirm(page);
  await expect.poll(() => end(page)).toBe('已办');
  expect(sent.map(({ body }) => body)).toEqual([
    {
      revision: 7,
      command: {
        act: 'correct',
        seat: 'seat-1',
        opinion: '请一次补正。',
        faults: [{ at: '', message: '名称与邀请函不一致' }],
      },
    },
  ]);
});

test('an opinion is written at once, by a phrase or by hand, and sent without leaving the keyboard', async () => {
  const { page, sent } = await open('act=agree&label=同意');
  const box = page.getByLabel('意见');
  await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '拟同意，请领导审示。' }).click();
  await box.press('Control+Enter');
  await expect.poll(() => end(page)).toBe('已办');
  expect(sent[0]?.body).toMatchObject({ command: { opinion: '拟同意，请领导审示。' } });
});

test('after a lost answer pressing again sends the same under the same key, so that nothing happens twice', async () => {
  const { page, sent } = await open('shell=hall&act=urge&label=催办', (times) =>
    times === 1 ? 'lost' : DONE,
  );
  await page.getByLabel('留言').fill('下周出访');
  await confirm(page);
  await page.getByText('可以放心再按一次，不会重复提交。').waitFor();
  await confirm(page);
  await expect.poll(() => end(page)).toBe('已办');
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('at the desk a decision without a network is kept on this device', async () => {
  const { page } = await open('act=agree&label=同意', () => 'lost');
  await confirm(page);
  await expect.poll(() => end(page)).toBe('存在本机');
});

test('when somebody acted in between one is told who, keeps what was typed, and may go on with the latest', async () => {
  const { page } = await open('act=agree&label=同意', () => ({
    status: 409,
    body: {
      type: 'about:blank',
      title: '办件已变动',
      status: 409,
      code: 'case.stale-revision',
      detail: '办件已经变动。',
      en: 'The case has changed.',
      conflict: { revision: 8, by: '李思远', at: '2026-03-02T02:32:00.000Z' },
    },
  }));
  await page.getByLabel('意见').fill('同意，请尽快。');
  await confirm(page);
  await page.getByText('李思远').waitFor();
  expect(await page.getByLabel('意见').inputValue()).toBe('同意，请尽快。');
  await page.getByRole('button', { name: '换成最新的再办' }).click();
  await expect.poll(() => page.locator('#renewed').textContent()).toBe('1');
  expect(await page.getByText('李思远').count()).toBe(0);
});

test('whoever files is told what an act comes to, and is asked for a reason without the phrases of a desk', async () => {
  const { page } = await open('shell=hall&act=cancel:required&label=撤销');
  await page.getByText('撤销后这份申报不再办理，不能恢复。').waitFor();
  await page.getByLabel('理由').waitFor();
  expect(await page.getByRole('button', { name: '拟同意，请领导审示。' }).count()).toBe(0);
});
