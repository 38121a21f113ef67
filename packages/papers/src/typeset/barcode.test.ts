import type { PaperDoc } from '@zhitongche/kernel';
import { expect, it } from 'vitest';
import { readCodes } from '../../test/read-codes.ts';
import { loadFontBook } from '../font/font-book.ts';
import { typeset } from './typeset.ts';

it.each([
  ['https://waiban.example.gov.cn/v/3tYbq0c8G1mXw6Zr9uJk2LhPs5dNf7Aa', 'K7QM-3DXP-9HWT'],
  // A long address, of a system below a gateway of a city.
  [
    'https://www.zwfw-waishi.shijiazhuang.hebei.gov.cn/zhitongche/v/3tYbq0c8G1mXw6Zr9uJk2LhPs5dNf7Aa',
    'ZZZZ-1111-AAAA',
  ],
])('the codes of a paper read back as what was printed: %s', async (url, code) => {
  const fonts = await loadFontBook();
  if (!fonts.ok) throw new Error(fonts.problems[0]?.message);
  const doc: PaperDoc = {
    kind: 'test',
    name: '测试',
    issuer: '燕北省外办',
    issuedOn: '2026-11-05',
    blocks: [
      { kind: 'title', lines: ['关于同意出访的批复'] },
      { kind: 'paragraph', text: '经研究，同意你单位所报团组出访。' },
      { kind: 'verification', url, code },
    ],
  };
  const made = await typeset(doc, fonts.value);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  expect(readCodes(made.value)).toEqual([{ qr: url, bars: code }]);
});
