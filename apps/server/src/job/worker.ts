import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { makeAccountSweeper } from '@zhitongche/account/server';
import { tendAppointments } from '@zhitongche/appointment/server';
import { sweepVisitors } from '@zhitongche/visitor/server';
import type { App } from '@zhitongche/core/server';
import { describe } from '@zhitongche/host';
import { sealAudit } from '@zhitongche/audit/server';
import { makeAdopter } from './adopt.ts';
import { projectMeasures } from '@zhitongche/measure/server';
import { askProbes, countMonths } from '@zhitongche/probe/server';
import {
  lapseHolds,
  nameRows,
  noteForKeepers,
  openDuties,
  remindOfRows,
  tellTimers,
} from '@zhitongche/register/server';
import { catchUpRegisters } from './catch-up-registers.ts';
import { follow } from './fact-projector.ts';
import { callWaiting, followCases, passOn, sendDigests, sendWaiting } from '@zhitongche/channel/server';
import { openEnvelopes } from '@zhitongche/survey/server';
import { scanWaiting } from '@zhitongche/file/server';
import { JOB_HANDLERS } from './handlers.ts';
import { housekeep } from './housekeeping.ts';
import { runNextJob } from './outbox.ts';
import { makeTeller } from './tell-known.ts';
import { makeRowWatch } from '@zhitongche/proof/server';
import { tick, tickTimers } from './tick.ts';

/** The jobs of one process: the outbox by several hands, and what must happen again and again. */
export interface Worker {
  /** Says that work may be waiting. */
  wake(): void;
  /** Whether every loop has come round lately. */
  healthy(): boolean;
  /** Lets what runs finish and stops. */
  stop(): Promise<void>;
}

const CONCURRENCY = 2;
/** Who waits for a slow mail server holds up neither the next mail nor the other channels. */
const HANDS = [
  ['mail', 0],
  ['mail', 1],
  ['mail', 2],
  ['sms', 0],
  ['wechat', 0],
] as const;
const OUTBOX_PAUSE = 1_000;
const FOLLOW_PAUSE = 300;
const SEAL_PAUSE = 5_000;
const TICK_PAUSE = 60_000;
/** Limits of a quarter of an hour are told to the tenth of a minute. */
const TIMER_PAUSE = 6_000;
/** A question is asked within a quarter of a minute of its turn. */
const PROBE_PAUSE = 15_000;
const HOUSEKEEPING_PAUSE = 3_600_000;
/** A loop that has not come round for this long hangs; papers may take a while. */
const SILENCE = 180_000;

/** Starts the jobs; `wake` of the app should be connected to the worker's. */
export function startWorker(app: App): Worker {
  const stopping = new AbortController();
  // Every loop that rests hears the stop; their number is no leak.
  setMaxListeners(0, stopping.signal);
  const rung = new EventTarget();
  const seen = new Map<string, number>();

  async function loop(
    name: string,
    every: number,
    once: () => Promise<boolean>,
    wakes: boolean,
  ): Promise<void> {
    while (!stopping.signal.aborted) {
      seen.set(name, Date.now());
      const again = await once().catch((error: unknown) => {
        if (!stopping.signal.aborted) app.log.error({ loop: name, error: describe(error) }, 'loop failed');
        return false;
      });
      if (!again && !stopping.signal.aborted) await rest(every, wakes);
    }
  }
  /** Waits, but not past a ring or the stop. */
  async function rest(ms: number, wakes: boolean): Promise<void> {
    const early = new AbortController();
    const ring = () => early.abort();
    stopping.signal.addEventListener('abort', ring, { once: true });
    if (wakes) rung.addEventListener('ring', ring, { once: true });
    await pause(ms, undefined, { signal: early.signal }).catch(() => undefined);
    stopping.signal.removeEventListener('abort', ring);
    rung.removeEventListener('ring', ring);
  }
  const forOffices = (work: (app: App, office: string) => Promise<number>) => async (): Promise<boolean> => {
    const rows = await app.db.query<{ office: string }>('select office from office order by office');
    let done = 0;
    for (const { office } of rows) done += await work(app, office);
    return done > 0;
  };

  /** Work that is through after one round, however much it did. */
  const quietly =
    (work: (app: App, office: string) => Promise<number>) =>
    async (one: App, office: string): Promise<number> => {
      await work(one, office);
      return 0;
    };

  const loops = [
    ...Array.from({ length: CONCURRENCY }, (_, hand) =>
      loop(`outbox ${hand}`, OUTBOX_PAUSE, () => runNextJob(app, JOB_HANDLERS), true),
    ),
    loop('follow', FOLLOW_PAUSE, forOffices(follow), false),
    loop('measures', FOLLOW_PAUSE, forOffices(projectMeasures), false),
    loop('seal', SEAL_PAUSE, forOffices(sealAudit), false),
    loop('sweep', TICK_PAUSE, forOffices(quietly(makeAccountSweeper())), false),
    loop('sweep visitors', TICK_PAUSE, forOffices(quietly(sweepVisitors)), false),
    loop('adopt', TICK_PAUSE, forOffices(makeAdopter()), false),
    loop('watch', TICK_PAUSE, forOffices(makeRowWatch()), false),
    loop('tell', TICK_PAUSE, forOffices(makeTeller()), false),
    loop('tick', TICK_PAUSE, async () => (await tick(app)) > 0, false),
    loop('remind', TICK_PAUSE, async () => (await remindOfRows(app)) > 0, false),
    loop('notes', TICK_PAUSE, forOffices(quietly(noteForKeepers)), false),
    loop('duties', TICK_PAUSE, forOffices(quietly(openDuties)), false),
    loop('probes', PROBE_PAUSE, forOffices(quietly(askProbes)), false),
    loop('months', TICK_PAUSE, forOffices(quietly(countMonths)), false),
    loop('envelopes', TICK_PAUSE, forOffices(quietly(openEnvelopes)), false),
    loop('minutes', TIMER_PAUSE, async () => (await tellTimers(app)) > 0, false),
    loop('limits', TIMER_PAUSE, async () => (await tickTimers(app)) > 0, false),
    loop('lapse', TICK_PAUSE, async () => (await lapseHolds(app)) > 0, false),
    loop('appointments', TICK_PAUSE, forOffices(quietly(tendAppointments)), false),
    loop('names', TICK_PAUSE, async () => (await nameRows(app)) > 0, false),
    ...HANDS.map(([channel, hand]) =>
      loop(`post ${channel} ${hand}`, OUTBOX_PAUSE, () => sendWaiting(app, channel), true),
    ),
    loop('pass on', OUTBOX_PAUSE, forOffices(passOn), true),
    loop('webhooks', OUTBOX_PAUSE, forOffices(followCases), false),
    loop('calls', OUTBOX_PAUSE, () => callWaiting(app), true),
    loop('digests', TICK_PAUSE, forOffices(sendDigests), false),
    loop('scan', TICK_PAUSE, async () => (await scanWaiting(app)) > 0, false),
    loop('registers', TICK_PAUSE, async () => (await catchUpRegisters(app)) > 0, false),
    loop('housekeeping', HOUSEKEEPING_PAUSE, async () => (await housekeep(app)) < 0, false),
  ];
  return {
    wake: () => rung.dispatchEvent(new Event('ring')),
    healthy: () => [...seen].every(([name, at]) => name === 'housekeeping' || Date.now() - at < SILENCE),
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
