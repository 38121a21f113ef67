import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOffice } from '@zhitongche/offices';
import { restoreCommand } from '../../../apps/server/src/cli/restore.ts';
import { prepareOffice } from '../../../apps/server/src/first-run/prepare-office.ts';
import { start } from '../../../apps/server/src/start.ts';
import { atConsole } from '../../../apps/server/testing/backup/console.ts';
import { configOf, freshKey, newFolder } from '../../../apps/server/testing/backup/site.ts';
import { SECRET, silent } from '../../../apps/server/testing/backup/workshop.ts';
import { emptyDb, type EmptyDb } from '../../../apps/server/testing/db.ts';
import { urlOf } from '../../../apps/server/testing/nodes/url-of.ts';
import { plantRows } from '../../../apps/server/testing/backup/plant-rows.ts';
import { type Asked, type Caller, signIn } from '../../../apps/server/testing/nodes/caller.ts';
import { sealedAll } from '../../../apps/server/testing/settled.ts';
import { isJsonObject, type Json } from '@zhitongche/base';
import type { EndpointName } from '@zhitongche/contract';
import { listTables } from './tables.ts';
import { takeBackup } from './take-backup.ts';

/** What a table holds: how many rows, and a digest of them all by the server's own text of a row. */
type Held = Readonly<Record<string, string>>;

let restored: Awaited<ReturnType<typeof atConsole>>;
let bases: EmptyDb[] = [];
let folder: Awaited<ReturnType<typeof newFolder>>;
let before: Held;
let after: Held;

async function heldIn(base: EmptyDb): Promise<Held> {
  const client = new pg.Client(urlOf(base));
  await client.connect();
  try {
    const held: Record<string, string> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ n: string; all: string | null }>(
        `select count(*)::text as n, md5(string_agg(md5(t::text), '' order by md5(t::text))) as all from "${name}" t`,
      );
      held[name] = `${rows[0]?.n} ${rows[0]?.all ?? ''}`;
    }
    return held;
  } finally {
    await client.end();
  }
}

/** Tables whose rows only people may write: each row has a code, its heads stand in the sealed audit. */
async function actedBy(address: string): Promise<void> {
  const by = async (username: string) => await signIn(address, username, demoOffice.password);
  const done = async (who: Caller, name: EndpointName, asked: Asked = {}): Promise<Json> => {
    const { status, json } = await who.call(name, asked);
    if (status >= 300) throw new Error(`${name} ${status} ${JSON.stringify(json)}`);
    return json as Json;
  };
  const [handler, deputy, security, system, finance] = await Promise.all(
    ['handler', 'deputy', 'secadmin', 'sysadmin', 'finance'].map(by),
  );
  if (!handler || !deputy || !security || !system || !finance) throw new Error('nobody is there');
  const me = await done(deputy, 'me');
  const body = { to: textIn(me, 'id'), from: '2099-01-01', until: '2099-01-02', reason: '出差' };
  await done(handler, 'addDelegation', { body });
  const role = { label: '证照管理员（含台账）', codes: ['window', 'passport-officer'] };
  const asked = await done(security, 'askRole', { body: role });
  await done(system, 'settleRequest', { params: { id: textIn(asked, 'id') }, body: { agree: true } });
  const days = await done(finance, 'moneyDays');
  const first = Array.isArray(days) ? days.at(-1) : undefined;
  const day = textIn(first ?? null, 'day');
  const seen = textIn(await done(finance, 'moneyDay', { params: { day } }), 'digest');
  await done(finance, 'closeMoneyDay', {
    params: { day },
    body: { note: '以现金盘点和到账清单核对。', seen },
  });
}

const textIn = (value: Json, key: string): string =>
  isJsonObject(value) && typeof value[key] === 'string' ? value[key] : '';

/** Fills what is empty still: what the program writes there, and whether it is right, is told elsewhere. */
async function fill(base: EmptyDb): Promise<void> {
  const client = new pg.Client(urlOf(base));
  await client.connect();
  try {
    const { rows } = await client.query<{ sm3: string }>(
      'select pdf_digest as sm3 from paper where pdf_digest is not null limit 1',
    );
    const file = rows[0]?.sm3 ?? '';
    const empty = Object.entries(await heldIn(base)).flatMap(([name, held]) =>
      held.startsWith('0 ') ? [name] : [],
    );
    await plantRows(client, empty, { office: demoOffice.code, digest: file, sm3: file });
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await newFolder();
  const [source, target] = [await emptyDb(), await emptyDb()];
  bases = [source, target];
  const master = freshKey();
  const env = (base: EmptyDb) => ({
    DATABASE_URL: urlOf(base),
    ZHITONGCHE_KEY: master,
    ZHITONGCHE_OFFICE: demoOffice.code,
  });
  const config = await configOf(join(folder.path, 'source'), env(source));
  const running = await start(
    { ...config, worker: false },
    {
      log: pino({ level: 'silent' }),
      prepare: (app) => prepareOffice(app, { say: () => undefined, ask: null }),
    },
  );
  await actedBy(running.address);
  await sealedAll(running.app, demoOffice.code);
  await running.stop();
  await fill(source);
  before = await heldIn(source);
  const path = join(folder.path, 'whole.backup');
  const into = { config, into: path, secret: SECRET, withMasterKey: false, keep: null, progress: silent };
  await takeBackup(into);
  const place = await configOf(join(folder.path, 'place'), env(target));
  restored = await atConsole(restoreCommand, [path, '--into', place.dataDir], env(target));
  after = await heldIn(target);
}, 600_000);
afterAll(async () => {
  for (const base of bases) await base.drop();
  await folder?.gone();
});

/** What a restore writes itself: its line of the audit, and which office came back when. */
const RESTORED = ['audit', 'office'];

describe('a backup of an office that has used everything', () => {
  test('has a row in every table there is', () => {
    expect(Object.keys(before).filter((name) => before[name]?.startsWith('0 '))).toEqual([]);
    expect(Object.keys(before).length).toBeGreaterThan(80);
  });
  test('comes back row for row, whatever the table', () => {
    const apart = (held: Held) =>
      Object.fromEntries(Object.entries(held).filter(([name]) => !RESTORED.includes(name)));
    expect(apart(after)).toEqual(apart(before));
    // Of all that was planted one row decides something, and nobody set it: the restore says so and starts nothing on it.
    expect(restored.code).toBe(1);
    expect(restored.err).toContain('写入的内容与备份逐字一致，但其中 1 处');
    expect(restored.out).toContain('不符：保全（有哪些、是否解除）与本程序最后一次设定的不同');
  });
});
