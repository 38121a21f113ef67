import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../testing/jobs.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import type { Service } from '@zhitongche/case';
import { caseView } from '@zhitongche/case/server';
import { verifyStates } from '../../../../platform/proof/server/verify-states.ts';
import { tickTimers } from './tick.ts';

/** The toy whose review is held to a quarter of an hour. */
const quick: Service = {
  ...toyService,
  policies: [
    ...toyService.policies,
    { key: 'toy.minutes', label: '响应时限', type: 'number', unit: '分钟', default: 15 },
    { key: 'toy.tell', label: '提醒', type: 'list', default: ['80', '100:director'] },
  ],
  timers: {
    response: {
      label: '响应',
      runs: ({ state }) => state.step === 'review',
      limit: { minutes: 'toy.minutes' },
      tell: 'toy.tell',
    },
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [quick] });
});
afterAll(() => t.drop());

const told = async (): Promise<readonly string[]> =>
  (
    await t.base.owner.query<{ text: string; name: string }>(
      "select p.name, n.text from notice n join person p on p.office = n.office and p.id = n.person where n.text like '%响应%' order by n.at, p.name",
    )
  ).map(({ name, text }) => `${name}：${text}`);

test('a limit in minutes is told to the minute, once on however many nodes, and its case shows it', async () => {
  for (const cast of ['handler', 'director'] as const) await t.actor(cast);
  const id = await submitted(t, 'toy', { subject: '求助', copies: 1 });
  await takes(t, 'signer', id, { act: 'agree' });
  const nodes = async (): Promise<void> => {
    await Promise.all([tickTimers(t.app), tickTimers(t.app), tickTimers(t.app)]);
    await workOff(t.app);
  };
  const from = t.app.clock().getTime();
  const after = (minutes: number) => t.at(new Date(from + minutes * 60_000).toISOString());
  after(11);
  await nodes();
  expect(await told()).toEqual([]);
  after(12);
  await nodes();
  await nodes();
  expect(await told()).toEqual(['经办人：《求助证明》“响应”时限15分钟，还剩3分钟']);
  after(16);
  await nodes();
  expect((await told()).at(-1)).toBe('主任：《求助证明》“响应”时限15分钟，已超过1分钟');
  const [limit] = (await caseView(t.app, await t.actor('handler'), id)).timers;
  expect(limit).toMatchObject({
    label: '响应',
    hours: 'round-the-clock',
    minutes: 15,
    late: true,
    until: null,
  });
  await takes(t, 'handler', id, { act: 'agree' });
  const view = await caseView(t.app, await t.actor('handler'), id);
  expect(view.timeline.map(({ text }) => text)).toContain('“响应”用时16分钟，超过时限');
  after(600);
  await nodes();
  expect(await told()).toHaveLength(2);
  expect((await verifyStates(t.app, t.office)).broken).toEqual([]);
});

test('a limit is told in the next round when somebody acted on its case at that moment, not an hour later', async () => {
  const id = await submitted(t, 'toy', { subject: '同时', copies: 1 });
  await takes(t, 'signer', id, { act: 'agree' });
  const from = t.app.clock().getTime();
  t.at(new Date(from + 12 * 60_000).toISOString());
  let urged = false;
  const prepared: typeof t.app.db.prepared = async (statement, values) => {
    if (!urged && statement.name === 'case-act') {
      urged = true;
      await takes(t, 'filer', id, { act: 'urge' });
    }
    return await t.app.db.prepared(statement, values);
  };
  await tickTimers({ ...t.app, db: { ...t.app.db, prepared } });
  expect(urged).toBe(true);
  t.at(new Date(from + 13 * 60_000).toISOString());
  await tickTimers(t.app);
  await workOff(t.app);
  expect((await told()).filter((text) => text.includes('同时'))).toEqual([
    '经办人：《同时证明》“响应”时限15分钟，还剩2分钟',
  ]);
});
