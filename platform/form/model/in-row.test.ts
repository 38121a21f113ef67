import { describe, expect, test } from 'vitest';
import { choice, date, decimal, integer, table, text } from './field.ts';
import { cellWords, headlineOf, inRow, leadColumns } from './in-row.ts';

const price = decimal('房价', { scale: 2, currency: { column: 'currency', otherwise: '标准币种' } });
const stays = table(
  '住宿',
  {
    city: text('城市', { max: 20 }),
    price,
    currency: choice('币种', [{ value: 'USD', label: '美元' }]),
    nights: integer('晚数', { unit: '晚' }),
  },
  { maxRows: 9, rowName: '处' },
);

describe('a figure in a row', () => {
  test('stands with the currency its row names, or with what is said while none is named', () => {
    expect(cellWords(inRow(stays.columns, price, { currency: 'USD' }), '180.00')).toBe('180.00 美元');
    expect(cellWords(inRow(stays.columns, price, {}), '180.00')).toBe('180.00 标准币种');
    expect(cellWords(inRow(stays.columns, price, {}), undefined)).toBe('');
    expect(cellWords(stays.columns.nights, 3)).toBe('3 晚');
  });

  test('a day is said as people write it, and one in no calendar as it came', () => {
    const day = date('日期');
    expect(cellWords(day, '2026-05-18')).toBe('2026年5月18日');
    expect(cellWords(day, '2026-02-30')).toBe('2026-02-30');
  });
});

const kin = table(
  '家庭成员',
  {
    traveller: text('出访人员', { max: 30 }),
    relation: text('称谓', { max: 30, sensitivity: 'personal' }),
    name: text('姓名', { max: 30, sensitivity: 'personal' }),
    employer: text('工作单位', { max: 30 }),
  },
  { maxRows: 9, rowName: '位家属', names: ['name', 'relation'], lead: [['name', 'relation'], 'traveller'] },
);

describe('a row', () => {
  const row = { traveller: '柯采薇', relation: '配偶', name: '林某', employer: '某校' };

  test('is called by the person it is about and his role', () => {
    expect(headlineOf(kin, row)).toEqual({ title: '林某，配偶', rest: '柯采薇' });
    expect(headlineOf(stays, { city: '东京', price: '9.00' })).toEqual({
      title: '东京',
      rest: '9.00 标准币种',
    });
    expect(headlineOf(kin, {}).title).toBe('');
  });

  test('shows first what is decided by, in that order, and folds the rest in the order of the form', () => {
    expect(leadColumns(kin, ['traveller', 'name', 'employer'])).toEqual({
      lead: [['name'], ['traveller']],
      rest: ['employer'],
    });
    expect(leadColumns(stays, ['city', 'price'])).toEqual({ lead: [['city'], ['price']], rest: [] });
  });
});
