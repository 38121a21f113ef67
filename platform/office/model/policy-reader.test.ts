import { describe, expect, it } from 'vitest';
import type { PolicyDef, PolicyRow } from './policy.ts';
import { makePolicyReader } from './policy-reader.ts';

const DAYS: PolicyDef = {
  key: 'trip.max-days',
  label: '天数上限',
  type: 'number',
  unit: '天',
  default: 5,
  basis: { title: '示例意见' },
};
const defs: readonly PolicyDef[] = [
  DAYS,
  { key: 'trip.on', label: '启用', type: 'yes-no', default: true },
  { key: 'trip.word', label: '字', type: 'text', default: '外' },
  { key: 'trip.ranks', label: '职级', type: 'list', default: ['处级'] },
];
const row = (value: PolicyRow['value'], validFrom: string, more: Partial<PolicyRow> = {}): PolicyRow => ({
  key: DAYS.key,
  value,
  validFrom,
  source: `文件${validFrom}`,
  ...more,
});
const reader = (rows: readonly PolicyRow[], day = '2026-06-01', chain = ['unit', 'city', 'office']) =>
  makePolicyReader(defs, rows, chain, day);

describe('policy values', () => {
  it('are the declared default, with its basis, until an office sets them', () => {
    const policy = reader([]);
    expect(policy.number('trip.max-days')).toBe(5);
    expect(policy.basis('trip.max-days')).toEqual({ title: '示例意见' });
    expect([policy.flag('trip.on'), policy.text('trip.word'), policy.list('trip.ranks')]).toEqual([
      true,
      '外',
      ['处级'],
    ]);
    expect(policy.basis('trip.word')).toBeUndefined();
  });

  it('change on the day a row comes into force, not before, and end with its last day', () => {
    const rows = [row(6, '2026-01-01', { validTo: '2026-06-30' }), row(8, '2026-07-15')];
    expect(reader(rows, '2025-12-31').number(DAYS.key)).toBe(5);
    expect(reader(rows, '2026-01-01').number(DAYS.key)).toBe(6);
    expect(reader(rows, '2026-06-30').number(DAYS.key)).toBe(6);
    expect(reader(rows, '2026-07-01').number(DAYS.key)).toBe(5);
    expect(reader(rows, '2026-07-15').number(DAYS.key)).toBe(8);
    expect(reader(rows, '2026-07-15').basis(DAYS.key)).toEqual({ title: '文件2026-07-15' });
  });

  it('take the latest of several rows in force, whatever their order', () => {
    const rows = [row(9, '2026-05-01'), row(6, '2026-01-01')];
    expect(reader(rows).number(DAYS.key)).toBe(9);
    expect(reader(rows.toReversed()).number(DAYS.key)).toBe(9);
  });

  it('take the nearest organisation over a later row of a farther one', () => {
    const rows = [
      row(9, '2026-05-01'),
      row(7, '2026-02-01', { org: 'city' }),
      row(3, '2026-03-01', { org: 'other' }),
    ];
    expect(reader(rows).number(DAYS.key)).toBe(7);
    expect(reader(rows, '2026-06-01', ['unit', 'office']).number(DAYS.key)).toBe(9);
  });

  it('pass over rows of the wrong type', () => {
    expect(reader([row('六', '2026-01-01'), row(Number.NaN, '2026-02-01')]).number(DAYS.key)).toBe(5);
  });

  describe('of fees', () => {
    const FEE: PolicyDef = { key: 'x.fee', label: '费', type: 'money', unit: '份', default: '' };
    const fee = (value: string, validFrom: string, validTo?: string): PolicyRow => ({
      key: FEE.key,
      value,
      validFrom,
      source: '某价〔2026〕1号',
      ...(validTo === undefined ? {} : { validTo }),
    });
    const on = (day: string, rows: readonly PolicyRow[], def = FEE) =>
      makePolicyReader([def], rows, ['unit', 'office'], day).money(FEE.key);

    it('are none between two rows, before the first and after the last', () => {
      const rows = [fee('50', '2026-01-01', '2026-06-30'), fee('60.00', '2026-07-02', '2026-12-31')];
      expect(
        ['2025-12-31', '2026-06-30', '2026-07-01', '2026-07-02', '2027-01-01'].map((day) => on(day, rows)),
      ).toEqual([undefined, '50', undefined, '60.00', undefined]);
    });

    it('end where the next begins, and do not come back after it', () => {
      const rows = [fee('50', '2026-01-01'), fee('60', '2026-07-01', '2026-07-31')];
      expect(['2026-06-30', '2026-07-31', '2026-08-01'].map((day) => on(day, rows))).toEqual([
        '50',
        '60',
        undefined,
      ]);
    });

    it('have the amount they are delivered with only while the office has set none', () => {
      const def = { ...FEE, default: '720.00' };
      expect(on('2026-03-01', [], def)).toBe('720.00');
      expect(on('2026-03-01', [fee('800', '2026-07-01')], def)).toBeUndefined();
    });

    it('are amounts to the fen and nothing else', () => {
      expect(on('2026-03-01', [fee('1.005', '2026-01-01')])).toBeUndefined();
      expect(() => makePolicyReader([DAYS], [], [], '2026-01-01').money(DAYS.key)).toThrow('no fee');
    });
  });

  it('know the kernel’s own figures without declaration', () => {
    expect(reader([]).number('clock.remind-at')).toBe(80);
  });

  it('refuse what is not declared or of another type: a bug of the service', () => {
    expect(() => reader([]).number('trip.nothing')).toThrow('not declared');
    expect(() => reader([]).number('__proto__')).toThrow('not declared');
    expect(() => reader([]).flag(DAYS.key)).toThrow('no yes-no');
  });
});
