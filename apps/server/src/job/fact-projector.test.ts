import { addDays } from '@zhitongche/base';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { stats } from '@zhitongche/insight/server';
import { follow } from './fact-projector.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], pool: 8 });
});
afterAll(() => t.drop());

/** The statistics computed from nothing but the record, every event of every case. */
const FROM_THE_RECORD = `
  select to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, f.service, f.unit, w.what, count(*) as n
  from case_event e join case_file f on f.office = e.office and f.id = e.case_id,
    lateral (select case e.body->>'type'
        when 'submitted' then case when (e.body->>'round')::int = 1 then 'received' end
        when 'decided' then 'handled'
        when 'returned' then 'returned'
        when 'correction-asked' then 'returned'
        when 'clock-stopped' then case when (e.body->>'late')::boolean then 'late' else 'on-time' end
        when 'closed' then 'closed' end as what
      union all select 'closed:' || (e.body->>'outcome') where e.body->>'type' = 'closed') w
  where e.office = $1 and w.what is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

const FOLLOWED = `
  select to_char(day, 'YYYY-MM-DD') as day, service, unit, what, n from day_fact
  where office = $1 and what !~ '^(took|step):' order by 1, 2, 3, 4`;

const MONTHS = `
  select to_char(month, 'YYYY-MM-DD') as month, service, unit, what, n from month_fact where office = $1 order by 1, 2, 3, 4`;
const DAYS_BY_MONTH = `
  select to_char(date_trunc('month', day), 'YYYY-MM-DD') as month, service, unit, what, sum(n)::bigint as n from day_fact
  where office = $1 group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

/** How far a case goes, and by which road. */
const roads = ['submitted', 'refused', 'signed', 'returned', 'cancelled', 'corrected', 'agreed'] as const;

async function play(road: (typeof roads)[number], by: 'filer' | 'filer@other'): Promise<void> {
  const signer = by === 'filer' ? 'signer' : 'signer@other';
  const answers = { subject: '统计', copies: 1 };
  const id = await submitted(t, 'toy', answers, { by });
  if (road === 'submitted') return;
  if (road === 'refused') return await takes(t, signer, id, { act: 'refuse', opinion: '不予同意' });
  if (road === 'cancelled') return await takes(t, by, id, { act: 'cancel', opinion: '不再办理' });
  if (road === 'corrected') {
    await takes(t, signer, id, { act: 'correct', faults: [{ at: 'subject', message: '请写明。' }] });
    await takes(t, by, id, { act: 'submit', answers: { ...answers, subject: '统计二' } });
  }
  await takes(t, signer, id, { act: 'agree' });
  if (road === 'returned') await takes(t, 'handler', id, { act: 'return', to: 'sign', opinion: '请再核实' });
  if (road === 'agreed') await takes(t, 'handler', id, { act: 'agree' });
}

