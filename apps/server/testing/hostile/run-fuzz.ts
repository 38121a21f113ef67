import type { EndpointName } from '@zhitongche/contract';
import type { Target } from '@zhitongche/host';
import { type Watched, watchBeside } from '../liveness.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { damaged, seeded } from './damage.ts';
import { samples } from './samples.ts';
import { serveOffice } from './served-office.ts';
import { setTimeout as pause } from 'node:timers/promises';

/** What a run is given. */
export interface FuzzPlan {
  readonly times: number;
  readonly seed: number;
  readonly target: Target;
  readonly say: (line: string) => void;
}

/** What a run found. */
export interface FuzzReport {
  readonly seed: number;
  /** Answers by endpoint, kind of file and status. */
  readonly answers: Readonly<Record<string, number>>;
  readonly liveness: Watched;
  /** Megabytes the process held before, at most, and after. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number };
  readonly faults: readonly string[];
  readonly ok: boolean;
}

/** Memory the process may hold while such files are read. */
export const MOST_MEGABYTES = 1_500;
/** Refusals are answers; anything else of 500 and above is a fault. */
const WAIT = new Set([429, 503]);
const CONCURRENCY = 3;
/** Milliseconds after which a file counts as never answered: its own deadline, the queue before it, a busy machine. */
const PATIENCE = 120_000;
const BUDGET_EVERY = 50;

/** Sends damaged PDFs, workbooks, archives and Word documents to every door that takes a file, and watches the server. */
export async function runFuzz({ times, seed, target, say }: FuzzPlan): Promise<FuzzReport> {
  const random = seeded(seed);
  const sorts = await samples();
  const office = await serveOffice(target);
  try {
    const { address } = office.node;
    const filer = await signIn(address, 'unit1-filer');
    const finance = await signIn(address, 'finance');
    const draft = await filer.call('createCase', { body: { service: 'outbound-trip' } });
    const caseId = (draft.json as { id?: string }).id ?? '';
    const answers: Record<string, number> = {};
    const faults: string[] = [];
    const before = await office.residentMb();
    let most = before;
    let sent = 0;
    const watch = await watchBeside(address);
    const hand = async (): Promise<void> => {
      while (sent < times) {
        sent += 1;
        const no = sent;
        const sort = sorts[Math.floor(random() * sorts.length)] ?? sorts[0];
        if (!sort) return;
        const door = sort.to[Math.floor(random() * sort.to.length)] ?? 'verifyFile';
        // Budgets have a thread of their own each, one after the other: a queue of hundreds would only be waited for.
        const endpoint = sort.budget && no % BUDGET_EVERY === 0 ? 'readBudget' : door;
        const file = { name: sort.name, bytes: damaged(sort.bytes, random) };
        const caller = endpoint === 'readBudget' ? finance : filer;
        const status = await sendPatiently(caller, endpoint, caseId, file);
        const key = `${endpoint} ${sort.kind} ${status}`;
        answers[key] = (answers[key] ?? 0) + 1;
        if (status === 0 || status >= 500) faults.push(`file ${no}: ${key}`);
        if (no % 20 === 0) most = Math.max(most, await office.residentMb());
        if (no % 500 === 0) say(`${no} files, ${most} MB at most, ${faults.length} faults`);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, hand));
    const liveness = await watch();
    const after = await office.residentMb();
    const memory = { before, most: Math.max(most, after), after };
    const ok = faults.length === 0 && liveness.broken.length === 0 && memory.most <= MOST_MEGABYTES;
    return { seed, answers, liveness, memory, faults: faults.slice(0, 20), ok };
  } finally {
    await office.stop();
  }
}

/** The status in the end; told to come later, it comes later. 0 = no answer. */
async function sendPatiently(
  caller: Caller,
  endpoint: EndpointName,
  caseId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<number> {
  const params = { case: caseId, service: 'outbound-trip', field: 'members', register: 'person' };
  for (let tries = 0; ; tries += 1) {
    const status = await caller.call(endpoint, { params, file, signal: AbortSignal.timeout(PATIENCE) }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (!WAIT.has(status) || tries >= 120) return status;
    await pause(500);
  }
}
