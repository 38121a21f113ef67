import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differing } from './differing.ts';

test('only the part two sentences differ in is set off', () => {
  expect(
    differing('签署备忘录等 3 份，引进冷链项目 1 个。', '签署备忘录等 3 份，带回合作意向 5 项。'),
  ).toEqual({
    before: '签署备忘录等 3 份，',
    differs: '引进冷链项目 1 个',
    after: '。',
  });
  expect(differing('', '处长')).toEqual({ before: '', differs: '', after: '' });
});

test('the three parts are the text, and nothing is set off between equals', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷') });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const { before, differs, after } = differing(one, other);
      expect(before + differs + after).toBe(one);
      expect(differing(one, one).differs).toBe('');
    }),
  );
});
