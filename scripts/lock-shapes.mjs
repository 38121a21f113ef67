// Writes the shape of every service version that is not locked yet; never changes what is locked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const CATALOGUE = new URL('../catalogue/', import.meta.url);

/** Locks new versions and returns their names; `rewrite` replaces the newest lock of a service nobody has deployed yet. */
export const lockShapes = async ({ rewrite = '' } = {}) => {
  const { catalogue } = await tsImport(new URL('find-service.ts', CATALOGUE).href, import.meta.url);
  const { shapeOf } = await tsImport(new URL('shape.ts', CATALOGUE).href, import.meta.url);
  const { folderOf } = await tsImport(new URL('testing/folder-of.ts', CATALOGUE).href, import.meta.url);
  const written = [];
  for (const service of catalogue) {
    const file = join(folderOf(service.code), 'shape.lock.json');
    const lock = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    const version = String(service.version);
    const newest = catalogue.every(
      ({ code, version: other }) => code !== service.code || other <= service.version,
    );
    if (lock[version] && !(newest && rewrite === service.code)) continue;
    lock[version] = shapeOf(service);
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    written.push(`${service.code}@${version}`);
  }
  return written;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const flag = process.argv.indexOf('--rewrite');
  const written = await lockShapes({ rewrite: flag < 0 ? '' : (process.argv[flag + 1] ?? '') });
  console.log(written.length > 0 ? `已锁定：${written.join('、')}` : '没有新的版本需要锁定');
}
