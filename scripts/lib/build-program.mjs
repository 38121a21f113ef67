import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBundle, wholeBundle, SOURCES, threads } from './build-server.mjs';
import { root } from './root.mjs';
import { stampOf } from './stamp.mjs';

/** Milliseconds. */
const LONGEST_RUN = 3 * 3_600_000;

/**
 * Bundles a program that tests start as a process of their own, with its threads beside it, unless one of these very
 * sources is there; gives its path. From the bundle it starts in a quarter of the time its sources take to be translated.
 */
export async function buildProgram(name, source) {
  const out = `dist/${name}-${stampOf([...SOURCES, source]).slice(0, 16)}`;
  const program = join(root, out, `${name}.mjs`);
  if (existsSync(program)) return program;
  // Several workers may ask at once: each makes its own, and the first puts it in place.
  const making = `${out}.${process.pid}`;
  const { build } = await import('esbuild');
  await build({ entryPoints: [{ in: join(root, source), out: name }], ...wholeBundle(making) });
  await build({ entryPoints: threads, ...nodeBundle(making) });
  try {
    renameSync(join(root, making), join(root, out));
  } catch {
    rmSync(join(root, making), { recursive: true, force: true });
  }
  // What was made of older sources; another run may still be under way from it for a while.
  for (const other of readdirSync(join(root, 'dist')).map((folder) => join(root, 'dist', folder)))
    if (
      other.startsWith(join(root, 'dist', `${name}-`)) &&
      statSync(other).mtimeMs < Date.now() - LONGEST_RUN
    )
      rmSync(other, { recursive: true, force: true });
  return program;
}
