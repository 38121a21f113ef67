import { setInterval } from 'node:timers';
import type { Target } from './target.ts';
import { WritableClient } from './writable-client.ts';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
/** How often a quiet connection is asked whether it still hears, and how long it may think about it, in milliseconds. */
const ASK = 15_000;
const PATIENCE = 10_000;

/** Keeps one connection listening on a channel; after every break, which may have swallowed messages, `missed` is called. */
export async function listenOn(
  target: Target,
  channel: string,
  heard: (payload: string) => void,
  missed: () => void,
): Promise<() => Promise<void>> {
  if (!/^[a-z_]+$/.test(channel)) throw new RangeError('A channel name has lower-case letters and _ only');
  let client: WritableClient | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE;

  const connect = async (): Promise<void> => {
    const fresh = new WritableClient({
      ...target,
      application_name: 'zhitongche listen',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
      keepAliveInitialDelayMillis: ASK,
    });
    let broken = false;
    // A broken line says so more than once, and its end may be heard long after its error: the new line stands by then.
    const lost = () => {
      if (broken) return;
      broken = true;
      if (client === fresh) client = null;
      if (!stopped && !timer) again();
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', (message) => heard(message.payload ?? ''));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    if (stopped) return await fresh.end();
    client = fresh;
    pause = FIRST_PAUSE;
  };
  const again = () => {
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(missed, () => {
        if (!stopped && !timer) again();
      });
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };
  // A server that hangs, or whose machine vanished, says nothing: only a question shows that nobody is there any more.
  const asking = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch(() => asked.end());
  }, ASK);
  asking.unref();

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    clearInterval(asking);
    await client?.end();
  };
}
