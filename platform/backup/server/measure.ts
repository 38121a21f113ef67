import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { Content } from './shapes.ts';

const NEWLINE = 10;

/** Counts and digests COPY's text on its way through; a line break inside a value is written as `\n`, so lines are rows. */
export function measure(moved?: (rows: number, bytes: number) => void): {
  readonly through: Transform;
  readonly content: () => Content;
} {
  const hash = createHash('sm3');
  let rows = 0;
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      let lines = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
      rows += lines;
      moved?.(lines, chunk.length);
      done(null, chunk);
    },
  });
  return { through, content: () => ({ rows, bytes, digest: hash.digest('hex') }) };
}
