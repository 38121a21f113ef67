import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId, type Query } from '@zhitongche/host';
import type { Captured } from './capture.ts';
import { type Meter, meterOf } from './cpu.ts';
import type { BenchServer } from './postgres.ts';

/** Path of pgbench: beside a server of the system, or on the PATH; null when it is not installed. */
export function findPgbench(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  const paths = [
    ...versions.map((version) => join(root, version, 'bin/pgbench')),
    ...(process.env.PATH ?? '').split(':').map((dir) => join(dir, 'pgbench')),
  ];
  return paths.find((path) => existsSync(path)) ?? null;
}

/** The captured statements of one case as a pgbench script that plays many cases. */
export interface Replay {
  readonly file: string;
  /** `-D` definitions: values that are the same for every case. */
  readonly constants: readonly string[];
  /** Statements of one case, without the one that fetches a case's own values. */
  readonly statements: number;
}

/** What must be replaced to play the captured case once more. */
export interface OwnValues {
  /** Ids that exist before the case is played (the draft, its uploads, its unit), captured one to the one of each case. */
  readonly given: readonly string[];
  readonly cases: readonly (readonly string[])[];
  /** Other ids that stay: office, people, organisations. */
  readonly kept: ReadonlySet<string>;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Longer values are the contents of events: nothing in them is unique, so they are sent as they were. */
const LONG = 6000;

/**
 * Writes the script and loads table `bench_case`, one row per case to play, holding every value that differs from case
 * to case. pgbench cannot make such values itself; the row is fetched once per case and its time is left out.
 */
export async function writeReplay(
  server: BenchServer,
  taken: readonly Captured[],
  own: OwnValues,
): Promise<Replay> {
  const names = new Map<string, string>();
  const varying: string[] = [];
  const constants: string[] = [];
  const known = new Set(own.given);
  const variable = (text: string): string => {
    const before = names.get(text);
    if (before) return before;
    const ids = text.match(ID) ?? [];
    const differs = text.length < LONG && ids.some((id) => known.has(id) || !own.kept.has(id));
    const name = `${differs ? 'o' : 'c'}${names.size}`;
    names.set(text, name);
    if (differs) varying.push(text);
    else constants.push(`${name}=${text}`);
    return name;
  };
  const commands = taken.map(({ text, values }) =>
    text.replaceAll(/\$(\d+)\b/g, (_, digits: string) => {
      const value = values[Number(digits) - 1];
      return value === null || value === undefined ? 'null' : `:${variable(asText(value))}`;
    }),
  );
  const columns = varying.map((text) => names.get(text) ?? '');
  await server.owner.query('drop table if exists bench_case');
  await server.owner.query(
    `create table bench_case (n int primary key, ${columns.map((c) => `${c} text`).join()})`,
  );
  await server.owner.tx(async (query) => {
    for (const [n, given] of own.cases.entries()) await insertCase(query, n, columns, varying, own, given);
  });
  await server.owner.query('grant select on bench_case to zhitongche_app');
  await server.owner.query('vacuum analyze bench_case');
  const fetch = `select ${columns.join(', ')} from bench_case where n = :row`;
  const file = join(server.folder, 'case.pgbench');
  await writeFile(
    file,
    [
      '\\set row :first + :client_id * :each + :i',
      `${fetch} \\gset`,
      '\\set i :i + 1',
      ...commands.map((c) => `${c};`),
    ].join('\n'),
    {
      mode: 0o644,
    },
  );
  return { file, constants, statements: commands.length };
}

async function insertCase(
  query: Query,
  n: number,
  columns: readonly string[],
  varying: readonly string[],
  own: OwnValues,
  given: readonly string[],
): Promise<void> {
  const fresh = new Map(own.given.map((id, index) => [id, given[index] ?? '']));
  const replaced = varying.map((text) =>
    text.replaceAll(ID, (id) => {
      const known = fresh.get(id);
      if (known === undefined && own.kept.has(id)) return id;
      const now = known ?? newId();
      fresh.set(id, now);
      return now;
    }),
  );
  const places = replaced.map((_, index) => `$${index + 2}`);
  await query(`insert into bench_case (n, ${columns.join()}) values ($1, ${places.join()})`, [
    n,
    ...replaced,
  ]);
}

/** A value as the driver would send it. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(String(item))).join()}}`;
  return String(value);
}

/** What one run of pgbench measured. */
export interface Played {
  /** Cases per second, the fetch of a case's own values left out. */
  readonly casesPerSecond: number;
  /** Mean milliseconds of one case and of the fetch. */
  readonly caseMs: number;
  readonly fetchMs: number;
  /** Milliseconds of processor time per case, of the server and of pgbench; warming up and the fetch left out as well. */
  readonly databaseCpu: number;
  readonly clientCpu: number;
}

/** Plays cases `first` and following with prepared statements over `clients` connections from one thread. */
export async function play(
  program: string,
  server: BenchServer,
  replay: Replay,
  span: { readonly first: number; readonly each: number; readonly clients: number },
): Promise<Played> {
  const { host, port, user, database } = server.target;
  const args = [
    '-h',
    host ?? '',
    '-p',
    String(port),
    '-U',
    user ?? '',
    '-n',
    '-r',
    '-l',
    '-M',
    'prepared',
    '-j',
    '1',
    '-c',
    String(span.clients),
    '-t',
    String(span.each),
    '-f',
    replay.file,
    ...[`first=${span.first}`, `each=${span.each}`, 'i=0', ...replay.constants].flatMap((d) => ['-D', d]),
    database ?? '',
  ];
  const child = spawn(program, args, {
    cwd: server.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PGOPTIONS: '-c role=zhitongche_app' },
  });
  const meter = meterOf([server.pid, child.pid ?? 0]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  meter.stop();
  if (code !== 0) throw new Error(`pgbench ended with ${code}: ${said.slice(-2000)}`);
  return await readPlayed(said, server.folder, span, meter);
}

/** Cases of each connection that are not counted: statements are prepared and planned during the first ones. */
const WARMING = 10;

async function readPlayed(
  said: string,
  folder: string,
  span: { readonly each: number; readonly clients: number },
  meter: Meter,
): Promise<Played> {
  const done = /actually processed: (\d+)\/(\d+)/.exec(said);
  if (!done || done[1] !== done[2] || Number(done[1]) !== span.each * span.clients)
    throw new Error(`pgbench left cases out: ${said.slice(-2000)}`);
  const lines = said.slice(said.indexOf('statement latencies')).split('\n').slice(1);
  const times = lines.flatMap((line) => {
    const found = /^\s+(\d+\.\d+)\s+\d+\s+\S/.exec(line);
    return found ? [Number(found[1])] : [];
  });
  const [_row, fetchMs = 0, _set, ...statementMs] = times;
  const caseMs = statementMs.reduce((sum, ms) => sum + ms, 0);
  const { from, until, cases } = await steady(folder, span.clients);
  const own = caseMs / (caseMs + fetchMs);
  const [databaseCpu = 0, clientCpu = 0] = meter.between(from, until).map((ms) => (ms * own) / cases);
  return { casesPerSecond: cases / (until - from) / own, caseMs, fetchMs, databaseCpu, clientCpu };
}

/** From when every connection was warm to when the first had nothing left to do, in seconds, and the cases that ended between. */
async function steady(
  folder: string,
  clients: number,
): Promise<{ readonly from: number; readonly until: number; readonly cases: number }> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log.'));
  const ended = new Map<string, number[]>();
  for (const name of names) {
    const path = join(folder, name);
    for (const line of (await readFile(path, 'utf8')).trim().split('\n')) {
      const [client = '', , , , seconds, micros] = line.split(' ');
      const at = Number(seconds) + Number(micros) / 1e6;
      ended.set(client, [...(ended.get(client) ?? []), at]);
    }
    await rm(path);
  }
  const all = [...ended.values()];
  if (all.length !== clients) throw new Error(`pgbench logged ${all.length} of ${clients} connections`);
  const from = Math.max(...all.map((times) => times[WARMING - 1] ?? Number.NaN));
  const until = Math.min(...all.map((times) => times.at(-1) ?? Number.NaN));
  if (!(until > from)) throw new Error('Too few cases for pgbench to become warm; ask for more per round');
  return { from, until, cases: all.flat().filter((at) => at > from && at <= until).length };
}