describe('the statistics of a day', () => {
  it('are what the whole record adds up to, whenever and however often they are brought up to date', async () => {
    let day = 2;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            road: fc.constantFrom(...roads),
            by: fc.constantFrom('filer' as const, 'filer@other' as const),
            nextDay: fc.boolean(),
            followers: fc.integer({ min: 0, max: 3 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (cases) => {
          for (const { road, by, nextDay, followers } of cases) {
            if (nextDay) day += 1;
            t.at(addDays('2026-03-01', day * 9));
            await play(road, by);
            await Promise.all(Array.from({ length: followers }, () => follow(t.app, t.office)));
          }
          const record = await t.base.owner.query(FROM_THE_RECORD, [t.office]);
          expect(record.length).toBeGreaterThan(0);
          // Acts are followed once nobody older can still commit, and other tests share the server.
          await vi.waitFor(
            async () => {
              await follow(t.app, t.office);
              expect(await t.base.owner.query(FOLLOWED, [t.office])).toEqual(record);
            },
            { timeout: 20_000 },
          );
          const months = await t.base.owner.query(MONTHS, [t.office]);
          expect(months).toEqual(await t.base.owner.query(DAYS_BY_MONTH, [t.office]));
        },
      ),
      { numRuns: 12 },
    );
  });
  it('are the same by month as by day, also while a program that knows no months has followed last', async () => {
    const director = await t.actor('director');
    // Ends and beginnings in the middle of months, single months, several, none whole.
    const spans = [
      ['2026-03-01', '2026-03-31'],
      ['2026-03-11', '2026-03-20'],
      ['2026-03-11', '2026-05-02'],
      ['2026-02-28', '2026-06-01'],
      ['2026-01-01', '2027-06-30'],
    ] as const;
    const asked = () =>
      Promise.all(spans.map(([from, until]) => stats(t.app, director, { of: 'office', from, until })));
    // Drawn by day, and only ever summed.
    const counted = await t.base.owner.query<{ handled: number; returned: number }>(
      `select coalesce(sum(n) filter (where what = 'handled'), 0)::int as handled,
         coalesce(sum(n) filter (where what = 'returned'), 0)::int as returned
       from unnest($2::date[], $3::date[]) with ordinality as s(from_day, until_day, nth)
         left join day_fact d on d.office = $1 and d.day between s.from_day and s.until_day
       group by s.nth order by s.nth`,
      [t.office, spans.map(([from]) => from), spans.map(([, until]) => until)],
    );
    const before = await asked();
    expect(before.map(({ handled, returned }) => ({ handled, returned }))).toEqual(counted);
    expect(before.at(-1)?.returned).toBeGreaterThan(0);
    expect(before.map((one) => one.byDay.reduce((sum, day) => sum + day.handled, 0))).toEqual(
      counted.map(({ handled }) => handled),
    );
    // What a node of before leaves behind: days and their mark moved on, the months stood still.
    await t.base.owner.query(`update month_fact set n = n + 1 where office = $1`, [t.office]);
    await t.base.owner.query(
      `update follower set upto_xid = (upto_xid::text::bigint - 1)::text::xid8 where office = $1 and name = 'month-fact'`,
      [t.office],
    );
    expect(await asked()).toEqual(before);
    await follow(t.app, t.office);
    expect(await t.base.owner.query(MONTHS, [t.office])).toEqual(
      await t.base.owner.query(DAYS_BY_MONTH, [t.office]),
    );
    expect(await asked()).toEqual(before);
  });
  it('of one person are what that person decided, day by day, with the time in the middle', async () => {
    const signer = await t.actor('signer');
    const [from, until] = ['2026-03-01', '2027-03-01'];
    // A third one is decided after its deadline of three working days.
    for (const days of [0, 1, 9]) {
      t.at('2026-12-01');
      const id = await submitted(t, 'toy', { subject: '统计', copies: 1 });
      t.at(addDays('2026-12-01', days));
      await takes(t, 'signer', id, { act: 'agree' });
    }
    const done = await t.base.owner.query<{ day: string; took: number; late: boolean }>(
      `select to_char(done_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
         extract(epoch from done_at - opened_at)::float8 / 86400 as took,
         coalesce((done_at at time zone 'Asia/Shanghai')::date > due, false) as late
       from task where office = $1 and done_by = $2 and status = 'done'`,
      [t.office, signer.id],
    );
    const took = done.map((one) => one.took).sort((a, b) => a - b);
    const days = [...new Set(done.map((one) => one.day))].sort();
    const found = await stats(t.app, signer, { of: 'me', from, until });
    // Cause: a decided seat lost its deadline, and nobody was ever late.
    expect(found.late).toBe(1);
    expect(found).toMatchObject({
      handled: done.length,
      late: done.filter((one) => one.late).length,
      onTime: done.filter((one) => !one.late).length,
      medianDays: Math.round((took[Math.floor((took.length - 1) / 2)] ?? 0) * 10) / 10,
    });
    expect(found.byDay.filter((day) => day.handled > 0)).toEqual(
      days.map((day) =>
        expect.objectContaining({ day, handled: done.filter((one) => one.day === day).length }),
      ),
    );
    const idle = await t.actor('finance-officer');
    expect(await stats(t.app, idle, { of: 'me', from, until })).toMatchObject({
      handled: 0,
      medianDays: null,
    });
  });
});
