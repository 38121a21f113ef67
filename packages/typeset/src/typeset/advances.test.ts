import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { advanceOf } from '../../../base/src/advances.ts';
import { inRanges } from '@zhitongche/base';
import { expect, it } from 'vitest';
import { loadFontBook } from '../font/font-book.ts';

/** What the typesetter itself makes of single letters, in thousandths of the type size. */
const MEASURE = `#let asked = json(bytes(sys.inputs.asked))
#set text(font: asked.families, weight: asked.weight, fallback: false, size: 1000pt, kerning: false, cjk-latin-spacing: none)
#set text(lang: asked.lang, region: if asked.lang == "zh" { "cn" })
#context [#metadata(asked.codes.map(code => measure(box(str.from-unicode(code))).width / 1pt))<widths>]`;

it('no letter of a shipped face is wider than a box reckons with, in whichever language it is set', async () => {
  const book = await loadFontBook();
  if (!book.ok) throw new Error(book.problems[0]?.message);
  const fontBlobs = book.value.files.map((file) => Buffer.from(file));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  const wider: string[] = [];
  let read = 0;
  for (const [face, { chain, weight }] of Object.entries(book.value.faces)) {
    const codes: number[] = [];
    for (let code = 0x20; code < 0x33000; code += 1) {
      // Squares are many and all alike: one in sixty-four of them.
      if (code > 0x4e00 && code % 64 !== 0) continue;
      if (/[\p{C}\p{M}]/u.test(String.fromCodePoint(code))) continue;
      if (chain.some((font) => inRanges(font.coverage, code))) codes.push(code);
    }
    read += codes.length;
    const families = chain.flatMap((font) => font.families);
    for (const lang of ['zh', 'en', 'fr']) {
      const asked = JSON.stringify({ families, weight, lang, codes });
      const [widths]: number[][] = compiler.query(
        { mainFileContent: MEASURE, inputs: { asked } },
        { selector: '<widths>', field: 'value' },
      );
      for (const [at, code] of codes.entries())
        if ((widths?.[at] ?? Infinity) > 1000 * advanceOf(code) + 0.5)
          wider.push(`${face} ${lang} U+${code.toString(16)} ${widths?.[at]}`);
    }
    compiler.evictCache(0);
  }
  expect(read).toBeGreaterThan(10_000);
  expect(wider).toEqual([]);
}, 120_000);
