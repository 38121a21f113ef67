import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays } from '@zhitongche/base';
import { newId } from '@zhitongche/host';
import type { Duty } from '@zhitongche/register';
import { policyMac } from '@zhitongche/office/server';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyChecks, toyDuty, toyOrders, toyReports, toyYearly } from '../../testing/toy-duty.ts';
import { toyKeys } from '../../testing/toy-register.ts';
import { openDuties } from './duties.ts';
import { keepRow } from './keep-row.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';

const REGISTERS = [toyKeys, toyChecks, toyOrders];
const office = (duties: readonly Duty[]) => testOffice({ registers: REGISTERS, duties });

const enter = async (t: TestOffice, register: string, answers: object): Promise<string> =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register,
      key: newId(),
      command: { act: 'enter', answers: answers as never },
    })
  ).id;
const checks = async (t: TestOffice): Promise<readonly string[]> =>
  (
    await t.app.db.query<{ title: string; day: string; period: string }>(
      `select title, day, state->'answers'->>'period' as period from kept_row where register = 'toy-checks' order by day, title`,
    )
  ).map(({ title, day, period }) => `${title} ${period} ${day}`);
/** One node looks, as its loop would. */
const looks = (t: TestOffice) => openDuties(t.app, t.office);
const setRule = async (t: TestOffice, key: string, value: string, from: string): Promise<void> => {
  const row = {
    office: t.office,
    id: newId(),
    key,
    org: null,
    value,
    valid_from: from,
    valid_to: null,
    source: '会议纪要',
  };
  await t.base.owner.query(
    `insert into policy_row (office, id, key, org, value, valid_from, valid_to, source, mac)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9)`,
    [
      ...Object.values(row).map((one, at) => (at === 4 ? JSON.stringify(one) : one)),
      policyMac(t.app.keys, row),
    ],
  );
};

describe('a duty that recurs', () => {
  let t: TestOffice;
  beforeAll(async () => {
    t = await office([toyDuty, toyYearly]);
  });
  afterAll(() => t.drop());

  it('opens once a period for each row that has it, a week before its day, however many nodes look', async () => {
    t.at('2026-03-02');
    await looks(t);
    const id = await enter(t, 'toy-keys', { tag: 'D-1', room: '值班室', kind: 'door' });
    t.at('2026-03-23');
    await Promise.all([looks(t), looks(t), looks(t)]);
    expect(await checks(t)).toEqual([]);
    t.at('2026-03-24');
    await Promise.all([looks(t), looks(t), looks(t)]);
    await looks(t);
    expect(await checks(t)).toEqual(['查验D-1 值班室 2026年3月 2026-03-31']);
    const [{ id: check } = { id: '' }] = await t.app.db.query<{ id: string }>(
      `select id from kept_row where register = 'toy-checks'`,
    );
    const shown = await showRow(t.app, await t.actor('handler'), 'toy-checks', check);
    expect(shown.story[0]?.text).toBe('由周期任务“钥匙月查”（2026年3月）打开');
    expect(shown.ties.map(({ title }) => title)).toEqual(['D-1 值班室']);
    expect((await showRow(t.app, await t.actor('handler'), 'toy-keys', id)).ties).toHaveLength(1);
  });

  it('catches up what was missed while nothing ran, and says why a day is not the one of the rule', async () => {
    t.at('2026-06-29');
    await looks(t);
    expect(await checks(t)).toEqual([
      '查验D-1 值班室 2026年3月 2026-03-31',
      '查验D-1 值班室 2026年4月 2026-04-30',
      '查验D-1 值班室 2026年5月 2026-05-29',
      '查验D-1 值班室 2026年6月 2026-06-30',
    ]);
  });

  it('is not opened for a row that was entered on the same day before its day is near, and is at once where it is', async () => {
    await enter(t, 'toy-keys', { tag: 'D-2', room: '资料室', kind: 'door' });
    await looks(t);
    expect(await checks(t)).toContain('查验D-2 资料室 2026年6月 2026-06-30');
  });

  it('is stopped from a day, or done on another, as the office sets it', async () => {
    await setRule(t, 'duty.toy-check', '停办', '2026-07-01');
    await setRule(t, 'duty.toy-check', '每月10日，遇假提前', '2026-10-01');
    t.app.offices.forget(t.office);
    t.at('2026-10-12');
    await looks(t);
    // 2026-10-10 is a Saturday that is worked.
    expect((await checks(t)).filter((line) => line.includes('D-1')).slice(4)).toEqual([
      '查验D-1 值班室 2026年10月 2026-10-10',
    ]);
  });

  it('leaves nothing that verify would call broken', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });

  it('is done by the office once where it is of no row', async () => {
    t.at('2026-11-24');
    await looks(t);
    expect((await checks(t)).filter((line) => line.startsWith('年度'))).toEqual([]);
    t.at('2026-11-26');
    await looks(t);
    expect((await checks(t)).filter((line) => line.startsWith('年度'))).toEqual([
      '年度清点 2026年 2026-12-25',
    ]);
  });
});

