import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Disclosure,
  type Finding,
  type Reconciliation,
  readDisclosure,
  reconcile,
} from '@zhitongche/budget';
import { beginCorrection, correct, isDirty } from './correction.ts';
import { functionShares, MEASURES, type OpenRow, shortName } from './open/comparison.ts';
import { pictureOf } from './picture.ts';
import { lineAt, placeMark, type SourceLine } from './source-place.ts';

const source = new URL('../fixtures/shanxi-fao-2024.txt', import.meta.url);
let model: Disclosure;
let findings: readonly Finding[];
let proof: Reconciliation;
const lines: SourceLine[] = [];

beforeAll(async () => {
  const reading = await readDisclosure(
    { name: 'x.txt', bytes: new Uint8Array(readFileSync(source)) },
    {
      onLine: ({ place, cells, cellLines }) =>
        lines.push({
          place,
          cells: [...cells],
          ...(cellLines === undefined ? {} : { lines: [...cellLines] }),
        }),
    },
  );
  if (!reading.ok) throw new Error('unread');
  ({ model, findings } = reading);
  proof = reconcile(model, findings);
});

describe('the picture of a proof', () => {
  it('shows every check in its rule’s row, and in the column of every part it compares', () => {
    const { rows } = pictureOf(model, proof);
    expect(rows.flatMap(({ checks }) => checks)).toHaveLength(proof.checks.length);
    for (const row of rows) {
      const shown = new Set([...row.cells, row.alone].flatMap(({ checks }) => checks));
      expect(shown.size).toBe(row.checks.length);
    }
  });

  it('marks 山西’s two wrong appropriations where table 12 meets the goal forms', () => {
    const row = pictureOf(model, proof).rows.find(({ rule }) => rule === 'B11');
    const wrong = row?.cells.filter(({ worst }) => worst === 'does-not-hold');
    expect(wrong?.map(({ column }) => column)).toEqual(['T12', 'forms']);
    expect(
      wrong?.[0]?.checks.filter(({ verdict }) => verdict === 'does-not-hold').map((c) => c.difference),
    ).toEqual(['-0.2', '-0.1']);
  });

  it('gives no colour to a table a rule does not speak of', () => {
    const row = pictureOf(model, proof).rows.find(({ rule }) => rule === 'B09');
    expect(row?.cells.filter(({ worst }) => worst !== null).map(({ column }) => column)).toHaveLength(1);
  });
});

describe('the source beside what was read', () => {
  it('finds the printed line of every finding, and it holds what the finding quotes', () => {
    const quoted = findings.filter(({ place, raw }) => Object.keys(place).length > 0 && raw !== '');
    expect(quoted.length).toBeGreaterThan(50);
    for (const finding of quoted) {
      const text = lines[lineAt(lines, finding.place)]?.cells.join('').replaceAll(/\s/g, '') ?? '';
      const [first = ''] = finding.raw.split('|');
      expect(text, finding.at).toContain(first.replaceAll(/[\s…]/g, ''));
    }
  });

  it('knows that a finding about the whole file stands nowhere', () => {
    expect(lineAt(lines, {})).toBe(-1);
    expect(lineAt(lines, { page: 3, row: 1 })).toBe(-1);
  });

  it('names places of every kind of file shortly', () => {
    expect([
      placeMark({ line: 12 }),
      placeMark({ page: 3, row: 5 }),
      placeMark({ sheet: '收支总表', row: 4, column: 2 }),
      placeMark({ table: 2, row: 7 }),
      placeMark({ paragraph: 9 }),
    ]).toEqual(['12', 'p3·5', '收支总表·4', '表2·7', '¶9']);
  });
});

describe('correcting', () => {
  it('takes every step back, and knows when there is nothing left to save', () => {
    const begun = beginCorrection(model, []);
    const typed = correct(begun, { do: 'type', sheet: 'T01', row: 0, column: 1, text: '1.00' });
    const settled = correct(typed, { do: 'settle', findings: [3, 5], how: 'corrected' });
    expect(isDirty(settled)).toBe(true);
    expect(settled.settled).toEqual([
      { finding: 3, how: 'corrected' },
      { finding: 5, how: 'corrected' },
    ]);
    const back = correct(correct(settled, { do: 'undo' }), { do: 'undo' });
    expect([back.model, back.settled, isDirty(back)]).toEqual([model, [], false]);
    expect(isDirty(correct(settled, { do: 'saved' }))).toBe(false);
  });

  it('takes a pasted block back as one step', () => {
    const begun = beginCorrection(model, []);
    const block = [
      ['1,000.00', '2.00'],
      ['3.00', '4.00'],
    ];
    const pasted = correct(begun, { do: 'paste', sheet: 'T03', row: 0, column: 3, block });
    const cells = pasted.model.tables.find(({ id }) => id === 'T03')?.rows.slice(0, 2);
    expect(cells?.map((row) => row.slice(3, 5))).toEqual([
      ['1000.00', '2.00'],
      ['3.00', '4.00'],
    ]);
    expect(correct(pasted, { do: 'undo' }).model).toBe(model);
  });

  it('replaces how a spot was dealt with, and forgets it when it is to be looked at again', () => {
    const one = correct(beginCorrection(model, []), { do: 'settle', findings: [3], how: 'corrected' });
    const two = correct(one, { do: 'settle', findings: [3], how: 'as-read' });
    expect(two.settled).toEqual([{ finding: 3, how: 'as-read' }]);
    expect(correct(two, { do: 'settle', findings: [3], how: null }).settled).toEqual([]);
  });
});

describe('departments side by side', () => {
  const row = (functions: OpenRow['profile']['functions']): OpenRow => ({
    id: '',
    department: null,
    year: null,
    layout: 'hebei',
    counts: { holds: 0, rounding: 0, 'does-not-hold': 0, 'cannot-be-checked': 0 },
    source: { name: '', size: 0, digest: '', at: '' },
    publishedAt: '',
    profile: {
      name: null,
      year: null,
      total: null,
      basic: null,
      project: null,
      personnel: null,
      publicUse: null,
      threePublic: {
        total: null,
        abroad: null,
        vehicle: null,
        purchase: null,
        running: null,
        reception: null,
      },
      staff: null,
      basicPerHead: null,
      projects: { count: 0, average: null, largest: null },
      functions,
    },
  });

  it('lists every class any department prints, and leaves the others blank instead of zero', () => {
    const shares = functionShares([
      row([{ code: '221', name: '住房保障支出', amount: '1', share: '100.00' }]),
      row([{ code: '201', name: '一般公共服务支出', amount: '2', share: '100.00' }]),
    ]);
    expect(shares).toEqual([
      { code: '201', name: '一般公共服务支出', shares: [null, '100.00'] },
      { code: '221', name: '住房保障支出', shares: ['100.00', null] },
    ]);
  });

  it('says nothing where nothing was published', () => {
    const { profile } = row([]);
    const values = MEASURES.flatMap(({ measures }) => measures.map(({ key, of }) => [key, of(profile)]));
    expect(values.filter(([, value]) => value !== null)).toEqual([['count', '0']]);
  });

  it('shortens the name of an office as people do', () => {
    expect(shortName('河北省人民政府外事办公室')).toBe('河北省外办');
  });
});
