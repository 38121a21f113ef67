import { stop } from '@zhitongche/base';
import { date, page, table, text } from '@zhitongche/form';
import { expect, test } from 'vitest';
import { move, wholeStages } from './given-stages.ts';
import type { RowContext } from './kind.ts';
import { STAYS } from './kind.ts';
import type { KeptRow } from './row.ts';

const set = page('去向', {
  holder: text('领用人', { max: 40, required: true }),
  until: date('归还日期'),
  loans: table('借出', { who: text('谁', { max: 40 }) }, { maxRows: 9, rowName: '次' }),
});
const whole = (...moves: ReturnType<typeof move>[]) =>
  wholeStages({ list: { in: '在库', gone: { label: '已销毁', ends: true } }, moves }, set.fields).moves;
const row = (answers: KeptRow['answers']) => ({ answers, stage: 'in' }) as unknown as KeptRow;
const context = {} as RowContext;

test('a stage of which nothing else is said is its label, and a row begins at the first', () => {
  const stages = wholeStages({ list: { in: '在库', gone: { label: '已销毁', ends: true } }, moves: [] });
  expect(stages).toMatchObject({ first: 'in', list: { in: { label: '在库' }, gone: { ends: true } } });
});

test('what a move asks under the name of a field of its own stands in the row, empty where nothing was said', () => {
  const [lend] = whole(move('lend', '借出', 'in', STAYS, { asks: ['holder', 'until'] }));
  expect(Object.values(lend?.form ?? {}).map(({ title, fields }) => [title, Object.keys(fields)])).toEqual([
    ['借出', ['holder', 'until']],
  ]);
  expect(lend?.sets?.(row({ until: '2026-01-01' }), { holder: '王' }, context)).toEqual({
    holder: '王',
    until: null,
  });
});

test('what only a move asks stays with its record, and a move that asks nothing has no form and sets nothing', () => {
  const [end, back] = whole(
    move('end', '停用', 'in', 'gone', { asks: { why: text('原因', { max: 9 }) } }),
    move('back', '退库', 'in', STAYS),
  );
  expect([end?.sets, end?.from, back?.form, back?.sets]).toEqual([undefined, ['in'], undefined, undefined]);
});

test('a table grows by the line that was asked, answers are cleared, and what a folder sets itself comes last', () => {
  const [add] = whole(
    move('add', '登记', 'in', STAYS, {
      adds: 'loans',
      clears: ['holder', 'until'],
      sets: () => ({ until: '2026-02-02' }),
    }),
  );
  expect(Object.keys(add?.form?.['asked']?.fields ?? {})).toEqual(['who']);
  expect(add?.sets?.(row({ loans: [{ who: '甲' }], holder: '甲' }), { who: '乙' }, context)).toEqual({
    loans: [{ who: '甲' }, { who: '乙' }],
    holder: null,
    until: '2026-02-02',
  });
});

test('reasons that do not hold are left out, and a field that is none is told where the folder is loaded', () => {
  const [only] = whole(
    move('only', '办理', 'in', STAYS, { needs: () => [false, stop('x.y', '', '不行', 'No', '等')] }),
  );
  expect(only?.needs?.(row({}), context).map(({ code }) => code)).toEqual(['x.y']);
  expect(() => whole(move('none', '办理', 'in', STAYS, { asks: ['nothing'] }))).toThrow('nothing');
});
