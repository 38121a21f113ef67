import { date, files, form, type Answers, table, text } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import type { Json } from '@zhitongche/base';
import { runCheck } from '../run-checks.ts';
import { sampleContext } from '../testing.ts';
import type { PreparedPaper, PreparedPapers } from './prepared-paper.ts';
import { DRAWN, drawnLookup, type DrawnKnown, versionChecks } from './version-check.ts';

const scan = { accept: ['pdf'], maxBytes: 1000, maxFiles: 3 };
const trip = form({
  all: {
    title: '团组',
    fields: {
      leave: date('出境日期', {}),
      phone: text('电话', { max: 20, sensitivity: 'personal' }),
      letter: files('请示', scan),
      boards: table(
        '公示',
        { unit: text('单位', { max: 20 }), sealed: files('公示说明', scan) },
        { maxRows: 3, rowName: '单位' },
      ),
    },
  },
});
const request: PreparedPaper = {
  title: '请示',
  back: 'letter',
  shows: ['leave', 'phone'],
  write: () => [],
};
const prepared: PreparedPapers = {
  request,
  notice: { title: '公示说明', back: 'boards.sealed', shows: ['leave'], ofRow: ['unit'], write: () => [] },
};
const service = { form: trip, prepared, derive: (): Json => ({ money: '1.00' }) };
const file = (version?: string): Json => ({
  id: 'a',
  name: '扫描件.pdf',
  size: 1,
  type: 'application/pdf',
  digest: '0'.repeat(64),
  ...(version === undefined ? {} : { version }),
});
const CODE = '7K3D-Q9FM-2XTH';

const found = (answers: Answers, known: Readonly<Record<string, DrawnKnown>> | undefined) => {
  const context = sampleContext([]);
  const facts = {
    ...context.facts,
    lookup: (name: string) => (name === DRAWN ? (known as Json | undefined) : undefined),
  };
  return versionChecks(service).flatMap((check) => runCheck(check, answers, { ...context, facts }));
};
const version = (changed: readonly string[], was: Answers = {}, figures: Json = null): DrawnKnown => ({
  drawn: true,
  versions: { [CODE]: { paper: 'request', changed, was, figures } },
});

describe('a prepared paper that comes back', () => {
  test('is taken when its code is that of what is filled in', () => {
    expect(found({ letter: [file(CODE)] }, { letter: version([]) })).toEqual([]);
  });

  test('is told old with what changed since, the old value only of what nobody hides', () => {
    const [problem, ...rest] = found(
      { letter: [file(CODE)] },
      { letter: version(['leave', 'phone'], { leave: '2026-03-01' }) },
    );
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: 'prepared.version', level: 'block', at: ['letter'] });
    expect(problem?.message).toBe(
      '“扫描件.pdf”是《请示》的旧版本，下载之后改了：出境日期（原为“2026年3月1日”）、电话',
    );
  });

  test('is refused with a code of another case, and asked for one where a paper was drawn and none was read', () => {
    expect(found({ letter: [file('AAAA')] }, { letter: version([]) })).toMatchObject([
      { code: 'prepared.version', level: 'block', at: ['letter'] },
    ]);
    expect(found({ letter: [file()] }, { letter: version([]) })).toMatchObject([
      { code: 'prepared.uncoded', level: 'warn', at: ['letter'] },
    ]);
  });

  test('is the unit’s own affair where nothing was drawn, and as long as nobody has answered', () => {
    expect(found({ letter: [file()] }, { letter: { drawn: false, versions: {} } })).toEqual([]);
    expect(found({ letter: [file(CODE)] }, undefined)).toEqual([]);
  });

  test('is held against its own row of a table', () => {
    const boards = [{ unit: '甲' }, { unit: '乙', sealed: [file(CODE)] }];
    const known = {
      drawn: true,
      versions: {
        [CODE]: { paper: 'notice', changed: ['row/unit'], was: { 'row/unit': '丙' }, figures: null },
      },
    };
    expect(found({ boards }, { 'boards.1.sealed': known })).toMatchObject([
      { at: ['boards', 1, 'sealed'], message: expect.stringContaining('单位（原为“丙”）') },
    ]);
  });

  test('shows figures of its own: other figures are another version', () => {
    const money = { ...service, prepared: { request: { ...request, figures: (d: Json) => d } } };
    const context = sampleContext([]);
    const says = (figures: Json) =>
      versionChecks(money).flatMap((check) =>
        runCheck(
          check,
          { letter: [file(CODE)] },
          {
            ...context,
            facts: {
              ...context.facts,
              lookup: () => ({ letter: version([], {}, figures) }) as unknown as Json,
            },
          },
        ),
      );
    expect(says({ money: '1.00' })).toEqual([]);
    expect(says({ money: '2.00' })).toMatchObject([{ message: expect.stringContaining('自动计算的数额') }]);
  });
});

test('the registers are asked only once something was brought, and are told which old values may be said', () => {
  const { args } = drawnLookup(service);
  expect(args({ leave: '2026-03-01' })).toBeUndefined();
  expect(args({ leave: '2026-03-01', phone: '1', letter: [file(CODE)] })).toEqual({
    letter: {
      papers: { request: { answers: { leave: '2026-03-01', phone: '1' }, figures: null } },
      open: ['leave'],
      codes: [CODE],
    },
  });
});
