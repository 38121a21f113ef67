import { cpuMilliseconds } from './cpu.ts';
import type { Draft } from './drafts.ts';
import { driveHttp, type Session } from './http-load.ts';
import { play, type Replay } from './pgbench.ts';
import { type BenchServer, walBytes } from './postgres.ts';
import type { NodeProcess } from './processes.ts';
import type { Order } from './turns.ts';

/** Connections to the database, together. */
export const CONNECTIONS = 8;
/**
 * What is measured beside each other: the bare SQL, the use cases and the HTTP door, both also cold: every case one act
 * before any has its second, so that a process has forgotten a case when its next act comes.
 */
export const NAMES = ['pgbench', 'usecase', 'http', 'usecaseCold', 'httpCold'] as const;
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
  /** Cases a variant plays in one round, by its place in the run. */
  readonly batch: (name: Name, index: number) => readonly Draft[];
  /** Where a round begins among all of a variant, and how many cases each connection plays in it. */
  readonly span: (index: number) => { readonly first: number; readonly each: number };
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
  span,
  revisions,
  sessions,
}: RoundParts): Readonly<Record<Name, (index: number) => Promise<Round>>> {
  const acts = revisions.length;
  const addresses = processes.map((one) => one.address);
  const used = () => sum(processes.map((one) => cpuMilliseconds(one.pid)));
  const usecase = (name: Name, order: Order) => (index: number) => {
    const work = batch(name, index);
    return round1(server, acts, work.length, async () => {
      const before = used();
      const share = Math.ceil(work.length / processes.length);
      const driven = await Promise.all(
        processes.map((one, at) =>
          one.drive({
            drafts: work.slice(at * share, (at + 1) * share),
            revisions,
            order,
            ending: 'refused',
          }),
        ),
      );
      return {
        casesPerSecond: work.length / Math.max(...driven.map((one) => one.seconds)),
        times: driven.flatMap((one) => one.times),
        clientCpu: (used() - before) / work.length,
        more: { remembered: await remembered(processes, order, index > 0) },
      };
    });
  };
  const http = (name: Name, order: Order) => (index: number) => {
    const work = batch(name, index);
    return round1(server, acts, work.length, async () => {
      const before = used();
      const driven = await driveHttp(addresses, sessions, CONNECTIONS, work, revisions, order);
      return {
        casesPerSecond: work.length / driven.seconds,
        times: driven.times,
        clientCpu: (used() - before) / work.length,
        more: { replyBytes: driven.replyBytes, remembered: await remembered(processes, order, index > 0) },
      };
    });
  };
  return {
    pgbench: (index) =>
      round1(server, acts, batch('pgbench', index).length, async () => {
        const of = { ...span(index), clients: CONNECTIONS };
        const { caseMs, fetchMs, ...played } = await play(program, server, replay, of);
        return { ...played, times: [], more: { caseMs, fetchMs } };
      }),
    usecase: usecase('usecase', 'case'),
    http: http('http', 'case'),
    usecaseCold: usecase('usecaseCold', 'step'),
    httpCold: http('httpCold', 'step'),
  };
}

/** Share of acts that found the answers in memory; a cold round that remembers, or a warm one that does not, says nothing. */
async function remembered(
  processes: readonly NodeProcess[],
  order: Order,
  counted: boolean,
): Promise<number> {
  const shares = await Promise.all(processes.map((one) => one.remembered()));
  const share = sum(shares) / shares.length;
  if (counted && (order === 'step' ? share > 0 : share < 0.5))
    throw new Error(`Answers were remembered for ${share} of the acts played by ${order}`);
  return share;
}

/** Runs one round and adds what the server used for it, unless the round knows better. */
async function round1(
  server: BenchServer,
  acts: number,
  cases: number,
  work: () => Promise<Omit<Round, 'databaseCpu' | 'walPerAct'> & { readonly databaseCpu?: number }>,
): Promise<Round> {
  const wal = await walBytes(server.owner);
  const cpu = cpuMilliseconds(server.pid);
  const done = await work();
  const databaseCpu = (cpuMilliseconds(server.pid) - cpu) / cases;
  return { databaseCpu, ...done, walPerAct: ((await walBytes(server.owner)) - wal) / (acts * cases) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
