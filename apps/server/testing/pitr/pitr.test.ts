import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { own, serverAccount, standingPlace } from '../../../../packages/host/src/db/embedded-place.ts';
import { type EmbeddedServer, startEmbedded } from '@zhitongche/host';
import { wentBack } from '../../src/cli/verify.ts';
import { verifyAll } from '@zhitongche/proof/server';
import { type Running, start } from '../../src/start.ts';
import { configOf, freshKey, newFolder, openSite } from '../backup/site.ts';
import { type Deed, DEEDS } from '../crash/ledger.ts';
import { copyRunning, putInCluster } from '../failover/copy-running.ts';
import { signIn } from '../nodes/caller.ts';
import { urlOf } from '../nodes/url-of.ts';
import { sealedAll } from '../settled.ts';

const KEY = freshKey();
const POINT = 'before-the-mistake';
const told = (deeds: readonly Deed[]) =>
  deeds.map((deed) => `${deed.caseId} ${deed.action} ${deed.username}`).toSorted();

let folder: Awaited<ReturnType<typeof newFolder>>;
let recovered: EmbeddedServer;
let running: Running;
let before: readonly Deed[];
let after: readonly Deed[];

beforeAll(async () => {
  folder = await newFolder();
  const account = await serverAccount();
  const archive = join(await standingPlace(folder.path, account), 'archive');
  await own(archive, account);
  const primary = await startEmbedded({
    dataDir: join(folder.path, 'primary'),
    settings: { archive_mode: 'on', archive_command: `test ! -f "${archive}/%f" && cp "%p" "${archive}/%f"` },
  });
  const env = { ZHITONGCHE_KEY: KEY, DATABASE_URL: urlOf(primary) };
  const site = await openSite(await configOf(join(folder.path, 'program'), env), 2);
  const client = new pg.Client(primary.target);
  await client.connect();

  // A base backup while people work.
  site.load.go();
  await pause(300);
  await copyRunning(client, join(folder.path, 'recovered'), true);
  while (site.ledger.deeds.length < 6) await pause(50);
  await site.load.rest();
  before = [...site.ledger.deeds];
  await client.query('select pg_create_restore_point($1)', [POINT]);

  // The day goes on, until somebody drops a table as its owner.
  site.load.go();
  while (site.ledger.deeds.length < before.length + 4) await pause(50);
  await site.load.rest();
  after = [...site.ledger.deeds];
  await sealedAll(site.running.app, site.config.office);
  await site.running.stop();
  await client.query('drop table upload cascade');
  const { rows } = await client.query<{ log: string }>('select pg_walfile_name(pg_switch_wal()) as log');
  await archived(join(archive, rows[0]?.log ?? ''));
  await client.end();
  await primary.stop();

  await mkdir(join(folder.path, 'recovered'), { recursive: true });
  await putInCluster(join(folder.path, 'recovered'), 'recovery.signal', '');
  await putInCluster(
    join(folder.path, 'recovered'),
    'postgresql.auto.conf',
    `restore_command = 'cp "${archive}/%f" "%p"'\nrecovery_target_name = '${POINT}'\nrecovery_target_action = 'promote'\n`,
  );
  recovered = await startEmbedded({ dataDir: join(folder.path, 'recovered') });
  await promoted(recovered);
  // The files need no going back: they are stored under their digest and never change.
  const config = await configOf(join(folder.path, 'program'), { ...env, DATABASE_URL: urlOf(recovered) });
  running = await start(config, { log: pino({ level: 'silent' }) });
}, 240_000);
afterAll(async () => {
  await running?.stop();
  await recovered?.stop();
  await folder?.gone();
});

async function archived(path: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(100);
  }
  throw new Error('The log was not archived');
}

async function promoted({ target }: EmbeddedServer): Promise<void> {
  const client = new pg.Client(target);
  await client.connect();
  for (let waited = 0; waited < 60_000; waited += 100) {
    const { rows } = await client.query<{ yes: boolean }>('select pg_is_in_recovery() as yes');
    if (rows[0]?.yes === false) break;
    await pause(100);
  }
  await client.end();
}

test('the database is as it was at the named point: every act before it, and none after', async () => {
  const rows = await running.app.db.query<{ what: string }>(
    `select substr(a.object, 6) || ' ' || a.action || ' ' || p.username as what from audit a
     join person p on p.office = a.office and p.id::text = a.actor->>'id'
     where a.action = any($1)`,
    [DEEDS],
  );
  expect(after.length).toBeGreaterThan(before.length);
  expect(rows.map((row) => row.what).toSorted()).toEqual(told(before));
});

test('the table dropped by mistake is there again, chains and files are whole', async () => {
  // What stands outside the database remembers seals of the time after the point, until somebody says it is right so.
  const at = (await verifyAll(running.app))[0]?.broken ?? [];
  expect(at.length).toBeGreaterThan(0);
  expect(at.filter((sentence) => !sentence.includes('库外存证'))).toEqual([]);
  await wentBack(running.app);
  const [found] = await verifyAll(running.app);
  expect(found?.broken).toEqual([]);
  expect(found?.files).toBeGreaterThan(0);
  expect((await running.app.db.query('select id from upload')).length).toBeGreaterThan(0);
});

test('the program works on it: people sign in, and what they do is sealed', async () => {
  const caller = await signIn(running.address, 'unit1-filer');
  const created = await caller.call('createCase', { body: { service: 'outbound-trip' } });
  expect(created.status).toBeLessThan(300);
  await sealedAll(running.app, running.app.config.office);
  expect((await verifyAll(running.app))[0]?.broken).toEqual([]);
});
