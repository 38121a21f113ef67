import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

const SKIP = new Set(['node_modules', 'dist', 'coverage', 'out']);

function* filesUnder(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return;
  if (entry.isFile()) yield { path, entry };
  else
    for (const name of readdirSync(path).toSorted())
      if (!SKIP.has(name) && !name.startsWith('.') && !/\.test\.tsx?$/.test(name))
        yield* filesUnder(join(path, name));
}

/** A digest that changes when any file under these paths does (by size and time: quick, and enough for a rebuild). */
export function stampOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const { path: file, entry } of filesUnder(join(root, path)))
      hash.update(`${file}\0${entry.size}\0${entry.mtimeMs}\n`);
  return hash.digest('hex');
}

/** The digest of one file's content. */
export const contentStamp = (path) =>
  createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('hex');

/** What was stamped under a name before; empty when nothing was. */
export function readStamp(file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}

/** Keeps a stamp. */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), stamp);
}
