import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the Chromium of this machine lies; throws when there is none. */
export function chromiumPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error('Chromium is missing: install the Debian package chromium');
  return found;
}
