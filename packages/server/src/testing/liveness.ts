import { API } from '@zhitongche/contract';
import { setTimeout as pause } from 'node:timers/promises';

/** How quickly a door answered over a while, in milliseconds. */
export interface Liveness {
  readonly asked: number;
  /** Answers that were not 200. */
  readonly failed: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const EVERY = 20;

/** Asks a door again and again whether it lives, one question at a time; the returned function stops and tells. */
export function watchLiveness(address: string): () => Promise<Liveness> {
  const waits: number[] = [];
  let failed = 0;
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
      waits.push(performance.now() - began);
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
      maxMs: Math.round(waits.at(-1) ?? 0),
    };
  };
}
