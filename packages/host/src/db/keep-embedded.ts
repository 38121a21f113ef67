import { alive, type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded.ts';

/** How often the postmaster is looked for, in milliseconds; asking costs one system call. */
const LOOK = 500;

/** Hears what happened to the database while the program ran. */
export interface KeepNews {
  readonly lost: (pid: number) => void;
  readonly back: (pid: number) => void;
  /** A start failed; another follows. */
  readonly failed: (error: unknown) => void;
}

/**
 * Starts the embedded server and starts it again whenever it is gone (killed for lack of memory, by hand): an office
 * without an administrator at hand must not stand still until somebody restarts the program. Pools reconnect by themselves.
 */
export async function keepEmbedded(options: EmbeddedOptions, news: KeepNews): Promise<EmbeddedServer> {
  let current = await startEmbedded(options);
  let told = false;
  let reviving: Promise<void> | null = null;
  const revive = async (): Promise<void> => {
    if (!told) news.lost(current.pid);
    told = true;
    try {
      current = await startEmbedded(options);
      told = false;
      news.back(current.pid);
    } catch (error) {
      // Backends of the lost server may still hold its memory: the next look tries again.
      news.failed(error);
    }
  };
  const timer = setInterval(() => {
    if (reviving || alive(current.pid)) return;
    reviving = revive().finally(() => {
      reviving = null;
    });
  }, LOOK);
  return {
    target: current.target,
    adopted: current.adopted,
    get pid() {
      return current.pid;
    },
    async stop() {
      clearInterval(timer);
      await reviving;
      await current.stop();
    },
  };
}
