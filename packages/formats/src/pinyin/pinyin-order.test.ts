import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinyinInitials, pinyinOrder } from './pinyin-order.ts';

const inOrder = (...names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => (pinyinOrder(a) < pinyinOrder(b) ? -1 : 1));

test('names stand as a dictionary has them: by sound, by tone, one character after the other', () => {
  expect(inOrder('赵一', '孟明远', '安宁', '李四', '林冲', '黎明')).toEqual([
    '安宁',
    '黎明',
    '李四',
    '林冲',
    '孟明远',
    '赵一',
  ]);
  expect(inOrder('王二', '王大锤', '王')).toEqual(['王', '王大锤', '王二']);
});

test('numbers stand by their size, whatever their length', () => {
  expect(inOrder('会议室10', '会议室9', '会议室101')).toEqual(['会议室9', '会议室10', '会议室101']);
  expect(inOrder('A-10', 'A-9')).toEqual(['A-9', 'A-10']);
});

test('initials are what a hand types', () => {
  expect(pinyinInitials('孟明远')).toBe('mmy');
  expect(pinyinInitials('云泽国际经济技术合作公司')).toBe('yzgjjjjshzgs');
  expect(pinyinInitials('K-1 省库')).toBe('k1sk');
});

test('whatever is typed has an order and initials, always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(pinyinOrder(text)).toBe(pinyinOrder(text));
      expect(pinyinOrder(text)).not.toContain('\u0000');
      expect(pinyinInitials(text)).toMatch(/^[a-z\d]*$/);
    }),
  );
});
