import { parseTarget } from '@zhitongche/budget';
import type { TargetBinding } from '@zhitongche/register';
import { describe, expect, it } from 'vitest';
import { countsOf } from './counts.ts';
import type { IndicatorLine } from './line.ts';
import { type Facts, type MeasuredHere, standingOf, takesAsProposed } from './standing.ts';

const line = (name: string, raw: string, more: Partial<IndicatorLine> = {}): IndicatorLine => ({
  project: '外事管理经费',
  code: '',
  level1: '产出指标',
  level2: '数量指标',
  name,
  description: '',
  basis: '',
  targets: [{ scope: '年度', raw, target: parseTarget(raw, { year: '2026' }) }],
  ...more,
});

/** A measure of `n` a week in each of the first weeks of the year. */
const measured = (
  measure: MeasuredHere['measure'],
  weeks: number,
  n: number,
  more: Partial<MeasuredHere> = {},
): MeasuredHere => ({
  measure,
  seen: true,
  whole: true,
  total: { n: String(weeks * n), lines: weeks, persons: 0, squares: String(weeks * n * n) },
  weeks: Array.from({ length: weeks }, (_, week) => ({ week, sum: n, lines: 1, squares: n * n })),
  ...more,
});
const SESSIONS = { code: 'train.sessions', name: '培训次数', what: '', unit: '次', sort: 'things' } as const;
const facts = (more: Partial<Facts> = {}): Facts => ({
  own: true,
  year: 2026,
  day: '2026-07-02',
  measures: new Map([['train.sessions', measured(SESSIONS, 26, 1)]]),
  ceilings: [],
  bindings: [],
  judgements: [],
  published: [],
  rules: { yellowPoints: 10, redPoints: 20 },
  ...more,
});
const bound = (more: Partial<TargetBinding>): TargetBinding & { readonly id: string } => ({
  id: 'row',
  year: 2026,
  department: '',
  project: '外事管理经费',
  code: '',
  name: '培训次数',
  way: 'computed',
  measure: 'train.sessions',
  ceiling: '',
  list: '',
  share: '',
  rule: '',
  reading: '',
  reason: '人定的',
  ...more,
});

describe('a line nobody bound', () => {
  it('is proposed with its reason, and stands where the measure stands', () => {
    const one = standingOf(line('培训次数', '≥52次'), facts());
    expect(one).toMatchObject({
      state: 'proposed',
      way: 'computed',
      reason: '数的是开了几次班',
      value: '26次',
      lines: 26,
    });
    expect(one.light?.light).toBe('green');
    expect(one.forecast).toMatch(/^约52次（\d+次–\d+次）$/);
    expect(takesAsProposed(one)).toBe(true);
  });
  it('waits by name for a record nobody keeps, and counts as unbound', () => {
    const one = standingOf(line('接待人数', '≥100人'), facts());
    expect(one).toMatchObject({ state: 'unbound', waits: '“外宾接待”的记录', value: null });
    expect(countsOf([one])).toMatchObject({ unbound: 1, proposed: 0 });
  });
  it('of another unit is proposed to nobody', () => {
    const one = standingOf(line('培训次数', '≥52人次'), facts());
    expect(one).toMatchObject({ state: 'unbound', value: null, finding: { code: 'unit' } });
    expect(takesAsProposed(one)).toBe(false);
  });
});

describe('a bound line', () => {
  it('is live, and of two columns the year’s target judges', () => {
    const both = line('培训次数', '', {
      targets: [
        { scope: '实施期', raw: '≥500次', target: parseTarget('≥500次', { year: '2026' }) },
        { scope: '年度', raw: '≥20次', target: parseTarget('≥20次', { year: '2026' }) },
      ],
    });
    const one = standingOf(both, facts({ bindings: [bound({})] }));
    expect(one).toMatchObject({ state: 'bound', light: { light: 'green', words: '已完成' } });
    expect(countsOf([one])).toMatchObject({ computed: 1, unbound: 0 });
  });
  it('whose measure is switched off says so and is not live', () => {
    const one = standingOf(line('培训次数', '≥20次'), facts({ bindings: [bound({ measure: 'no.such' })] }));
    expect(one).toMatchObject({ state: 'bound', value: null, light: null, finding: { code: 'gone' } });
    expect(countsOf([one])).toMatchObject({ computed: 0, unbound: 1 });
  });
  it('without data says so, which is no zero', () => {
    const pass = { code: 'train.pass', name: '合格率', what: '', unit: '', sort: 'rate' } as const;
    const none = measured(pass, 0, 0);
    const one = standingOf(line('培训合格率', '≥95%'), facts({ measures: new Map([['train.pass', none]]) }));
    expect(one).toMatchObject({ value: '没有可计的', light: null, forecast: null });
  });
  it('of another office, or counted from what the reader may not see, has no figure', () => {
    const elsewhere = standingOf(line('培训次数', '≥20次'), facts({ own: false }));
    const hidden = standingOf(
      line('培训次数', '≥20次'),
      facts({ measures: new Map([['train.sessions', measured(SESSIONS, 26, 1, { seen: false })]]) }),
    );
    for (const one of [elsewhere, hidden]) expect(one).toMatchObject({ value: null, light: null });
  });
  it('that a person judges shows the last judgement', () => {
    const judged = (id: string, day: string) => ({
      ...bound({ way: 'review' }),
      way: 'review' as const,
      id,
      day,
      judge: '财务处',
      list: '清单',
      verdict: '达到',
      found: '',
      lastYear: '',
      evidence: '',
    });
    const one = standingOf(
      line('培训次数', '良好'),
      facts({
        bindings: [bound({ way: 'review', measure: '' })],
        judgements: [judged('old', '2026-02-01'), judged('new', '2026-06-01')],
      }),
    );
    expect(one.judgement?.id).toBe('new');
    expect(one.finding).toBeNull();
  });
});

it('a figure that is still being counted is shown and judged by nobody', () => {
  const building = measured(SESSIONS, 26, 1, { whole: false });
  const one = standingOf(
    line('培训次数', '≥52次'),
    facts({ measures: new Map([['train.sessions', building]]) }),
  );
  expect(one).toMatchObject({ value: '26次', whole: false, light: null, forecast: null });
});

describe('the money of one purpose', () => {
  const ceiling = {
    id: 'c',
    name: '等级保护测评',
    amount: '320000.00',
    project: '',
    purpose: '等级保护测评',
    spent: '100000.00',
    forecast: null,
  };
  const cost = line('重要信息系统等级保护测评服务费', '≤32万元');
  const published = [
    {
      department: '',
      project: '',
      name: '重要信息系统等级保护测评服务费',
      raw: '≤32万元',
      source: 'ledger.line',
      automation: 'auto',
    },
  ];
  it('stands by the ceiling with its amount and words, never by what the whole office spends', () => {
    expect(standingOf(cost, facts({ published, ceilings: [ceiling] }))).toMatchObject({
      state: 'proposed',
      value: '10.00万元',
      ceiling: { name: '等级保护测评' },
      light: { words: '在上限内' },
    });
    for (const ceilings of [
      [],
      [{ ...ceiling, amount: '330000.00' }],
      [{ ...ceiling, purpose: '密评' }],
      [ceiling, { ...ceiling, id: 'd' }],
    ])
      expect(standingOf(cost, facts({ published, ceilings }))).toMatchObject({
        state: 'unbound',
        finding: { code: 'no-ceiling' },
      });
  });
});
