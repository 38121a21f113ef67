import { API } from '@zhitongche/contract';
import { idleServer } from './idle-server.ts';
import { setTimeout as pause } from 'node:timers/promises';

/** How quickly a door answered over a while, in milliseconds. */
export interface Liveness {
  readonly asked: number;
  /** Answers that were not 200. */
  readonly failed: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** When the longest wait began, in seconds after the watch did. */
  readonly longestAfterSeconds: number;
}

const EVERY = 20;
/** What the office is promised while hostile files are read, beyond what an idle process on the same machine is late by. */
const PROMISED = { p99Ms: 200, maxMs: 1_000 };

/** How a door answered beside an idle process, asked at the same time: a machine that is busy with others makes both late. */
export interface Watched {
  readonly door: Liveness;
  readonly idle: Liveness;
  /** What was broken of the promise; empty when it was kept. */
  readonly broken: readonly string[];
}

/** Watches a door and an idle process beside it; the returned function stops and tells. */
export async function watchBeside(address: string): Promise<() => Promise<Watched>> {
  const other = await idleServer();
  const [stopDoor, stopIdle] = [watchLiveness(address), watchLiveness(other.address)];
  return async () => {
    const [door, idle] = await Promise.all([stopDoor(), stopIdle()]);
    other.stop();
    const broken = [
      ...(door.failed > 0 ? [`${door.failed} questions were not answered`] : []),
      ...(door.p99Ms > PROMISED.p99Ms + idle.p99Ms ? [`99th percentile ${door.p99Ms} ms`] : []),
      ...(door.maxMs > PROMISED.maxMs + idle.maxMs ? [`longest ${door.maxMs} ms`] : []),
    ];
    return { door, idle, broken };
  };
}

/** Asks a door again and again whether it lives, one question at a time; the returned function stops and tells. */
function watchLiveness(address: string): () => Promise<Liveness> {
  const waits: number[] = [];
  let failed = 0;
  let longest = { ms: 0, at: 0 };
  const start = performance.now();
  let on = true;
  const asking = (async () => {
    while (on) {
      const began = performance.now();
      const ok = await fetch(`${address}${API.alive.path}`, { signal: AbortSignal.timeout(60_000) }).then(
        async (reply) => {
          await reply.text();
          return reply.ok;
        },
        () => false,
      );
      const ms = performance.now() - began;
      waits.push(ms);
      if (ms > longest.ms) longest = { ms, at: began - start };
      if (!ok) failed += 1;
      await pause(EVERY);
    }
  })();
  return async () => {
    on = false;
    await asking;
    waits.sort((a, b) => a - b);
    return {
      asked: waits.length,
      failed,
      p99Ms: Math.round(waits[Math.floor((waits.length - 1) * 0.99)] ?? 0),
      maxMs: Math.round(longest.ms),
      longestAfterSeconds: Math.round(longest.at / 1000),
    };
  };
}
