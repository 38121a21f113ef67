import type { Block, PaperDoc } from '@zhitongche/base';
import { loadFontBook } from '../src/font/font-book.ts';
import { typeset } from '../src/typeset/typeset.ts';

const book = loadFontBook();

/** The PDF of a paper in the shipped fonts; a refusal fails the test with its problems. */
export async function pdfOf(doc: PaperDoc): Promise<Uint8Array> {
  const fonts = await book;
  if (!fonts.ok) throw new Error(JSON.stringify(fonts.problems));
  const result = await typeset(doc, fonts.value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** An invented paper of the given blocks. */
export const paperOf = (blocks: readonly Block[], more: Partial<PaperDoc> = {}): PaperDoc => ({
  kind: 'test',
  name: '测试',
  issuer: '燕北省外办',
  issuedOn: '2026-11-05',
  blocks,
  ...more,
});
