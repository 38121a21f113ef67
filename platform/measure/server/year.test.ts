import { addDays, addMonths } from '@zhitongche/base';
import { newId } from '@zhitongche/host';
import { keepRow } from '@zhitongche/register/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { toyFaults } from '../../register/testing/toy-faults.ts';
import { faultMeasures, toyMeasures } from '../testing/toy-measures.ts';
import { projectMeasures } from './project-measures.ts';
import { measureHistory, measureLines } from './read-measures.ts';
import { verifyMeasures } from './verify-measures.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({
    services: [toyService],
    registers: [toyFaults],
    measures: [faultMeasures, toyMeasures],
    pool: 8,
  });
});
afterAll(() => t.drop());

const FIRST = '2026-01-05';
const WEEKS = 52;

/** A case of the week: filed, and then agreed to, given up, or corrected and filed anew with more. */
async function matter(week: number): Promise<void> {
  const copies = 1 + (week % 7);
  const id = await submitted(t, 'toy', { subject: `第${week}周`, copies }, { by: 'filer' });
  if (week % 4 === 1) await takes(t, 'signer', id, { act: 'agree' });
  if (week % 4 === 2) await takes(t, 'filer', id, { act: 'cancel', opinion: '不再办理' });
  if (week % 4 !== 3) return;
  await takes(t, 'signer', id, { act: 'correct', faults: [{ at: 'subject', message: '请写明。' }] });
  await takes(t, 'filer', id, { act: 'submit', answers: { subject: `第${week}周`, copies: copies + 2 } });
}

/** A fault of the week, and a word that corrects one of eight weeks ago: another month moves. */
async function fault(week: number, day: string, known: string[]): Promise<void> {
  const handler = await t.actor('handler');
  const answers = (of: number, on: string, more: object = {}) => ({
    what: `第${of}周`,
    reported: `${on}T09:00`,
    minutes: 15,
    ...(of % 3 === 0 ? {} : { answered: `${on}T09:${10 + (of % 20)}` }),
    ...more,
  });
  const keep = (command: object, more: object = {}) =>
    keepRow(t.app, handler, { register: 'toy-faults', key: newId(), command: command as never, ...more });
  known.push((await keep({ act: 'enter', answers: answers(week, day) })).id);
  const before = week - 8;
  const id = known[before];
  if (id === undefined || week % 2 === 1) return;
  const on = addDays(day, -7 * 8);
  const corrected =
    before % 4 === 0
      ? { cancelled: '误报' }
      : { answered: `${on}T${String(10 + (before % 9)).padStart(2, '0')}:00` };
  await keep({ act: 'edit', answers: answers(before, on, corrected) }, { id, revision: 1 });
}

it('after a year of work with corrections every figure is what counting anew comes to, and every list sums to its figure', async () => {
  const known: string[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const day = addDays(FIRST, 7 * week);
    t.at(day);
    await matter(week);
    await fault(week, day, known);
    // Counted as it goes, some weeks on each of two nodes at once.
    if (week % 5 === 0)
      await Promise.all([projectMeasures(t.app, t.office), projectMeasures(t.app, t.office)]);
  }
  // Acts count once nobody older can still commit, and other tests share the server.
  await vi.waitFor(
    async () => {
      expect(await projectMeasures(t.app, t.office)).toBe(0);
      const [left] = await t.base.owner.query<{ n: number }>(
        `select count(*)::int as n from audit a left join follower f on f.office = a.office and f.name = 'measures'
         where a.office = $1 and a.xid > coalesce(f.upto_xid, '0'::xid8)`,
        [t.office],
      );
      expect(left?.n).toBe(0);
    },
    { timeout: 60_000 },
  );
  const anew = await verifyMeasures(t.app, t.office);
  expect(anew.broken).toEqual([]);
  expect(anew.checked).toBe(2 * WEEKS);

  // By hand: of 52 weeks each fourth case is given up; copies run 1 to 7, two more where it was corrected.
  const copies = Array.from({ length: WEEKS }, (_, week) =>
    week % 4 === 2 ? 0 : 1 + (week % 7) + (week % 4 === 3 ? 2 : 0),
  ).reduce((sum, n) => sum + n, 0);
  const figures = await sums('toy.copies', 'filer');
  expect(figures.reduce((sum, { value }) => sum + value, 0)).toBe(copies);
  for (const code of ['toy.copies', 'toy.faults']) {
    const who = code === 'toy.copies' ? 'filer' : 'handler';
    for (const { month, value } of await sums(code, who))
      expect([month, await listed(code, who, month)]).toEqual([month, value]);
  }
  const { shifts } = await measureHistory(t.app, await t.actor('handler'), 'toy.faults');
  expect(shifts.length).toBeGreaterThan(4);
}, 240_000);

const sums = async (code: string, who: 'filer' | 'handler') =>
  (await measureHistory(t.app, await t.actor(who), code)).months.map(({ month, value }) => ({
    month,
    value: Number(value),
  }));

/** What the list behind a figure comes to, page by page. */
async function listed(code: string, who: 'filer' | 'handler', month: string): Promise<number> {
  let sum = 0;
  for (let cursor: string | undefined | null = undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof measureLines>> = await measureLines(
      t.app,
      await t.actor(who),
      code,
      {
        from: month,
        until: addDays(addMonths(month, 1), -1),
        cursor,
        limit: 4,
      },
    );
    sum += page.items.reduce((all, { n }) => all + Number(n), 0);
    cursor = page.next;
  }
  return sum;
}
