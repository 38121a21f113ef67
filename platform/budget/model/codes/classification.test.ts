import { describe, expect, test } from 'vitest';
import { childrenByParent, levelOf, parentCode, schemeOf, subjects } from './classification.ts';
import { parseCsv } from '@zhitongche/base';

describe('the code systems as the disclosures print them', () => {
  test('an office is budgeted under 政府办公厅（室）及相关机构事务, not under 外交支出', () => {
    expect(subjects().get('20103')?.name).toBe('政府办公厅（室）及相关机构事务');
    expect(subjects().get('2010350')?.name).toBe('事业运行');
  });
  test('基本工资 maps to a different government code in a public institution', () => {
    expect(subjects().get('30101')?.government).toEqual({ administrative: '50101', institution: '50501' });
  });
  test('unconfirmed subjects say so', () => {
    expect([...subjects().values()].some((subject) => !subject.confirmed)).toBe(true);
    expect(subjects().get('2010301')?.confirmed).toBe(true);
  });
  test('the first digit tells the system, and only 3, 5 or 7 digits make a code', () => {
    expect(['2010301', '30212', '3021202', '50201', '2010', '401', ''].map(schemeOf)).toEqual([
      'functional',
      'economic',
      'economic',
      'government-economic',
      null,
      null,
      null,
    ]);
  });
});

describe('codes add up by prefix', () => {
  test('类 is above 款 is above 项', () => {
    expect(parentCode('2010301')).toBe('20103');
    expect(parentCode('201')).toBeNull();
    expect(['201', '20103', '2010301'].map(levelOf)).toEqual([1, 2, 3]);
  });
  test('a code whose parent is not printed stands alone', () => {
    const rows = [{ code: '301' }, { code: '30101' }, { code: '30201' }];
    expect([...childrenByParent(rows)]).toEqual([['301', [{ code: '30101' }]]]);
  });
});

test('a quoted comma and a doubled quote survive the CSV reader', () => {
  expect(parseCsv('a,b\n"x,""y""",2\n')).toEqual([{ a: 'x,"y"', b: '2' }]);
});
