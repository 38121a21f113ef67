import type { PaperDoc } from '@zhitongche/base';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../test/book.ts';
import { measurePages } from '../../test/measure.ts';
import { squareCodes } from '../../test/read-square-codes.ts';
import { approval, joint, notice } from '../../test/samples.ts';

/** As long as a code of ours becomes: the address of an office and three hundred bytes in Base32. */
const CODE = `https://waishi.hebei.gov.cn/q/${'K7QM3DXP2HWT5ABCDEFGJNRSUVYZ4567'.repeat(15)}`;
const sealed = (doc: PaperDoc): PaperDoc => ({
  ...doc,
  blocks: doc.blocks.map((block) => (block.kind === 'signature' ? { ...block, code: CODE } : block)),
});
const lines = (pdf: Uint8Array) =>
  measurePages(pdf).map(({ lines: all }) =>
    all
      .filter(({ text }) => text !== '离线核验码')
      .map(({ text, left, top }) => `${text} ${left.toFixed(1)} ${top.toFixed(1)}`)
      .sort(),
  );

describe('the signed code beside a signature', () => {
  it.each([
    ['a 批件 with its list', approval],
    ['a letter', notice],
    ['a paper two offices sign, with their seal', joint],
  ])('is read at 150 and 300 dots to the inch off %s, and moves no line of it', async (_what, doc) => {
    const pdf = await pdfOf(sealed(doc));
    for (const dpi of [150, 300]) expect(squareCodes(pdf, 'qr', dpi).flat()).toContain(CODE);
    expect(lines(pdf)).toEqual(lines(await pdfOf(doc)));
  });

  it('stands above an office whose name needs the whole width, and covers nothing', async () => {
    const long = '燕北省人民政府外事办公室（燕北省人民政府港澳事务办公室）';
    const doc = sealed({
      ...notice,
      blocks: notice.blocks.map((block) =>
        block.kind === 'signature' ? { ...block, offices: [long] } : block,
      ),
    });
    const pdf = await pdfOf(doc);
    expect(squareCodes(pdf, 'qr', 150).flat()).toContain(CODE);
    const [page] = measurePages(pdf);
    const caption = page?.lines.find(({ text }) => text === '离线核验码');
    const office = page?.lines.find(({ text }) => text.includes('港澳事务'));
    expect(office?.top).toBeGreaterThan(caption?.bottom ?? Infinity);
  });
});
