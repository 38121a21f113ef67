import { type Cast, playTrip } from './player.ts';

/** Players who file and approve trips at the same time, until they are told to rest. */
export interface Load {
  /** Lets everybody act. */
  go(): void;
  /** Waits until everybody has an answer to what they asked, and nobody asks anything more. */
  rest(): Promise<void>;
}

/** Sets the players up; nobody acts before the first `go`. */
export function makeLoad(casts: readonly Cast[]): Load {
  let held = true;
  let started = false;
  let release: (() => void)[] = [];
  let waiting = 0;
  let settled: (() => void) | null = null;
  let fault: Error | null = null;

  async function gate(): Promise<void> {
    if (!held) return;
    waiting += 1;
    if (waiting === casts.length) settled?.();
    await new Promise<void>((resolve) => release.push(resolve));
    waiting -= 1;
  }
  async function player(cast: Cast): Promise<void> {
    for (;;) for await (const _ of playTrip(cast)) await gate();
  }
  return {
    go() {
      held = false;
      const waiters = release;
      release = [];
      for (const resolve of waiters) resolve();
      if (started) return;
      started = true;
      for (const cast of casts)
        player(cast).catch((error: unknown) => {
          fault = error instanceof Error ? error : new Error(String(error));
          settled?.();
        });
    },
    async rest() {
      held = true;
      if (!fault && waiting < casts.length)
        await new Promise<void>((resolve) => {
          settled = resolve;
        });
      settled = null;
      if (fault) throw fault;
    },
  };
}
