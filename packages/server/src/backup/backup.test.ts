import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownDelegation } from '@zhitongche/services/outbound-trip/samples.ts';
import { backupCommand } from '../cli/backup.ts';
import { restoreCommand } from '../cli/restore.ts';
import { type Config, readConfig } from '../config.ts';
import { STEP_TABLE } from '../db/shape.ts';
import { readSteps } from '../db/steps.ts';
import { type AllVerified, verifyAll } from '../query/verify-all.ts';
import { verifyByCode } from '../query/verify-paper.ts';
import { CannotStart, open, type Running, start } from '../start.ts';
import { configOf, freshKey, newFolder, openSite, type Site } from '../testing/backup/site.ts';
import type { Deed } from '../testing/crash/ledger.ts';
import { drained } from '../testing/crash/drained.ts';
import { emptyDb, type EmptyDb } from '../testing/db.ts';
import { signIn } from '../testing/nodes/caller.ts';
import { urlOf } from '../testing/nodes/url-of.ts';
import { sealedAll } from '../testing/settled.ts';
import { openAnyCase } from '../usecase/open-case.ts';
import { tellProgress } from './progress.ts';
import { takeBackup } from './take-backup.ts';
import { walkBackup } from './walk-backup.ts';

const SECRET = { kind: 'key', bytes: Buffer.alloc(32, 5) } as const;
const progress = tellProgress(() => undefined);
const MASTER = freshKey();

let folder: Awaited<ReturnType<typeof newFolder>>;
let source: EmptyDb;
let config: Config;
let site: Site;
/** Taken while six people file and approve. */
let busy = { path: '', before: [] as readonly Deed[], after: [] as readonly Deed[] };
/** Taken when nobody did anything, with what a walk over the source found then. */
let quiet = { path: '', found: [] as readonly AllVerified[] };
const bases: EmptyDb[] = [];
const base = async (): Promise<EmptyDb> => {
  const made = await emptyDb();
  bases.push(made);
  return made;
};

async function back(path: string, into: Config = config) {
  return await takeBackup({
    config: into,
    into: path,
    secret: SECRET,
    withMasterKey: false,
    keep: null,
    progress,
  });
}

