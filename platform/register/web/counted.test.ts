import { form, integer, table, text } from '@zhitongche/form';
import { expect, test } from 'vitest';
import { countAnswers, type Counted, countWords, scannedNames } from './counted.ts';

const found: Counted = {
  expected: 6,
  scanned: 5,
  repeated: 1,
  missing: [
    { id: '1', title: 'YZ1', name: 'YZ1', stage: '在库' },
    { id: '2', title: 'YZ2', name: 'YZ2', stage: '在库' },
    { id: '3', title: 'YZ3', name: 'YZ3', stage: '在库' },
  ],
  missingCount: 3,
  elsewhere: [{ id: '4', title: 'YZ4', name: 'YZ4', stage: '领用' }],
  unknown: ['YZ999'],
  unknownCount: 1,
};

test('what a scanner typed is read line by line, and pasted lists too', () => {
  expect(scannedNames('YZ1\r\nYZ2\n\n YZ3，YZ4 YZ5;\n')).toEqual(['YZ1', 'YZ2', 'YZ3', 'YZ4', 'YZ5']);
});

test('what a count has found is said in one sentence', () => {
  expect(countWords(found, '张')).toBe(
    '应有 6 张，扫到 5 张，少 3 张，1 张账上不在此处，1 个号码账上没有；重复扫了 1 次，只算一次',
  );
  const right = {
    ...found,
    scanned: 6,
    repeated: 0,
    missing: [],
    missingCount: 0,
    elsewhere: [],
    unknownCount: 0,
  };
  expect(countWords(right, '张')).toBe('应有 6 张，扫到 6 张，完全相符');
});

test('a count on record starts from what was found, as far as its form asks', () => {
  const asked = form({
    count: {
      title: '盘点',
      fields: {
        place: text('地点', { max: 10 }),
        expected: integer('账上张数', {}),
        scanned: integer('扫到张数', {}),
        missing: table('少', { serial: text('号码', { max: 30 }) }, { maxRows: 9, rowName: '张' }),
        extra: table('多', { serial: text('号码', { max: 30 }) }, { maxRows: 9, rowName: '张' }),
      },
    },
  });
  expect(countAnswers(asked, found, { place: 'store', day: '2026-03-02' })).toEqual({
    place: 'store',
    expected: 6,
    scanned: 5,
    missing: [{ serial: 'YZ1' }, { serial: 'YZ2' }, { serial: 'YZ3' }],
    extra: [
      { serial: 'YZ4', reason: '账上：领用' },
      { serial: 'YZ999', reason: '账上没有这个号码' },
    ],
  });
});
