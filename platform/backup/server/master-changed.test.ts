import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreCommand } from '../../../apps/server/src/cli/restore.ts';
import { takeKeyInForce } from '../../../apps/server/src/rotation/key-in-force.ts';
import { drawMaster } from '../../../apps/server/src/rotation/master.ts';
import { rotateMaster } from '../../../apps/server/src/rotation/rotate-master.ts';
import { atConsole } from '../../../apps/server/testing/backup/console.ts';
import { freshKey } from '../../../apps/server/testing/backup/site.ts';
import { openWorkshop, type Workshop } from '../../../apps/server/testing/backup/workshop.ts';
import { urlOf } from '../../../apps/server/testing/nodes/url-of.ts';

const NEW = freshKey();
let w: Workshop;
const paths: Record<'before' | 'middle' | 'after', string> = { before: '', middle: '', after: '' };

beforeAll(async () => {
  w = await openWorkshop(NEW);
  const { app } = w.site.running;
  ({ path: paths.before } = await w.backQuiet(join(w.folder, 'before.backup')));
  await drawMaster(app);
  await takeKeyInForce(app.db, app.keys);
  ({ path: paths.middle } = await w.backQuiet(join(w.folder, 'middle.backup')));
  expect(await rotateMaster(app, { wait: 20 })).toMatchObject({ generation: 2, ended: true, broken: [] });
  ({ path: paths.after } = await w.backQuiet(join(w.folder, 'after.backup')));
}, 300_000);
afterAll(() => w?.close());

/** Restores into an empty place, which walks everything that was restored. */
async function restored(path: string, key: string) {
  const db = await w.base();
  const into = join(w.folder, `into-${freshKey().slice(0, 8)}`);
  return await atConsole(restoreCommand, [path, '--into', into], {
    DATABASE_URL: urlOf(db),
    ZHITONGCHE_KEY: key,
  });
}

test('a backup from before the master secret was changed is restored with the old one, and with no other', async () => {
  expect(await restored(paths.before, w.master)).toMatchObject({ code: 0, err: '' });
  const refused = await restored(paths.before, NEW);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('主密钥更换前的备份用更换前的那一个');
}, 120_000);

test('one from the middle and one from afterwards are restored with the new one alone', async () => {
  for (const path of [paths.middle, paths.after]) {
    expect(await restored(path, NEW)).toMatchObject({ code: 0, err: '' });
    expect((await restored(path, w.master)).err).toContain('主密钥与这份备份不符');
  }
}, 240_000);
