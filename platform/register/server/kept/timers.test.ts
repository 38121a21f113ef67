import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import { policyMac } from '@zhitongche/office/server';
import type { Answers } from '@zhitongche/form';
import { toyFaults } from '../../testing/toy-faults.ts';
import { keepRow } from './keep-row.ts';
import { showRow } from './show-row.ts';
import { tellTimers } from './timers.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyFaults] });
  for (const role of ['handler', 'director', 'window'] as const) await t.actor(role);
});
afterAll(() => t.drop());
beforeEach(() => t.at('2026-10-01'));

const at = (beijing: string) => new Date(`${beijing.replace(' ', 'T')}:00+08:00`).toISOString();
const keep = async (answers: Answers, id?: string) =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-faults',
      key: newId(),
      ...(id === undefined
        ? { command: { act: 'enter' as const, answers } }
        : { id, revision: (await card(id)).revision, command: { act: 'edit' as const, answers } }),
    })
  ).id;
const card = async (id: string) => showRow(t.app, await t.actor('handler'), 'toy-faults', id);
const stands = async (id: string) =>
  (await card(id)).timers.map(({ key, ms, late, paused }) => ({ key, minutes: ms / 60_000, late, paused }));
const told = async (id: string) =>
  (
    await t.app.db.query<{ name: string; text: string }>(
      `select p.name, n.text from notice n join person p on p.office = n.office and p.id = n.person
       where n.row_id = $1 order by n.at, n.text, p.name`,
      [id],
    )
  ).map(({ text }) => text);

describe('a fault reported at ten to midnight on a holiday', () => {
  const fault = { what: '总机不通', reported: '2026-10-01T23:50', minutes: 15 };

  it('is told to its keeper after twelve minutes and to the director at the fifteenth, once each, however many nodes look', async () => {
    t.at(at('2026-10-01 23:51'));
    const id = await keep(fault);
    const looked = async (when: string) => {
      t.at(at(when));
      await Promise.all([tellTimers(t.app), tellTimers(t.app), tellTimers(t.app)]);
      return told(id);
    };
    expect(await looked('2026-10-02 00:01')).toEqual([]);
    expect(await looked('2026-10-02 00:02')).toEqual(['故障“总机不通”响应时限15分钟，还剩3分钟']);
    expect(await looked('2026-10-02 00:04')).toHaveLength(1);
    expect((await looked('2026-10-02 00:05')).at(-1)).toBe('故障“总机不通”响应时限15分钟已到');
    expect(await looked('2026-10-03 12:00')).toHaveLength(2);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });

  it('is answered by whoever opened it before the clock told of it: nobody was overtaken', async () => {
    t.at(at('2026-10-01 23:51'));
    const id = await keep({ ...fault, what: '总机断续' });
    const { revision } = await card(id);
    t.at(at('2026-10-02 00:06'));
    await tellTimers(t.app);
    expect((await card(id)).revision).toBeGreaterThan(revision);
    const answer = async (command: object, seen: number) =>
      keepRow(t.app, await t.actor('handler'), {
        register: 'toy-faults',
        key: newId(),
        id,
        revision: seen,
        command: command as never,
      });
    const answers = { ...fault, what: '总机断续', answered: '2026-10-02T00:04' };
    await answer({ act: 'edit', answers }, revision);
    // Whoever changed it since is in the way, as before.
    const anew = { act: 'edit', answers: { ...answers, minutes: 20 } };
    await expect(answer(anew, revision)).rejects.toMatchObject({ code: 'row.stale-revision' });
  });

  it('answered at four past took 14 minutes round the clock and none of the office', async () => {
    t.at(at('2026-10-01 23:51'));
    const id = await keep({ ...fault, what: '总机又不通' });
    t.at(at('2026-10-02 00:05'));
    await keep(
      { ...fault, what: '总机又不通', answered: '2026-10-02T00:04', mended: '2026-10-02T00:04' },
      id,
    );
    expect(await stands(id)).toEqual([
      { key: 'answer', minutes: 14, late: false, paused: false },
      { key: 'repair', minutes: 0, late: false, paused: false },
    ]);
    t.at(at('2026-10-09 12:00'));
    await tellTimers(t.app);
    expect(await told(id)).toEqual([]);
  });

  it('that was withdrawn counts for nothing and reminds of nothing', async () => {
    t.at(at('2026-10-01 23:51'));
    const id = await keep({ ...fault, what: '误报' });
    await keep({ ...fault, what: '误报', cancelled: '误报' }, id);
    t.at(at('2026-10-09 12:00'));
    await tellTimers(t.app);
    expect([await stands(id), await told(id)]).toEqual([[], []]);
  });
});

it('stands still while it waits for the caller, and goes on where it stopped', async () => {
  t.at(at('2026-10-09 09:00'));
  const fault = { what: '分机杂音', reported: '2026-10-09T09:00' };
  const id = await keep(fault);
  t.at(at('2026-10-09 10:00'));
  await keep({ ...fault, still: [{ from: '2026-10-09T09:30' }] }, id);
  expect(await stands(id)).toEqual([
    { key: 'answer', minutes: 60, late: false, paused: false },
    { key: 'repair', minutes: 30, late: false, paused: true },
  ]);
  await keep({ ...fault, still: [{ from: '2026-10-09T09:30', until: '2026-10-09T15:00' }] }, id);
  t.at(at('2026-10-09 16:06'));
  await tellTimers(t.app);
  expect(await told(id)).toEqual(['故障“分机杂音”修复时限2小时，还剩24分钟']);
});

it('a limit set anew from a day leaves earlier faults as they were', async () => {
  t.at('2026-10-09');
  const row = {
    office: t.office,
    id: newId(),
    key: 'toy-faults.repair',
    org: null,
    value: 30,
    valid_from: '2026-10-10',
    valid_to: null,
    source: '某某省外办〔2026〕9号',
  };
  await t.app.db.query(
    `insert into policy_row (office, id, key, value, valid_from, source, by_person, at, mac)
     values ($1, $2, $3, to_jsonb($4::int), $5, $6, $7, now(), $8)`,
    [
      row.office,
      row.id,
      row.key,
      row.value,
      row.valid_from,
      row.source,
      (await t.actor('handler')).id,
      policyMac(t.app.keys, row),
    ],
  );
  t.app.offices.forget(t.office);
  t.at(at('2026-10-10 18:00'));
  const before = await keep({ what: '改限前', reported: '2026-10-09T17:00' });
  const after = await keep({ what: '改限后', reported: '2026-10-10T09:00' });
  const limitOf = async (id: string) => (await card(id)).timers.find(({ key }) => key === 'repair')?.limit;
  expect([await limitOf(before), await limitOf(after)]).toEqual([120, 30]);
});
