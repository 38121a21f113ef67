import { actorOf as signedActor } from '@zhitongche/account/server';
import { type App, ContentCache, type HeldContent, type OfficeActor } from '@zhitongche/core/server';
import { openDb, APP_ROLE, type Target, newId } from '@zhitongche/host';
import { buildHttp } from '../../apps/server/src/http/http.ts';
import { handlers } from '../../apps/server/src/http/handlers.ts';
import { act } from '@zhitongche/case/server';
import { benchApp, runningClock } from './app.ts';
import { bindTo } from './machine.ts';
import type { Draft } from './drafts.ts';
import { JOB_HANDLERS } from '../../apps/server/src/job/handlers.ts';
import { runNextJob } from '../../apps/server/src/job/outbox.ts';
import { threadPapers } from '@zhitongche/document/server';
import { byTurns, type Order } from './turns.ts';
import { ROADS } from './trip.ts';

/** What a Node process of a run is told at its start. */
export interface Begin {
  readonly kind: 'begin';
  readonly target: Target;
  readonly folder: string;
  readonly office: string;
  readonly actors: readonly (readonly [string, OfficeActor])[];
  readonly since: number;
  readonly connections: number;
  /** Cores to stay on; null = wherever the system likes. */
  readonly cores: string | null;
}

/** Cases to play through the use case, with the revision each act finds. */
export interface Drive {
  readonly kind: 'drive';
  readonly drafts: readonly Draft[];
  readonly revisions: readonly number[];
  readonly order: Order;
  readonly ending: keyof typeof ROADS;
}

/** Work of the outbox to be done until nothing waits. */
export interface WorkOff {
  readonly kind: 'work';
  readonly hands: number;
}

/** How often the answers of a case were found in memory, asked since the process was asked last. */
export interface AskMemory {
  readonly kind: 'memory';
}

/** What the process answers. */
export type Answer =
  | { readonly kind: 'ready'; readonly address: string }
  | { readonly kind: 'done'; readonly times: readonly number[]; readonly seconds: number }
  | { readonly kind: 'remembered'; readonly found: number; readonly asked: number };

/** Anything a process may be told. */
export type Message = Begin | Drive | WorkOff | AskMemory;

/** The memory of a process, counting: a round that is to remember nothing proves it. */
class CountingCache extends ContentCache {
  asked = 0;
  found = 0;
  override get(caseKey: string): HeldContent | undefined {
    const held = super.get(caseKey);
    this.asked += 1;
    if (held) this.found += 1;
    return held;
  }
}

/** Serves as one Node process of a run: answers over HTTP and plays cases in process when told to. */
export default async function nodeProcess(): Promise<never> {
  let app: App | null = null;
  let actors = new Map<string, OfficeActor>();
  let connections = 1;
  const contents = new CountingCache();
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit(1));
  const answer = (message: Answer) => process.send?.(message);
  process.on('message', (message: Message) => {
    void (async () => {
      if (message.kind === 'begin') {
        if (message.cores) bindTo(process.pid, message.cores);
        actors = new Map(message.actors);
        connections = message.connections;
        const db = openDb(message.target, { size: connections, role: APP_ROLE, broken: () => undefined });
        const clock = runningClock(message.since);
        const { folder, office } = message;
        app = { ...(await benchApp({ db, folder, office, clock, papers: threadPapers() })), contents };
        const http = await buildHttp({ app, handlers, actorOf: signedActor, callsPerMinute: 100_000_000 });
        answer({ kind: 'ready', address: await http.listen({ host: '127.0.0.1', port: 0 }) });
      } else if (message.kind === 'memory') {
        const { asked, found } = contents;
        contents.asked = contents.found = 0;
        answer({ kind: 'remembered', asked, found });
      } else if (app && message.kind === 'work')
        answer({ kind: 'done', ...(await workOff(app, message.hands)) });
      else if (app && message.kind === 'drive')
        answer({ kind: 'done', ...(await drive(app, actors, connections, message)) });
    })().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  // The parent ends this process.
  return await new Promise<never>(() => undefined);
}

interface Timed {
  readonly times: readonly number[];
  readonly seconds: number;
}

async function drive(
  app: App,
  actors: ReadonlyMap<string, OfficeActor>,
  connections: number,
  { drafts, revisions, order, ending }: Drive,
): Promise<Timed> {
  const times: number[] = [];
  const road = ROADS[ending];
  const start = performance.now();
  await byTurns(drafts, revisions.length, connections, order, async (draft, index) => {
    const { by, command } = road(draft)[index] ?? {};
    const actor = actors.get(by ?? '');
    if (!actor || !command) throw new Error(`Nobody is called ${by}`);
    const begun = performance.now();
    const revision = revisions[index] ?? 0;
    await act(app, actor, { caseId: draft.caseId, revision, key: newId(), command });
    times.push(performance.now() - begun);
  });
  return { times, seconds: (performance.now() - start) / 1000 };
}

/** Does everything that waits, as a server does: papers in a thread of their own. */
async function workOff(app: App, hands: number): Promise<Timed> {
  const ready = await app.papers.ready();
  if (!ready.ok) throw new Error(ready.problems.map((problem) => problem.message).join());
  const times: number[] = [];
  const start = performance.now();
  const hand = async () => {
    for (let more = true; more; ) {
      const begun = performance.now();
      more = await runNextJob(app, JOB_HANDLERS);
      if (more) times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return { times, seconds: (performance.now() - start) / 1000 };
}
