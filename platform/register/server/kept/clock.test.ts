import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { laws } from '../../../../catalogue/office/law/index.ts';
import { newId } from '@zhitongche/host';
import type { CommandSent } from '@zhitongche/register';
import { keepRow } from './keep-row.ts';
import { remindOfRows } from './remind.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [laws] });
});
afterAll(() => t.drop());

it('a day that is over moves its row by itself, once, however many nodes look', async () => {
  const keep = async (command: CommandSent, id?: string) =>
    (
      await keepRow(t.app, await t.actor('handler'), {
        register: 'law',
        key: newId(),
        command,
        ...(id === undefined ? {} : { id, revision: 1 }),
      })
    ).id;
  t.at('2026-03-02');
  const id = await keep({ act: 'enter', answers: { title: '某规定', sort: 'notice', read: 'unread' } });
  await keep({ act: 'move', move: 'announce', data: { until: '2026-03-10', by: '某通知' } }, id);
  const on = async (day: string) => {
    t.at(day);
    await Promise.all([remindOfRows(t.app), remindOfRows(t.app)]);
    return showRow(t.app, await t.actor('handler'), 'law', id);
  };
  expect((await on('2026-03-10')).stage).toBe('ending');
  const { stage, story } = await on('2026-03-11');
  expect(stage).toBe('ended');
  expect(story.filter(({ text }) => text === '废止')).toHaveLength(1);
  expect((await on('2026-03-12')).revision).toBe((await on('2026-03-13')).revision);
  expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
});
