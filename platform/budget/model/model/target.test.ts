import { describe, expect, test } from 'vitest';
import { parseCsv } from '@zhitongche/base';
import { indicatorCsv } from '../data/indicator-catalogue.ts';
import { parseTarget, targetDoubt } from './target.ts';

const published = parseCsv(indicatorCsv);

describe('a printed target is taken apart the way the offices mean it', () => {
  test('all 400 published targets give operator, value, unit and deadline of the catalogue', () => {
    expect(published).toHaveLength(400);
    const differing = published.flatMap((row) => {
      const target = parseTarget(row['target_raw'] ?? '', {
        year: '2024',
        level2: row['level2'] ?? '',
        description: row['description'] ?? '',
      });
      const ours = [target.operator, target.value ?? '', target.unit ?? '', target.deadline ?? ''].join('|');
      const theirs = [row['operator'], row['value'], row['unit'], row['deadline']].join('|');
      return ours === theirs ? [] : [`${row['target_raw']}: ${ours} ≠ ${theirs}`];
    });
    expect(differing).toEqual([]);
  });

  test('every comparison with last year, a standard or a direction is told apart from a state', () => {
    const project = published.filter(
      (row) => row['level1'] !== '部门分项目标' && row['operator'] === 'qualitative',
    );
    const differing = project.flatMap((row) => {
      const kind = parseTarget(row['target_raw'] ?? '', { year: '2024' }).qualitative;
      return kind === (row['baseline'] || 'state')
        ? []
        : [`${row['target_raw']}: ${kind} ≠ ${row['baseline']}`];
    });
    expect(differing).toEqual([]);
  });

  test('two numbers in one target are not silently halved', () => {
    expect(parseTarget('5%至10%', { year: '2024' }).operator).toBe('qualitative');
  });

  test('a date without a budget year is not invented', () => {
    expect(parseTarget('11月底前', { year: null }).deadline).toBeUndefined();
  });

  test('the thirty-first of a short month is no date', () => {
    expect(parseTarget('6月31日前', { year: '2024' }).deadline).toBeUndefined();
  });

  test('every way to print a comparison is understood, negative numbers keep their sign', () => {
    const seen = (raw: string) => {
      const { operator, value, unit } = parseTarget(raw, { year: '2024' });
      return [operator, value, unit];
    };
    for (const sign of ['大于等于', '大于或等于', '≧', '⩾', '>=', '=>', '≮', '不得低于', '至少'])
      expect(seen(`${sign}10次`), sign).toEqual(['≥', '10', '次']);
    for (const sign of ['小于等于', '小于或等于', '≦', '⩽', '<=', '=<', '≯', '不得超过', '最多'])
      expect(seen(`${sign}10次`), sign).toEqual(['≤', '10', '次']);
    expect(seen('大于10次')).toEqual(['>', '10', '次']);
    expect(seen('﹥10次')).toEqual(['>', '10', '次']);
    expect(seen('≥-5%')).toEqual(['≥', '-5', '%']);
    expect(seen('≥−5%')).toEqual(['≥', '-5', '%']);
    expect(seen('－５％')).toEqual(['=', '-5', '%']);
    expect(seen('≥5,000人次')).toEqual(['≥', '5000', '人次']);
  });

  test('a number that cannot be told is none, and a person is asked', () => {
    for (const raw of ['≥l0次', '≥1O次', '≥I5人', '±5%', '≥50 12', '≥5①0次', '≥1.2.3%', '≥80%-90%']) {
      expect(parseTarget(raw, { year: '2024' }), raw).toMatchObject({ operator: 'qualitative', value: null });
      expect(targetDoubt(raw), raw).not.toBeNull();
    }
    for (const raw of ['≥10次', '≤21.4万', '比上年提升', '11月底前', '≥100m²', '≥95%'])
      expect(targetDoubt(raw), raw).toBeNull();
  });

  test('21.4万 without a thing that is counted stays as printed', () => {
    expect(parseTarget('≤21.4万', { year: '2024' })).toMatchObject({ value: '21.4', unit: '万' });
  });

  test('1.5万份 is fifteen thousand, 1.5万元 stays in 万元', () => {
    expect(parseTarget('≥1.5万份', { year: '2024' })).toMatchObject({ value: '15000', unit: '份' });
    expect(parseTarget('≤1.5万元', { year: '2024' })).toMatchObject({ value: '1.5', unit: '万元' });
  });
});
