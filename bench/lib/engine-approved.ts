import { cpuMilliseconds } from './cpu.ts';
import type { Draft } from './drafts.ts';
import type { BenchServer } from './postgres.ts';
import type { NodeProcess } from './processes.ts';
import { latency, round } from './stats.ts';

/** Jobs a server does at once. */
const HANDS = 2;
/** Acceptance notice, approval, roster and funding opinion. */
const PAPERS_PER_CASE = 4;

/** Figures of one part: the acts of people, or the jobs they leave behind. */
interface Part {
  readonly seconds: number;
  readonly times: readonly number[];
  readonly nodeCpu: number;
  readonly databaseCpu: number;
}

/** What cases cost that end approved, their acts and the jobs behind them counted apart. */
export async function playApproved(
  server: BenchServer,
  process: NodeProcess,
  drafts: readonly Draft[],
  revisions: readonly number[],
) {
  const timed = async (work: () => ReturnType<NodeProcess['workOff']>): Promise<Part> => {
    const [node, database] = [cpuMilliseconds(process.pid), cpuMilliseconds(server.pid)];
    const { seconds, times } = await work();
    return {
      seconds,
      times,
      nodeCpu: cpuMilliseconds(process.pid) - node,
      databaseCpu: cpuMilliseconds(server.pid) - database,
    };
  };
  // Jobs that other rounds left behind are not theirs, and a replayed case could not be read by one.
  await server.owner.query('delete from outbox');
  const acts = await timed(() => process.drive({ drafts, revisions, order: 'case', ending: 'approved' }));
  const jobs = await timed(() => process.workOff(HANDS));
  const signed = await assertIssued(server, drafts);
  const cases = drafts.length;
  return {
    cases,
    papers: cases * PAPERS_PER_CASE,
    signed,
    jobs: jobs.times.length,
    actsPerSecond: round(acts.times.length / acts.seconds),
    actMs: { ...latency(acts.times) },
    actsNodeCpuMsPerCase: round(acts.nodeCpu / cases),
    actsDatabaseCpuMsPerCase: round(acts.databaseCpu / cases),
    papersPerSecond: round((cases * PAPERS_PER_CASE) / jobs.seconds),
    jobMs: { ...latency(jobs.times) },
    jobsNodeCpuMsPerCase: round(jobs.nodeCpu / cases),
    jobsDatabaseCpuMsPerCase: round(jobs.databaseCpu / cases),
  };
}

/** Every paper issued, nothing waiting, every delegation free to go; gives how many papers bear a signature. */
async function assertIssued(server: BenchServer, drafts: readonly Draft[]): Promise<number> {
  const [row] = await server.owner.query<{ papers: number; signed: number; waiting: number; abroad: number }>(
    `select p.papers, p.signed, (select count(*) from outbox) as waiting,
       (select count(*) from case_file where id = any($1::uuid[]) and step = 'abroad') as abroad
     from (select count(*) as papers, count(*) filter (where signer <> '') as signed from paper
           where case_id = any($1::uuid[])) p`,
    [drafts.map(({ caseId }) => caseId)],
  );
  if (row?.papers !== drafts.length * PAPERS_PER_CASE || row.waiting > 0 || row.abroad !== drafts.length)
    throw new Error(`Of ${drafts.length} approved cases not everything was issued: ${JSON.stringify(row)}`);
  return row.signed;
}
