import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { FontBook } from '../src/font/font-book.ts';
import { inkAt, measurePages } from './measure.ts';

/**
 * A PDF as a careless program would make it: the characters set in a font that lacks some of them, without the
 * archival profile that forbids it. It shows what a missing glyph looks like.
 */
export function carelessPdf(text: string, fonts: FontBook): Uint8Array {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }],
  });
  const run = compiler.compile({
    mainFileContent: '#set text(font: "Noto Serif SC", size: 16pt, fallback: false)\n#sys.inputs.text',
    inputs: { text },
  });
  if (!run.result) throw new Error('The careless page could not be made');
  return new Uint8Array(compiler.pdf(run.result, { creationTimestamp: 0 }));
}

/** The ink of the box that the shipped body font draws for a character it lacks. */
export function missingBox(fonts: FontBook): Float32Array {
  const pdf = carelessPdf('国𡋤国', fonts);
  const [before, after] = measurePages(pdf)[0]?.words ?? [];
  if (!before || !after) throw new Error('The missing character left no gap between its neighbours');
  return inkAt(pdf, 1, { ...before, left: before.right, right: after.left });
}
