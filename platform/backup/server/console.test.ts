import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupCommand } from '../../../apps/server/src/cli/backup.ts';
import { restoreCommand } from '../../../apps/server/src/cli/restore.ts';
import { readConfig, readSteps } from '@zhitongche/core/server';
import { STEP_TABLE } from '@zhitongche/host';
import { type AllVerified, verifyAll } from '@zhitongche/proof/server';
import { CannotStart, open } from '../../../apps/server/src/start.ts';
import { atConsole } from '../../../apps/server/testing/backup/console.ts';
import { configOf, freshKey } from '../../../apps/server/testing/backup/site.ts';
import { openWorkshop, SECRET, silent, type Workshop } from '../../../apps/server/testing/backup/workshop.ts';
import { urlOf } from '../../../apps/server/testing/nodes/url-of.ts';
import { walkBackup } from './walk-backup.ts';

let w: Workshop;
let quiet = { path: '', found: [] as readonly AllVerified[] };

beforeAll(async () => {
  w = await openWorkshop();
  quiet = await w.backQuiet(join(w.folder, 'quiet.backup'));
}, 300_000);
afterAll(() => w?.close());

describe('what is refused, with one sentence and exit code 1', () => {
  const refused = async (
    path: string,
    more: Readonly<Record<string, string>> = {},
    into = join(w.folder, 'refused'),
  ) => {
    const { code, out, err } = await atConsole(restoreCommand, [path, '--into', into], {
      ZHITONGCHE_KEY: w.master,
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
    const path = join(w.folder, 'cut.backup');
    const bytes = await readFile(quiet.path);
    await writeFile(path, bytes.subarray(0, bytes.length - 1));
    expect(await refused(path)).toContain('备份不完整');
    await writeFile(path, bytes.subarray(0, bytes.length >> 1));
    expect(await refused(path)).toContain('备份不完整');
  });
  test('an archive with one bit turned, anywhere', async () => {
    const path = join(w.folder, 'bit.backup');
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
    const db = await w.base();
    const later = await configOf(join(w.folder, 'later'), {
      DATABASE_URL: urlOf(db),
      ZHITONGCHE_KEY: w.master,
    });
    await (await open(later, { log: pino({ level: 'silent' }) })).stop();
    await db.query(
      "insert into schema_step (number, name, digest) values (9999, '9999_later.sql', repeat('a', 64))",
    );
    const { path } = await w.back(join(w.folder, 'later.backup'), later);
    expect(await refused(path)).toContain('本程序不认识它的数据库结构');
  });
  test('a database of another program', async () => {
    const db = await w.base();
    await db.query('create table somebody_else (x int)');
    expect(await refused(quiet.path, { DATABASE_URL: urlOf(db) })).toContain('别的程序的表');
    expect(await db.query('select * from somebody_else')).toEqual([]);
  });
  test('nothing was left where they should have gone', async () => {
    expect(await readdir(join(w.folder, 'refused')).catch(() => [])).not.toContain('keys');
    expect(await readdir(join(w.folder, 'refused/files')).catch(() => [])).toEqual([]);
  });
  test('a missing file, and a wrong call', async () => {
    expect(await refused(join(w.folder, 'absent.backup'))).toContain('打不开备份');
    expect((await atConsole(restoreCommand, [], {})).code).toBe(2);
    expect((await atConsole(restoreCommand, ['a', '--nonsense'], {})).code).toBe(2);
    expect((await atConsole(backupCommand, ['a', '--keep', '0'], {})).code).toBe(2);
  });
});

describe('a backup of an earlier version', () => {
  test('is restored at its own step and then brought to this one', async () => {
    const old = await w.base();
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
    const before = await configOf(join(w.folder, 'old'), {
      DATABASE_URL: urlOf(old),
      ZHITONGCHE_KEY: w.master,
    });
    const { path } = await w.back(join(w.folder, 'old.backup'), before);
    expect((await old.query('select number from schema_step')).length).toBe(1);

    const db = await w.base();
    const env = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: w.master };
    const { code, err } = await atConsole(
      restoreCommand,
      [path, '--into', join(w.folder, 'old-restored')],
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
    const db = await w.base();
    const env = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: w.master };
    const place = await configOf(join(w.folder, 'interrupted'), env);
    const [here] = await db.query<{ name: string }>('select current_database() as name');
    const run = atConsole(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    let ended = false;
    void run.finally(() => {
      ended = true;
    });
    // All rows are in, and read once more; nothing is committed yet. Watched from another database, for a restore refuses
    // one in which somebody is.
    let cut = 0;
    for (; cut === 0 && !ended; await pause(2))
      cut = (
        await w.source.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zhitongche restore'
           and datname = $1 and query ~* '^copy .* to stdout'`,
          [here?.name],
        )
      ).length;
    expect(cut).toBe(1);
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

    const again = await atConsole(restoreCommand, [quiet.path, '--into', place.dataDir], env);
    expect(again).toMatchObject({ code: 0, err: '' });
    const opened = await open(place, { log });
    expect((await verifyAll(opened.app))[0]?.broken).toEqual([]);
    await opened.stop();
  }, 120_000);
});

describe('a backup at the console', () => {
  test('says what it holds and which keys a restore needs, is on record, and keeps as many as it is told', async () => {
    const env = {
      DATABASE_URL: w.config.databaseUrl ?? '',
      ZHITONGCHE_KEY: w.master,
      ZHITONGCHE_DATA: w.config.dataDir,
    };
    const into = `${join(w.folder, 'kept')}/`;
    await mkdir(into);
    for (const year of ['2024', '2025'])
      await copyFile(quiet.path, join(into, `zhitongche-backup-${year}0101T000000Z.backup`));
    await writeFile(join(into, 'notes.txt'), 'mine');
    const { code, out, err } = await atConsole(backupCommand, [into, '--keep', '2'], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('主密钥不在备份里');
    const names = (await readdir(into)).toSorted();
    expect(names).toHaveLength(3);
    expect(names).toContain('notes.txt');
    expect(names).not.toContain('zhitongche-backup-20240101T000000Z.backup');
    const [row] = await w.source.query<{ name: string; object: string; detail: { files: number } }>(
      "select actor->>'name' as name, object, detail from audit where action = 'backup.make' order by xid desc limit 1",
    );
    expect(row?.name).toBe('控制台');
    expect(names).toContain(row?.object.slice('backup:'.length));
    expect(row?.detail.files).toBe(quiet.found[0]?.files);
  });

  test('carries the master key only when told, and then needs nothing but the backup key', async () => {
    const path = join(w.folder, 'with-key.backup');
    const env = {
      DATABASE_URL: w.config.databaseUrl ?? '',
      ZHITONGCHE_KEY: w.master,
      ZHITONGCHE_DATA: w.config.dataDir,
    };
    const { code, out } = await atConsole(backupCommand, [path, '--with-master-key'], env);
    expect(code).toBe(0);
    expect(out).toContain('主密钥已按要求放进备份');
    expect((await walkBackup(quiet.path, SECRET, silent)).head.masterKey).toBeUndefined();
    expect((await walkBackup(path, SECRET, silent)).head.masterKey).toBe(w.master);
    const db = await w.base();
    const into = join(w.folder, 'with-key');
    expect((await atConsole(restoreCommand, [path, '--into', into], { DATABASE_URL: urlOf(db) })).code).toBe(
      0,
    );
    expect((await readFile(join(into, 'keys/master.key'), 'utf8')).trim()).toBe(w.master);
  });

  test('can be proved without restoring it', async () => {
    const { code, out } = await atConsole(restoreCommand, [quiet.path, '--verify-only'], {});
    expect(code).toBe(0);
    expect(out).toContain('备份完好，没有恢复');
  });

  test('names files that were already damaged, keeps everything else, and the restore names them again', async () => {
    const own = await configOf(join(w.folder, 'damaged'), {
      DATABASE_URL: w.config.databaseUrl ?? '',
      ZHITONGCHE_KEY: w.master,
    });
    // The same database beside a store that lost everything but one file.
    const [paper] = await w.source.query<{ digest: string }>(
      'select pdf_digest as digest from paper limit 1',
    );
    const digest = paper?.digest ?? '';
    const at = join('files', digest.slice(0, 2), digest.slice(2, 4));
    await mkdir(join(own.dataDir, at), { recursive: true });
    await copyFile(join(w.config.dataDir, at, digest), join(own.dataDir, at, digest));
    const path = join(w.folder, 'damaged.backup');
    const env = { DATABASE_URL: w.config.databaseUrl ?? '', ZHITONGCHE_KEY: w.master };
    const made = await atConsole(backupCommand, [path], { ...env, ZHITONGCHE_DATA: own.dataDir });
    expect(made).toMatchObject({ code: 1, err: expect.stringContaining('文件已缺失或损坏') });

    const db = await w.base();
    const there = { DATABASE_URL: urlOf(db), ZHITONGCHE_KEY: w.master };
    const into = join(w.folder, 'damaged-restored');
    const first = await atConsole(restoreCommand, [path, '--into', into], there);
    expect(first).toMatchObject({
      code: 1,
      err: expect.stringContaining('已不符'),
      out: expect.stringContaining('缺失'),
    });
    const settings = readConfig({ ...there, ZHITONGCHE_DATA: into }, w.folder);
    if (settings.ok)
      await expect(open(settings.config, { log: pino({ level: 'silent' }) })).rejects.toThrow('恢复没有完成');
    const second = await atConsole(restoreCommand, [path, '--into', into, '--accept-findings'], there);
    expect(second.code).toBe(0);
    await rm(path);
  });
});
