import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { toyFaults } from '../../register/testing/toy-faults.ts';
import { addDays, addMonths } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import { keepRow } from '@zhitongche/register/server';
import { faultMeasures, toyMeasures } from '../testing/toy-measures.ts';
import { countSubjects } from './count-subjects.ts';
import { projectMeasures } from './project-measures.ts';
import { measureHistory, measureLines, measureList } from './read-measures.ts';

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

/** Follows until nothing is left: acts count once nobody older can still commit, and other tests share the server. */
const settled = async (looked: () => Promise<void>) =>
  vi.waitFor(
    async () => {
      await Promise.all([projectMeasures(t.app, t.office), projectMeasures(t.app, t.office)]);
      await looked();
    },
    { timeout: 20_000 },
  );
const wordsOf = async (code: string, month: string) =>
  (await measureHistory(t.app, await t.actor('handler'), code)).months.find((one) => one.month === month)
    ?.words;
const fault = async (answers: Answers, id?: string, revision = 1) =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-faults',
      key: newId(),
      ...(id === undefined
        ? { command: { act: 'enter' as const, answers } }
        : { id, revision, command: { act: 'edit' as const, answers } }),
    })
  ).id;

describe('the faults of a month', () => {
  it('are counted, averaged and held against their limits, each with the list behind it; what was withdrawn is out', async () => {
    t.at('2026-11-20');
    const one = { what: '一', reported: '2026-11-02T09:00', minutes: 15 };
    await fault({ ...one, answered: '2026-11-02T09:10' });
    await fault({ ...one, what: '二', answered: '2026-11-02T09:20' });
    await fault({ ...one, what: '三' });
    await fault({ ...one, what: '四', cancelled: '误报', answered: '2026-11-02T10:00' });
    await settled(async () => expect(await wordsOf('toy.faults', '2026-11-01')).toBe('3起'));
    expect(await wordsOf('toy.answer', '2026-11-01')).toBe('15分钟');
    expect(await wordsOf('toy.in-time', '2026-11-01')).toBe('50.0%');
    expect(await wordsOf('toy.in-time', '2026-10-01')).toBe('没有可计的');
    const { items } = await measureLines(t.app, await t.actor('handler'), 'toy.answer', {
      from: '2026-11-01',
      until: '2026-11-30',
    });
    expect(items.map(({ title, words }) => `${title} ${words}`).sort()).toEqual(['一 10分钟', '二 20分钟']);
  });

  it('that is over moves in sight when something in it is corrected later', async () => {
    t.at('2026-12-01');
    const id = await fault({ what: '补报', reported: '2026-11-05T09:00', minutes: 15 });
    await settled(async () => expect(await wordsOf('toy.faults', '2026-11-01')).toBe('4起'));
    t.at('2026-12-02');
    await fault({ what: '补报', reported: '2026-11-05T09:00', minutes: 15, cancelled: '重复' }, id);
    await settled(async () => expect(await wordsOf('toy.faults', '2026-11-01')).toBe('3起'));
    const { shifts } = await measureHistory(t.app, await t.actor('handler'), 'toy.faults');
    expect(shifts.map(({ month, before, after }) => [month, before, after])).toEqual([
      ['2026-11-01', '1', '0'],
      ['2026-11-01', '0', '1'],
    ]);
  });
});

it('what is to come later in the year counts for its own month, and is seen there', async () => {
  t.at('2026-09-10');
  await fault({ what: '预报', reported: '2026-12-24T09:00', minutes: 15 });
  await settled(async () => expect(await wordsOf('toy.faults', '2026-12-01')).toBe('1起'));
  const listed = (await measureList(t.app, await t.actor('handler'))).find(
    ({ code }) => code === 'toy.faults',
  );
  expect(listed?.month.words).toBe('0起');
  const { months } = await measureHistory(t.app, await t.actor('handler'), 'toy.faults');
  const ofYear = months.filter(({ month }) => month.startsWith('2026'));
  expect(String(ofYear.reduce((sum, { value }) => sum + Number(value), 0))).toBe(listed?.year.value);
});