/** Runs a command as the console does: exit code and what it said. */
async function console_(
  command: typeof backupCommand,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const all = {
    ZHITONGCHE_OFFICE: 'backup',
    ZHITONGCHE_BACKUP_KEY: '05'.repeat(32),
    LOG_LEVEL: 'silent',
    ...env,
  };
  for (const [key, value] of Object.entries(all)) vi.stubEnv(key, value);
  const out: string[] = [];
  const err: string[] = [];
  try {
    const code = await command(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
    return {
      code,
      out: out.join('\n'),
      err: err.filter((line) => !/……$|^已读|^已导出|^正在/.test(line)).join('\n'),
    };
  } finally {
    vi.unstubAllEnvs();
  }
}

beforeAll(async () => {
  folder = await newFolder();
  source = await base();
  config = await configOf(join(folder.path, 'source'), {
    DATABASE_URL: urlOf(source),
    ZHITONGCHE_KEY: MASTER,
  });
  site = await openSite(config);
  site.load.go();
  for (let n = 0; site.ledger.approved.length < 1 && n < 1200; n += 1) await pause(100);
  const before = [...site.ledger.deeds];
  const made = await back(join(folder.path, 'busy.backup'));
  await site.load.rest();
  busy = { path: made.path, before, after: [...site.ledger.deeds] };
  expect(site.ledger.surprises).toEqual([]);

  await drained(site.running.app);
  await sealedAll(site.running.app, config.office);
  const found = await verifyAll(site.running.app);
  quiet = { path: (await back(join(folder.path, 'quiet.backup'))).path, found };
}, 300_000);
afterAll(async () => {
  await site?.running.stop();
  for (const one of bases) await one.drop();
  await folder?.gone();
});

describe('a backup taken while people work', () => {
  let restored: Running;
  let place: Config;

  beforeAll(async () => {
    // A server of its own, whose transaction numbers begin far below those the audit remembers.
    await source.query('do $$ begin for n in 1..3000 loop perform txid_current(); commit; end loop; end $$');
    place = await configOf(join(folder.path, 'elsewhere'), { ZHITONGCHE_KEY: MASTER });
    const { code, err, out } = await console_(restoreCommand, [busy.path, '--into', place.dataDir], {
      ZHITONGCHE_KEY: MASTER,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('恢复完成：试验省人民政府外事办公室');
    restored = await start(place, { log: pino({ level: 'silent' }) });
  }, 240_000);
  afterAll(() => restored?.stop());

  test('holds every act acknowledged before it began, and none that nobody took', async () => {
    const deeds = (
      await restored.app.db.query<{ what: string }>(
        `select substr(a.object, 6) || ' ' || a.action || ' ' || p.username as what from audit a
       join person p on p.office = a.office and p.id::text = a.actor->>'id'
       where a.action in ('case.create', 'case.submit', 'case.agree', 'case.accept')`,
      )
    )
      .map((row) => row.what)
      .toSorted();
    const told = (list: readonly Deed[]) =>
      list.map((d) => `${d.caseId} ${d.action} ${d.username}`).toSorted();
    expect(busy.before.length).toBeGreaterThan(5);
    expect(told(busy.before).filter((deed) => !deeds.includes(deed))).toEqual([]);
    expect(deeds.filter((deed) => !told(busy.after).includes(deed))).toEqual([]);
  });

  test('is one moment: events, states, registers, numbers and files agree', async () => {
    const [found] = await verifyAll(restored.app);
    expect(found?.broken).toEqual([]);
    expect(found?.caseEvents).toBeGreaterThan(0);
    expect(found?.files).toBeGreaterThan(0);
  });

  test('lets its people in, and seals what they do after what was done before', async () => {
    const [before] = await verifyAll(restored.app);
    const caller = await signIn(restored.address, 'handler');
    expect((await caller.call('me')).status).toBe(200);
    await sealedAll(restored.app, place.office);
    const [after] = await verifyAll(restored.app);
    expect(after?.broken).toEqual([]);
    // The restore itself and the log-in.
    expect(after?.auditRows).toBeGreaterThanOrEqual((before?.auditRows ?? 0) + 1);
    const [order] = await restored.app.db.query<{ shift: number; early: number; late: number }>(
      `select xid_shift() as shift,
         (select count(*) from audit a where a.xid <= r.xid and a.at > r.at) as early,
         (select count(*) from audit a where a.xid >= r.xid and a.at < r.at) as late
       from audit r where r.action = 'backup.restore'`,
    );
    expect(order).toMatchObject({ early: 0, late: 0 });
    // The restored server's own numbers are lower than those on record: without a shift the rows above would come first.
    expect(order?.shift).toBeGreaterThan(0);
  });

  test('goes on working: a new case can be begun', async () => {
    const caller = await signIn(restored.address, 'unit1-filer');
    const created = await caller.call('createCase', { body: { service: 'outbound-trip' } });
    expect(created.status).toBeLessThan(300);
    expect((await verifyAll(restored.app))[0]?.broken).toEqual([]);
  });
});

describe('a backup restored into a given database', () => {
  let restored: Running;
  let place: Config;

  beforeAll(async () => {
    const db = await base();
    const env = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: MASTER };
    place = await configOf(join(folder.path, 'given'), env);
    const { code, err } = await console_(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    restored = await start({ ...place, worker: false }, { log: pino({ level: 'silent' }) });
  }, 240_000);
  afterAll(() => restored?.stop());

  test('walks to the same counts as the source did', async () => {
    await sealedAll(restored.app, place.office);
    const [was] = quiet.found;
    const [is] = await verifyAll(restored.app);
    expect(was?.broken).toEqual([]);
    expect(was?.registerRows).toBeGreaterThan(0);
    // The row that records the restore.
    expect(is).toEqual({ ...was, auditRows: (was?.auditRows ?? 0) + 1 });
  });

  test('verifies a paper by the code printed on it, and the paper is the same to the byte', async () => {
    const [paper] = await site.running.app.db.query<{ code: string; pdf_digest: string }>(
      'select code, pdf_digest from paper limit 1',
    );
    const found = await verifyByCode(restored.app, paper?.code ?? '');
    expect(found).toMatchObject({ result: 'valid', digest: paper?.pdf_digest });
    const bytes = await restored.app.blobs.read(paper?.pdf_digest ?? '');
    expect(Buffer.from(bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test('opens sealed answers with the same master key', async () => {
    const [row] = await restored.app.db.query<{ id: string; body: string }>(
      "select case_id as id, body::text from case_event where body->>'type' = 'submitted' limit 1",
    );
    const stated = JSON.stringify(
      (await openAnyCase(restored.app, place.office, row?.id ?? '', { person: row?.id ?? '', key: '' }))
        ?.state.answers,
    );
    const filled = JSON.stringify(ownDelegation({ today: '2026-11-02' }));
    const citizen = /"citizenId":"(\d{17}[\dX])"/.exec(filled)?.[1] ?? 'none';
    expect(row?.body).not.toContain(citizen);
    expect(stated).toContain(citizen);
  });

  test('refuses to be written over unless told, and then is replaced whole', async () => {
    const env = { DATABASE_URL: place.databaseUrl ?? '', ZHITONGCHE_KEY: MASTER };
    const open_ = await console_(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect(open_).toMatchObject({ code: 1, err: expect.stringContaining('还有程序连着这个数据库') });
    await restored.stop();
    const told = await console_(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining('目标数据库里已有数据') });
    expect(
      (await console_(restoreCommand, [quiet.path, '--into', place.dataDir, '--replace'], env)).code,
    ).toBe(0);
    restored = await start({ ...place, worker: false }, { log: pino({ level: 'silent' }) });
    expect((await verifyAll(restored.app))[0]?.broken).toEqual([]);
  });
});

describe('what is refused, with one sentence and exit code 1', () => {
  const refused = async (
    path: string,
    more: Readonly<Record<string, string>> = {},
    into = join(folder.path, 'refused'),
  ) => {
    const { code, out, err } = await console_(restoreCommand, [path, '--into', into], {
      ZHITONGCHE_KEY: MASTER,
      ...more,
    });
    expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    return err;
  };

  test('another key', async () => {
    expect(await refused(quiet.path, { ZHITONGCHE_BACKUP_KEY: '06'.repeat(32) })).toContain(
      '备份密钥与这份备份不符',
    );
  });
  test('an archive cut off', async () => {
    const path = join(folder.path, 'cut.backup');
    const bytes = await readFile(quiet.path);
    await writeFile(path, bytes.subarray(0, bytes.length - 1));
    expect(await refused(path)).toContain('备份不完整');
    await writeFile(path, bytes.subarray(0, bytes.length >> 1));
    expect(await refused(path)).toContain('备份不完整');
  });
  test('an archive with one bit turned, anywhere', async () => {
    const path = join(folder.path, 'bit.backup');
    const bytes = await readFile(quiet.path);
    for (const share of [0.01, 0.3, 0.6, 0.99]) {
      const turned = Buffer.from(bytes);
      const at = Math.floor(bytes.length * share);
      turned[at] = (turned[at] ?? 0) ^ 4;
      await writeFile(path, turned);
      expect(await refused(path)).toContain('备份已损坏');
    }
  });
  test('another master key, and none at all', async () => {
    expect(await refused(quiet.path, { ZHITONGCHE_KEY: freshKey() })).toContain('主密钥与这份备份不符');
    expect(await refused(quiet.path, { ZHITONGCHE_KEY: '' })).toContain('备份里没有主密钥');
  });
  test('a schema of a later version', async () => {
    const db = await base();
    const later = await configOf(join(folder.path, 'later'), {
      DATABASE_URL: urlOf(db),
      ZHITONGCHE_KEY: MASTER,
    });
    await (await open(later, { log: pino({ level: 'silent' }) })).stop();
    await db.query(
      "insert into schema_step (number, name, digest) values (9999, '9999_later.sql', repeat('a', 64))",
    );
    const { path } = await back(join(folder.path, 'later.backup'), later);
    expect(await refused(path)).toContain('本程序不认识它的数据库结构');
  });
  test('a database of another program', async () => {
    const db = await base();
    await db.query('create table somebody_else (x int)');
    expect(await refused(quiet.path, { DATABASE_URL: urlOf(db) })).toContain('别的程序的表');
    expect(await db.query('select * from somebody_else')).toEqual([]);
  });
  test('nothing was left where they should have gone', async () => {
    expect(await readdir(join(folder.path, 'refused')).catch(() => [])).not.toContain('keys');
    expect(await readdir(join(folder.path, 'refused/files')).catch(() => [])).toEqual([]);
  });
  test('a missing file, and a wrong call', async () => {
    expect(await refused(join(folder.path, 'absent.backup'))).toContain('打不开备份');
    expect((await console_(restoreCommand, [], {})).code).toBe(2);
    expect((await console_(restoreCommand, ['a', '--nonsense'], {})).code).toBe(2);
    expect((await console_(backupCommand, ['a', '--keep', '0'], {})).code).toBe(2);
  });
});

describe('a backup of an earlier version', () => {
  test('is restored at its own step and then brought to this one', async () => {
    const old = await base();
    const [first] = await readSteps();
    if (!first) throw new Error('No migrations');
    await old.query(`${STEP_TABLE}; ${first.sql}`);
    await old.query('insert into schema_step (number, name, digest) values ($1, $2, $3)', [
      first.number,
      first.name,
      first.digest,
    ]);
    await old.query("insert into office (office, name) values ('backup', '早年外办')");
    // Signs COPY writes otherwise than they are.
    const text = '一行\n两行\t\\N \\. 与"引号"';
    await old.query(
      "insert into notice (office, person, id, text) values ('backup', gen_random_uuid(), gen_random_uuid(), $1)",
      [text],
    );
    const before = await configOf(join(folder.path, 'old'), {
      DATABASE_URL: urlOf(old),
      ZHITONGCHE_KEY: MASTER,
    });
    const { path } = await back(join(folder.path, 'old.backup'), before);
    expect((await old.query('select number from schema_step')).length).toBe(1);

    const db = await base();
    const env = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: MASTER };
    const { code, err } = await console_(
      restoreCommand,
      [path, '--into', join(folder.path, 'old-restored')],
      env,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const steps = await db.query<{ number: number }>('select number from schema_step order by number');
    expect(steps.map(({ number }) => number)).toEqual((await readSteps()).map(({ number }) => number));
    expect(await db.query('select text from notice')).toEqual([{ text }]);
  });
});

describe('a restore that is interrupted', () => {
  test('leaves a place the program will not start on, and is done again from the beginning', async () => {
    const db = await base();
    const env = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: MASTER };
    const place = await configOf(join(folder.path, 'interrupted'), env);
    const run = console_(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    let ended = false;
    void run.finally(() => {
      ended = true;
    });
    // The rows of the last table are in, and nothing is committed yet: the files follow.
    for (let cut = 0; cut === 0 && !ended; await pause(2))
      cut = (
        await db.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zhitongche restore'
           and datname = current_database() and query ilike 'copy%upload%from stdin%'`,
        )
      ).length;
    expect(await run).toMatchObject({ code: 1 });
    expect(
      await db.query("select 1 from pg_tables where schemaname = 'public' and tablename <> 'schema_step'"),
    ).toEqual([]);
    const log = pino({ level: 'silent' });
    const failure = await open(place, { log }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(CannotStart);
    expect(String(failure)).toContain('恢复没有完成');

    expect((await console_(restoreCommand, [quiet.path, '--into', place.dataDir], env)).code).toBe(0);
    const opened = await open(place, { log });
    expect((await verifyAll(opened.app))[0]?.broken).toEqual([]);
    await opened.stop();
  }, 120_000);
});

describe('a backup at the console', () => {
  test('says what it holds and which keys a restore needs, is on record, and keeps as many as it is told', async () => {
    const env = {
      DATABASE_URL: config.databaseUrl ?? '',
      ZHITONGCHE_KEY: MASTER,
      ZHITONGCHE_DATA: config.dataDir,
    };
    const into = `${join(folder.path, 'kept')}/`;
    await mkdir(into);
    for (const year of ['2024', '2025'])
      await copyFile(quiet.path, join(into, `zhitongche-backup-${year}0101T000000Z.backup`));
    await writeFile(join(into, 'notes.txt'), 'mine');
    const { code, out, err } = await console_(backupCommand, [into, '--keep', '2'], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('主密钥不在备份里');
    const names = (await readdir(into)).toSorted();
    expect(names).toHaveLength(3);
    expect(names).toContain('notes.txt');
    expect(names).not.toContain('zhitongche-backup-20240101T000000Z.backup');
    const [row] = await source.query<{ name: string; object: string; detail: { files: number } }>(
      "select actor->>'name' as name, object, detail from audit where action = 'backup.make' order by xid desc limit 1",
    );
    expect(row?.name).toBe('控制台');
    expect(names).toContain(row?.object.slice('backup:'.length));
    expect(row?.detail.files).toBe(quiet.found[0]?.files);
  });

  test('carries the master key only when told, and then needs nothing but the backup key', async () => {
    const path = join(folder.path, 'with-key.backup');
    const env = {
      DATABASE_URL: config.databaseUrl ?? '',
      ZHITONGCHE_KEY: MASTER,
      ZHITONGCHE_DATA: config.dataDir,
    };
    const { code, out } = await console_(backupCommand, [path, '--with-master-key'], env);
    expect(code).toBe(0);
    expect(out).toContain('主密钥已按要求放进备份');
    expect((await walkBackup(quiet.path, SECRET, progress)).head.masterKey).toBeUndefined();
    expect((await walkBackup(path, SECRET, progress)).head.masterKey).toBe(MASTER);
    const db = await base();
    const into = join(folder.path, 'with-key');
    expect((await console_(restoreCommand, [path, '--into', into], { DATABASE_URL: urlOf(db) })).code).toBe(
      0,
    );
    expect((await readFile(join(into, 'keys/master.key'), 'utf8')).trim()).toBe(MASTER);
  });

  test('can be proved without restoring it', async () => {
    const { code, out } = await console_(restoreCommand, [quiet.path, '--verify-only'], {});
    expect(code).toBe(0);
    expect(out).toContain('备份完好，没有恢复');
  });

  test('names files that were already damaged, keeps everything else, and the restore names them again', async () => {
    const own = await configOf(join(folder.path, 'damaged'), {
      DATABASE_URL: config.databaseUrl ?? '',
      ZHITONGCHE_KEY: MASTER,
    });
    // The same database beside a store that lost everything but one file.
    const [paper] = await source.query<{ digest: string }>('select pdf_digest as digest from paper limit 1');
    const digest = paper?.digest ?? '';
    const at = join('files', digest.slice(0, 2), digest.slice(2, 4));
    await mkdir(join(own.dataDir, at), { recursive: true });
    await copyFile(join(config.dataDir, at, digest), join(own.dataDir, at, digest));
    const path = join(folder.path, 'damaged.backup');
    const env = { DATABASE_URL: config.databaseUrl ?? '', ZHITONGCHE_KEY: MASTER };
    const made = await console_(backupCommand, [path], { ...env, ZHITONGCHE_DATA: own.dataDir });
    expect(made).toMatchObject({ code: 1, err: expect.stringContaining('文件已缺失或损坏') });

    const db = await base();
    const there = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: MASTER };
    const into = join(folder.path, 'damaged-restored');
    const first = await console_(restoreCommand, [path, '--into', into], there);
    expect(first).toMatchObject({
      code: 1,
      err: expect.stringContaining('已不符'),
      out: expect.stringContaining('缺失'),
    });
    const settings = readConfig({ ...there, ZHITONGCHE_DATA: into }, folder.path);
    if (settings.ok)
      await expect(open(settings.config, { log: pino({ level: 'silent' }) })).rejects.toThrow('恢复没有完成');
    const second = await console_(restoreCommand, [path, '--into', into, '--accept-findings'], there);
    expect(second.code).toBe(0);
    await rm(path);
  });
});
