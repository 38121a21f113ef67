import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { beenAtOffice, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { inbox } from '../query/case-lists.ts';
import { exportCases } from './export-cases.ts';
import { readSheets } from '../../../file/server/sheet.ts';
import { listWorkbook } from '@zhitongche/file/server';

type Filter = Omit<Parameters<typeof exportCases>[2], 'cursor' | 'tab'>;

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  for (const [day, subject, by] of [
    ['2026-03-02', '甲', 'filer'],
    ['2026-03-03', '乙', 'filer'],
    ['2026-03-10', '丙', 'filer@other'],
  ] as const) {
    t.at(day);
    const id = await submitted(t, 'toy', { subject, copies: 1 }, { by });
    await beenAtOffice(t, [id]);
    if (subject === '乙') await takes(t, 'signer', id, { act: 'agree' });
  }
  // Three working days of the first are over.
  t.at('2026-03-11');
});
afterAll(() => t.drop());

/** Subjects as the spreadsheet lists them, in its order. */
async function exported(filter: Filter): Promise<string[]> {
  const { bytes } = await exportCases(t.app, await t.actor('window'), {
    ...filter,
    tab: 'all',
  });
  const sheet = await readSheets('list.xlsx', bytes);
  if (!sheet.ok) throw new Error(sheet.problems.map((problem) => problem.message).join());
  return sheet.value.flatMap(({ cells }) =>
    cells.flat().flatMap((cell) => /^([甲乙丙])证明$/.exec(cell)?.[1] ?? []),
  );
}

describe('the exported list', () => {
  it.each<[string, () => Filter, string[]]>([
    ['no filter', () => ({}), ['丙', '乙', '甲']],
    ['the order', () => ({ sort: 'oldest' }), ['甲', '乙', '丙']],
    ['a light', () => ({ light: 'red', step: 'sign' }), ['甲']],
    ['a step', () => ({ step: 'review' }), ['乙']],
    ['a unit', () => ({ unit: t.orgs.other }), ['丙']],
    ['days of filing', () => ({ from: '2026-03-03', until: '2026-03-09' }), ['乙']],
  ])('holds the rows of the list under %s', async (_what, filter, subjects) => {
    expect(await exported(filter())).toEqual(subjects);
    const listed = await inbox(t.app, await t.actor('window'), { ...filter(), tab: 'all' });
    expect(listed.items.map((row) => row.title)).toEqual(subjects.map((subject) => `${subject}证明`));
  });

  it('gives the days that are left as numbers, also where they are overdue, and text that begins like a formula as text', async () => {
    const { bytes } = await exportCases(t.app, await t.actor('window'), {
      light: 'red',
      step: 'sign',
      tab: 'all',
    });
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    // Due on Thursday the 5th: the 6th, 9th, 10th and 11th are over it. A cell without a type is a number (ECMA-376, 18.3.1.4).
    expect([...sheet.matchAll(/<c r="J3"([^>]*)><v>([^<]*)<\/v>/g)].map(([, , value]) => value)).toEqual([
      '-4',
    ]);
    expect(sheet).not.toMatch(/<c r="J3"[^>]* t="/);
    const list = await listWorkbook({
      title: '表',
      heads: ['名称', '天'],
      rows: [['-4', -4]],
      watermark: '',
    });
    const read = await readSheets('list.xlsx', list);
    expect(read.ok && read.value[0]?.cells.at(-1)).toEqual(["'-4", '-4']);
  });
});