describe('what cases come to', () => {
  const figures = async (cast: Parameters<TestOffice['actor']>[0]) =>
    Object.fromEntries(
      (await measureList(t.app, await t.actor(cast))).map(({ code, year }) => [code, year.words]),
    );

  it('is each reader’s own: a unit’s its cases, the office’s what came out of the units, an administrator’s nothing', async () => {
    t.at('2026-12-02');
    const id = await submitted(t, 'toy', { subject: '甲', copies: 3 }, { by: 'filer' });
    await submitted(t, 'toy', { subject: '乙', copies: 4 }, { by: 'filer@other' });
    await settled(async () => expect((await figures('filer'))['toy.copies']).toBe('3份'));
    expect((await figures('filer@other'))['toy.copies']).toBe('4份');
    // Both wait for the signature of their unit.
    expect((await figures('handler'))['toy.copies']).toBe('0份');
    await takes(t, 'signer', id, { act: 'agree' });
    await settled(async () => expect((await figures('handler'))['toy.copies']).toBe('3份'));
    expect((await figures('handler'))['toy.persons']).toBe('1人');
    expect(Object.keys(await figures('filer'))).toEqual(['toy.copies', 'toy.persons']);
    expect(await figures('system-admin')).toEqual({});
    await expect(
      measureLines(t.app, await t.actor('filer'), 'toy.faults', { from: '2026-01-01', until: '2026-12-31' }),
    ).rejects.toMatchObject({ code: 'measure.unknown' });
  });

  it('each list sums to its number, and the lines kept are those counted from nothing but the record', async () => {
    let day = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            copies: fc.integer({ min: 1, max: 8 }),
            road: fc.constantFrom('filed', 'agreed', 'cancelled', 'corrected'),
            late: fc.boolean(),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (cases) => {
          for (const { copies, road, late } of cases) {
            day += late ? 20 : 1;
            t.at(addDays('2026-12-03', day));
            const id = await submitted(t, 'toy', { subject: '丙', copies }, { by: 'filer' });
            if (road === 'cancelled') await takes(t, 'filer', id, { act: 'cancel', opinion: '不再办理' });
            if (road === 'agreed') await takes(t, 'signer', id, { act: 'agree' });
            if (road === 'corrected') {
              await takes(t, 'signer', id, {
                act: 'correct',
                faults: [{ at: 'subject', message: '请写明。' }],
              });
              await takes(t, 'filer', id, { act: 'submit', answers: { subject: '丙', copies: copies + 1 } });
            }
            if (late) await projectMeasures(t.app, t.office);
          }
          const kept = () =>
            t.app.db.query('select * from measure_line where office = $1 order by measure, subject, seq', [
              t.office,
            ]);
          const anew = async () => {
            const cases_ = await t.app.db.query<{ id: string }>(
              'select id from case_file where office = $1',
              [t.office],
            );
            const rows = await t.app.db.query<{ id: string }>('select id from kept_row where office = $1', [
              t.office,
            ]);
            await t.app.db.tx(async (query) => {
              await query('delete from measure_line where office = $1', [t.office]);
              await countSubjects(t.app, query, t.office, [
                ...cases_.map(({ id }) => ({ kind: 'case' as const, id })),
                ...rows.map(({ id }) => ({ kind: 'row' as const, id })),
              ]);
            });
          };
          const count = await t.app.db.query<{ n: number }>(
            `select count(*)::int as n from case_file where office = $1 and status not in ('draft', 'cancelled')`,
            [t.office],
          );
          await settled(async () =>
            expect(
              (await kept()).filter((line) => (line as { measure: string }).measure === 'toy.copies'),
            ).toHaveLength(count[0]?.n ?? -1),
          );
          const before = await kept();
          await anew();
          expect(await kept()).toEqual(before);
        },
      ),
      { numRuns: 6 },
    );
    const filer = await t.actor('filer');
    for (const { month, lines, value } of (await measureHistory(t.app, filer, 'toy.copies')).months) {
      let sum = 0;
      for (let cursor: string | undefined | null = undefined; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof measureLines>> = await measureLines(
          t.app,
          filer,
          'toy.copies',
          {
            from: month,
            until: addDays(addMonths(month, 1), -1),
            cursor,
            limit: 2,
          },
        );
        sum += page.items.reduce((all, { n }) => all + Number(n), 0);
        cursor = page.next;
      }
      if (lines > 0) expect(sum).toBe(Number(value));
    }
  });
});
