import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const TOP = join(import.meta.dirname, '..', '..', '..');

/** Every source file of the browser's half, wherever its room is, as paths from the top of the checkout; for tests that look at all of them. */
export const browserFiles = (): readonly string[] =>
  [
    'packages/ui/src',
    'apps/web/src',
    ...readdirSync(join(TOP, 'platform')).map((room) => `platform/${room}/web`),
  ]
    .map((folder) => join(TOP, folder))
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        relative(TOP, join(folder, name)),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));

/** Where a file of {@link browserFiles} lies. */
export const fileAt = (name: string): string => join(TOP, name);
