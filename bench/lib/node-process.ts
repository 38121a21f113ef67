import { actorOf as signedActor } from '@zhitongche/account/server';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { openDb, APP_ROLE, type Target, newId } from '@zhitongche/host';
import { buildHttp } from '../../apps/server/src/http/http.ts';
import { handlers } from '../../apps/server/src/http/handlers.ts';
import { act } from '@zhitongche/case/server';
import { benchApp, runningClock } from './app.ts';
import { bindTo } from './machine.ts';
import type { Draft } from './drafts.ts';
import { roadOf } from './trip.ts';

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
}

/** What the process answers. */
export type Answer =
  | { readonly kind: 'ready'; readonly address: string }
  | { readonly kind: 'driven'; readonly times: readonly number[]; readonly seconds: number };

/** Serves as one Node process of a run: answers over HTTP and plays cases in process when told to. */
export default async function nodeProcess(): Promise<never> {
  let app: App | null = null;
  let actors = new Map<string, OfficeActor>();
  let connections = 1;
  const answer = (message: Answer) => process.send?.(message);
  process.on('message', (message: Begin | Drive) => {
    void (async () => {
      if (message.kind === 'begin') {
        if (message.cores) bindTo(process.pid, message.cores);
        actors = new Map(message.actors);
        connections = message.connections;
        const db = openDb(message.target, { size: connections, role: APP_ROLE, broken: () => undefined });
        const clock = runningClock(message.since);
        app = await benchApp({ db, folder: message.folder, office: message.office, clock });
        const http = await buildHttp({ app, handlers, actorOf: signedActor, callsPerMinute: 100_000_000 });
        answer({ kind: 'ready', address: await http.listen({ host: '127.0.0.1', port: 0 }) });
      } else if (app) answer({ kind: 'driven', ...(await drive(app, actors, connections, message)) });
    })().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  // The parent ends this process.
  return await new Promise<never>(() => undefined);
}

async function drive(
  app: App,
  actors: ReadonlyMap<string, OfficeActor>,
  connections: number,
  { drafts, revisions }: Drive,
): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  const waiting = drafts.values();
  const start = performance.now();
  const hand = async () => {
    for (const draft of waiting)
      for (const [index, { by, command }] of roadOf(draft).entries()) {
        const actor = actors.get(by);
        if (!actor) throw new Error(`Nobody is called ${by}`);
        const begun = performance.now();
        const revision = revisions[index] ?? 0;
        await act(app, actor, { caseId: draft.caseId, revision, key: newId(), command });
        times.push(performance.now() - begun);
      }
  };
  await Promise.all(Array.from({ length: connections }, hand));
  return { times, seconds: (performance.now() - start) / 1000 };
}
