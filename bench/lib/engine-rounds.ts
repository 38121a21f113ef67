import { cpuMilliseconds } from './cpu.ts';
import type { Draft } from './drafts.ts';
import { driveHttp, type Session } from './http-load.ts';
import { play, type Replay } from './pgbench.ts';
import { type BenchServer, walBytes } from './postgres.ts';
import type { NodeProcess } from './processes.ts';

/** Connections to the database, together. */
export const CONNECTIONS = 8;
/** What is measured beside each other: the bare SQL, the use cases, the HTTP door. */
export const NAMES = ['pgbench', 'usecase', 'http'] as const;
/** One of them. */
export type Name = (typeof NAMES)[number];

/** One round of one variant. */
export interface Round {
  readonly casesPerSecond: number;
  readonly times: readonly number[];
  /** Milliseconds of processor time per case. */
  readonly databaseCpu: number;
  readonly clientCpu: number;
  readonly walPerAct: number;
  readonly more?: Readonly<Record<string, number>>;
}

/** What the rounds of all variants stand on. */
export interface RoundParts {
  readonly server: BenchServer;
  /** Path of pgbench. */
  readonly program: string;
  readonly replay: Replay;
  readonly processes: readonly NodeProcess[];
  /** Cases a variant plays in one round. */
  readonly batch: (name: Name, index: number) => readonly Draft[];
  /** Cases each connection plays in one round. */
  readonly each: number;
  /** Revision a case has before each act. */
  readonly revisions: readonly number[];
  /** Sessions by user name. */
  readonly sessions: ReadonlyMap<string, Session>;
}

/** One round of each variant, by its place in the run. */
export function variants({
  server,
  program,
  replay,
  processes,
  batch,
  each,
  revisions,
  sessions,
}: RoundParts): Readonly<Record<Name, (index: number) => Promise<Round>>> {
  const perVariant = each * CONNECTIONS;
  const acts = revisions.length;
  const addresses = processes.map((one) => one.address);
  return {
    pgbench: (index) =>
      round1(server, acts * perVariant, async () => {
        let child = 0;
        const before = cpuMilliseconds(process.pid);
        const span = { first: index * perVariant, each, clients: CONNECTIONS };
        const played = await play(program, server, replay, span, (pid) => {
          child = pid;
        });
        return {
          cases: perVariant,
          casesPerSecond: played.casesPerSecond,
          times: [],
          clientCpu: child === 0 ? 0 : cpuMilliseconds(process.pid) - before,
          more: { caseMs: played.caseMs, fetchMs: played.fetchMs },
        };
      }),
    usecase: (index) =>
      round1(server, acts * perVariant, async () => {
        const before = sum(processes.map((one) => cpuMilliseconds(one.pid)));
        const work = batch('usecase', index);
        const share = Math.ceil(work.length / processes.length);
        const driven = await Promise.all(
          processes.map((one, at) =>
            one.drive({ drafts: work.slice(at * share, (at + 1) * share), revisions }),
          ),
        );
        const seconds = Math.max(...driven.map((one) => one.seconds));
        return {
          cases: work.length,
          casesPerSecond: work.length / seconds,
          times: driven.flatMap((one) => one.times),
          clientCpu: sum(processes.map((one) => cpuMilliseconds(one.pid))) - before,
        };
      }),
    http: (index) =>
      round1(server, acts * perVariant, async () => {
        const before = sum(processes.map((one) => cpuMilliseconds(one.pid)));
        const driven = await driveHttp(addresses, sessions, CONNECTIONS, batch('http', index), revisions);
        return {
          cases: perVariant,
          casesPerSecond: perVariant / driven.seconds,
          times: driven.times,
          clientCpu: sum(processes.map((one) => cpuMilliseconds(one.pid))) - before,
          more: { replyBytes: driven.replyBytes },
        };
      }),
  };
}

/** Runs one round and adds what the server used for it. */
async function round1(
  server: BenchServer,
  acts: number,
  work: () => Promise<Omit<Round, 'databaseCpu' | 'walPerAct'> & { readonly cases: number }>,
): Promise<Round> {
  const wal = await walBytes(server.owner);
  const cpu = cpuMilliseconds(server.pid);
  const { cases, ...done } = await work();
  const used = cpuMilliseconds(server.pid) - cpu;
  return {
    ...done,
    clientCpu: done.clientCpu / cases,
    databaseCpu: used / cases,
    walPerAct: ((await walBytes(server.owner)) - wal) / acts,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