describe('a report that is ordered', () => {
  let t: TestOffice;
  beforeAll(async () => {
    t = await office([toyReports]);
  });
  afterAll(() => t.drop());

  it('is asked of the row itself as often as it says, once a period, until it ends', async () => {
    t.at('2026-03-02');
    await looks(t);
    const id = await enter(t, 'toy-orders', { what: '报告我', often: '每周五' });
    await enter(t, 'toy-orders', { what: '不报告' });
    const asked = async () =>
      (
        await t.app.db.query<{ due: string }>(
          `select body->'data'->>'due' as due from kept_event where row_id = $1 and body->>'move' = 'ask' order by seq`,
          [id],
        )
      ).map(({ due }) => due);
    t.at('2026-03-03');
    await Promise.all([looks(t), looks(t), looks(t)]);
    expect(await asked()).toEqual(['2026-03-06']);
    t.at('2026-03-24');
    await Promise.all([looks(t), looks(t), looks(t)]);
    expect(await asked()).toEqual(['2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27']);
    const [{ revision } = { revision: 0 }] = await t.app.db.query<{ revision: number }>(
      'select revision from kept_row where id = $1',
      [id],
    );
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-orders',
      id,
      revision,
      key: newId(),
      command: { act: 'move', move: 'end' },
    });
    t.at('2026-04-30');
    await looks(t);
    expect(await asked()).toHaveLength(4);
  });
});

describe('whatever nodes do', () => {
  let t: TestOffice;
  beforeAll(async () => {
    t = await office([toyDuty, toyReports]);
  });
  afterAll(() => t.drop());

  it('each period is opened exactly once: three nodes look at any time, and any is killed before it commits', async () => {
    t.at('2026-01-05');
    await looks(t);
    await enter(t, 'toy-keys', { tag: 'K-1', room: '甲', kind: 'door' });
    const order = await enter(t, 'toy-orders', { what: '周报', often: '每周五' });
    let today = '2026-01-05';
    const killed = { ...t.app, db: { ...t.app.db, tx: failing(t.app.db.tx) } };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 9 }),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        async (days, dies) => {
          today = addDays(today, days);
          t.at(today);
          await Promise.all(dies.map((dead) => openDuties(dead ? killed : t.app, t.office).catch(() => 0)));
        },
      ),
      { numRuns: 25 },
    );
    // A node that lives looks the next day, as every day.
    today = addDays(today, 1);
    t.at(today);
    await looks(t);
    const months = await t.app.db.query<{ period: string; n: number }>(
      `select state->'answers'->>'period' as period, count(*)::int as n from kept_row where register = 'toy-checks' group by 1`,
    );
    const weeks = await t.app.db.query<{ period: string; n: number }>(
      `select body->'data'->>'period' as period, count(*)::int as n from kept_event where row_id = $1 and body->>'type' = 'moved' group by 1`,
      [order],
    );
    expect([...months, ...weeks].filter(({ n }) => n !== 1)).toEqual([]);
    // Fridays from 2026-01-09 on, each open from the Tuesday before.
    const fridays = Math.floor((Date.parse(addDays(today, 3)) - Date.parse('2026-01-09')) / 604_800_000) + 1;
    expect(weeks).toHaveLength(fridays);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});

describe('a look at what is open already', () => {
  let t: TestOffice;
  beforeAll(async () => {
    t = await office([toyDuty]);
  });
  afterAll(() => t.drop());

  it('asks as often for many rows as for one', async () => {
    t.at('2026-03-02');
    await looks(t);
    let asked = 0;
    const counting = {
      ...t.app,
      db: {
        ...t.app.db,
        query: ((...args: Parameters<typeof t.app.db.query>) => {
          asked += 1;
          return t.app.db.query(...args);
        }) as typeof t.app.db.query,
      },
    };
    const askedOn = async (day: string): Promise<number> => {
      t.at(day);
      asked = 0;
      expect(await openDuties(counting, t.office)).toBe(0);
      return asked;
    };
    await enter(t, 'toy-keys', { tag: 'N-0', room: '值班室', kind: 'door' });
    t.at('2026-03-25');
    expect(await looks(t)).toBe(1);
    const one = await askedOn('2026-03-26');
    for (let n = 1; n < 9; n += 1)
      await enter(t, 'toy-keys', { tag: `N-${n}`, room: `${n}号室`, kind: 'door' });
    expect(await looks(t)).toBe(8);
    expect(await askedOn('2026-03-27')).toBe(one);
  });
});

/** A connection that is lost before it commits. */
const failing =
  (tx: TestOffice['app']['db']['tx']): TestOffice['app']['db']['tx'] =>
  async (work) =>
    await tx(async (query) => {
      await work(query);
      throw new Error('killed');
    });
