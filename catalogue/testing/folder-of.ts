import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const TOP = join(import.meta.dirname, '..');

/** The folder of a service: named by its code, or with the family before it (`outbound/trip` is `outbound-trip`); throws when there is none. */
export const folderOf = (code: string): string => {
  for (const family of readdirSync(TOP, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    for (const item of readdirSync(join(TOP, family.name)))
      if (
        (item === code || `${family.name}-${item}` === code) &&
        existsSync(join(TOP, family.name, item, 'index.ts'))
      )
        return join(TOP, family.name, item);
  throw new Error(`No folder of the catalogue holds ${code}`);
};
