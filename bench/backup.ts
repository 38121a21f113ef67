import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { makeLog, type Config, readConfig } from '@zhitongche/core/server';
import {
  finishRestore,
  tellProgress,
  restoreBackup,
  takeBackup,
  walkBackup,
} from '@zhitongche/backup/server';
import { open, type Opened } from '../apps/server/src/start.ts';
import { round } from './lib/stats.ts';

const SECRET = { kind: 'key', bytes: Buffer.alloc(32, 5) } as const;
const KEY = '07'.repeat(32);
const FILE = 200_000;

/** A backup, its proof and its restore into another directory. Arguments: rows of the audit, stored files. */
export default async function backup([rows = '1000000', files = '500']: readonly string[]): Promise<
  Record<string, unknown>
> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-bench-backup-'));
  await chmod(folder, 0o711);
  const progress = tellProgress((line) => console.error(line));
  try {
    const from = configOf(join(folder, 'from'));
    const source = await open(from, { log: makeLog({ logLevel: 'error' }) });
    try {
      await fill(source, Number(rows), Number(files));
    } finally {
      await source.stop();
    }
    const before = peakMegabytes();
    const [made, backupSeconds] = await timed(() =>
      takeBackup({
        config: from,
        into: join(folder, 'one.backup'),
        secret: SECRET,
        withMasterKey: false,
        keep: null,
        progress,
      }),
    );
    const afterBackup = peakMegabytes();
    const [, proofSeconds] = await timed(() => walkBackup(made.path, SECRET, progress));
    const to = configOf(join(folder, 'to'));
    const [, loadSeconds] = await timed(() =>
      restoreBackup({
        path: made.path,
        secret: SECRET,
        config: to,
        replace: false,
        say: console.error,
        progress,
      }),
    );
    const afterRestore = peakMegabytes();
    const [found, checkSeconds] = await timed(() =>
      finishRestore(to, made.path, false, (config) =>
        open(config, { log: makeLog({ logLevel: 'error' }), restoring: true }),
      ),
    );
    const { manifest } = made;
    return {
      ...(found.opened ? {} : { failed: found.offices.flatMap(({ broken }) => broken) }),
      rows: manifest.rows,
      files: manifest.files,
      megabytes: { files: megabytes(manifest.fileBytes), backup: megabytes(made.size) },
      seconds: { backup: backupSeconds, proof: proofSeconds, restore: loadSeconds, check: checkSeconds },
      rowsPerSecond: {
        backup: Math.round(manifest.rows / backupSeconds),
        restore: Math.round(manifest.rows / loadSeconds),
      },
      peakMegabytes: { program: before, backup: afterBackup, restore: afterRestore },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function configOf(dataDir: string): Config {
  const read = readConfig(
    { ZHITONGCHE_DATA: dataDir, ZHITONGCHE_OFFICE: 'bench', ZHITONGCHE_KEY: KEY },
    dataDir,
  );
  if (!read.ok) throw new Error(read.problems.join());
  return read.config;
}

/** Audit rows as acts write them and files nobody can compress; the rows are made by the database, so that this process stays small. */
async function fill({ app, target }: Opened, rows: number, files: number): Promise<void> {
  const client = new pg.Client(target);
  await client.connect();
  await client.query("insert into office (office, name) values ('bench', '测量外办')");
  await client.query(
    `insert into audit (office, id, at, actor, action, object, result, source, detail)
     select 'bench', gen_random_uuid(), now() - n * interval '1 second', jsonb_build_object('id', gen_random_uuid(), 'name', '张三'),
       'case.agree', 'case:' || gen_random_uuid(), 'ok', '10.0.0.1',
       jsonb_build_object('service', 'outbound-trip', 'unit', gen_random_uuid(), 'counts', jsonb_build_object('agree', 1), 'note', md5(n::text))
     from generate_series(1, $1::int) n`,
    [rows],
  );
  for (let n = 0; n < files; n += 1) {
    const { digest, size } = await app.blobs.put(randomBytes(FILE));
    await client.query(
      `insert into upload (office, id, case_id, name, type, size, digest, by_person)
       values ('bench', gen_random_uuid(), gen_random_uuid(), '附件', 'application/pdf', $1, $2, gen_random_uuid())`,
      [size, digest],
    );
  }
  await client.end();
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now();
  const value = await work();
  return [value, round((performance.now() - began) / 1000)];
}

const megabytes = (bytes: number): number => round(bytes / 1_048_576);
/** The most this process has held so far; the database is another process. */
const peakMegabytes = (): number => round(process.resourceUsage().maxRSS / 1024);
