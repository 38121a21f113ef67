import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterDef } from '@zhitongche/case';
import { addDays } from '@zhitongche/base';
import { catchUpRegisters } from '../../../apps/server/src/job/catch-up-registers.ts';
import { register, registers } from './registers.ts';
import { stats } from '@zhitongche/insight/server';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';

/** A register of a folder the platform never heard of: the subject says where to, the number of copies how many people. */
const trips: RegisterDef = {
  key: 'journeys',
  title: '出行',
  summed: {
    countries: 'places',
    unless: ['state', 'gone'],
    words: { title: '去了哪里', unit: '次', none: '没有出行。' },
  },
  columns: [
    { key: 'subject', label: '任务' },
    { key: 'exitDate', label: '出境日期' },
    { key: 'places', label: '国家' },
  ],
  rows(state, { caseId }) {
    const { subject, copies } = state.answers;
    const words = typeof subject === 'string' ? subject.split(' ') : [];
    const status = state.status === 'completed' || state.status === 'issuing' ? 'approved' : 'gone';
    return Array.from({ length: typeof copies === 'number' ? copies : 0 }, (_, n) => ({
      id: `${caseId}:${n}`,
      subject: words.join('、'),
      exitDate: addDays('2026-06-01', words.length),
      places: words,
      state: status,
      first: n === 0,
    }));
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({
    services: [{ ...toyService, registers: [...toyService.registers, trips] }],
    pool: 8,
  });
  // People appear when they are first asked for, which two cases filed at once must not both do.
  for (const cast of ['filer', 'filer@other', 'signer', 'signer@other', 'handler'] as const)
    await t.actor(cast);
});
afterAll(() => t.drop());

const FULL = `select r.unit, r.day::text as day, c.country, count(distinct r.case_id)::int as trips, count(*)::int as persons
  from register_row r, jsonb_array_elements_text(r.data->'places') as c(country)
  where r.office = $1 and r.register = 'journeys' and r.data->>'state' <> 'gone' group by 1, 2, 3 order by 1, 2, 3`;
const KEPT = `select unit, day::text as day, country, trips, persons from country_fact where office = $1 order by 1, 2, 3`;
const SIZES_FULL = `select register, unit, count(*)::int as n from register_row where office = $1 group by 1, 2 order by 1, 2`;
const SIZES = `select register, unit, n from register_size where office = $1 and n > 0 order by 1, 2`;
const ask = (sql: string) => t.base.owner.query<Record<string, unknown>>(sql, [t.office]);

async function approved(by: 'filer' | 'filer@other', subject: string, copies: number): Promise<string> {
  const id = await submitted(t, 'toy', { subject, copies }, { by });
  await takes(t, by === 'filer' ? 'signer' : 'signer@other', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  return id;
}
const found = async (q: string): Promise<number> =>
  (await register(t.app, await t.actor('director'), 'journeys', { q })).items.length;

describe('what the rows of a register add up to', () => {
  const countries = ['日本', '法国', '巴西', '肯尼亚'] as const;
  const sum = async () => {
    const full = await ask(FULL);
    expect(full.length).toBeGreaterThan(0);
    expect(await ask(KEPT)).toEqual(full);
    expect(await ask(SIZES)).toEqual(await ask(SIZES_FULL));
  };

  it('is what counting them all gives, after random cases and changes, several hands at work', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            to: fc.subarray([...countries], { minLength: 1 }),
            people: fc.integer({ min: 1, max: 3 }),
            by: fc.constantFrom('filer' as const, 'filer@other' as const),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        async (cases) => {
          await Promise.all(cases.map(({ to, people, by }) => approved(by, to.join(' '), people)));
          await Promise.all([workOff(t.app), workOff(t.app), workOff(t.app)]);
          await sum();
        },
      ),
      { numRuns: 6 },
    );
  });

  it('is caught up with when a node of the previous program has written rows', async () => {
    const id = await approved('filer', '冰岛', 2);
    await workOff(t.app);
    // What the previous program writes: the same row, but it knows neither pairs nor sums.
    await t.base.db.query(
      `update register_row set data = jsonb_set(data, '{places}', '["挪威"]') || '{"subject":"挪威渔业"}',
         updated_at = updated_at + interval '1 hour' where office = $1 and case_id = $2 and register = 'journeys'`,
      [t.office, id],
    );
    await t.base.db.query(
      `insert into register_row (office, register, id, case_id, unit, day, data, updated_at)
       select office, register, id || '-more', case_id, unit, day, data, updated_at from register_row
       where office = $1 and case_id = $2 and register = 'journeys'`,
      [t.office, id],
    );
    // Found before the job has come by, and by nothing the row no longer says.
    expect(await found('渔业')).toBe(4);
    expect(await found('冰岛')).toBe(0);
    while ((await catchUpRegisters(t.app)) > 0);
    await sum();
    expect(await found('渔业')).toBe(4);
  });

  it('is what the pages show', async () => {
    const director = await t.actor('director');
    const rows = await ask(FULL);
    const of = (country: string) =>
      rows.filter((row) => row.country === country).reduce((n, row) => n + Number(row.persons), 0);
    const shown = await stats(t.app, director, { of: 'office', from: '2026-05-01', until: '2026-07-01' });
    for (const row of shown.byCountry)
      expect([row.country, row.persons]).toEqual([row.country, of(row.country)]);
    expect(shown.byCountry.length).toBeGreaterThan(3);
    const [size] = await t.base.owner.query<{ n: number }>(
      "select count(*)::int as n from register_row where office = $1 and register = 'journeys'",
      [t.office],
    );
    const list = await registers(t.app, director);
    expect(list.find((one) => one.key === 'journeys')?.count).toBe(size?.n);
  });
});

describe('the list of registers', () => {
  it('names each with its service and its rows and grows by no more with every service; a register tells its columns', async () => {
    const director = await t.actor('director');
    const [first] = await registers(t.app, director);
    expect(Object.keys(first ?? {}).toSorted()).toEqual(['count', 'key', 'service', 'serviceName', 'title']);
    const opened = await register(t.app, director, 'journeys', {});
    expect(opened.columns.map(({ key }) => key)).toEqual(['subject', 'exitDate', 'places']);
    expect(opened.title).not.toBe('');
  });
});

describe('a register is searched', () => {
  it('by any word of a row, whole or in part, every word typed at once', async () => {
    await approved('filer', '葡萄牙 里斯本港口', 1);
    await workOff(t.app);
    expect(await found('里斯本')).toBe(1);
    expect(await found('港口 葡萄牙')).toBe(1);
    expect(await found('港口 西班牙')).toBe(0);
    expect(await found('葡')).toBe(1);
    // The pairs 里斯 and 港口 are there, but not next to each other.
    expect(await found('里斯港口')).toBe(0);
    expect(await found('2026-06-0')).toBeGreaterThan(0);
  });
});
