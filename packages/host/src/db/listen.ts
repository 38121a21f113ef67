import { setInterval } from 'node:timers';
import type { Target } from './target.ts';
import { WritableClient } from './writable-client.ts';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
/** How often a quiet connection is asked whether it still hears, and how long it may think about it, in milliseconds. */
const ASK = 15_000;
const PATIENCE = 10_000;

/** What listening connections call themselves to the server; programs before the master secret could be changed said `zhitongche listen`. */
export const LISTENER = 'zhitongche hear';

/**
 * Keeps one connection listening on a channel; after every break, which may have swallowed messages, `missed` is called.
 * Where a `name` is given the connection carries it, asked for anew after whatever was heard: so other processes read in
 * the list of connections what this one has taken up.
 * @throws RangeError.
 */
export async function listenOn(
  target: Target,
  channel: string,
  heard: (payload: string) => unknown,
  missed: () => unknown,
  name?: () => string,
): Promise<() => Promise<void>> {
  if (!/^[a-z_]+$/.test(channel)) throw new RangeError('A channel name has lower-case letters and _ only');
  let client: WritableClient | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE;

  const connect = async (): Promise<void> => {
    const fresh = new WritableClient({
      ...target,
      application_name: name?.() ?? LISTENER,
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
    fresh.on('notification', (message) => void after(heard(message.payload ?? '')));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    // An address may carry a name of its own, which would win.
    if (name) await tell(fresh);
    if (stopped) return await fresh.end();
    client = fresh;
    pause = FIRST_PAUSE;
  };
  const tell = (to: WritableClient) =>
    to.query("select set_config('application_name', $1, false)", [name?.() ?? LISTENER]);
  const after = async (taken: unknown): Promise<void> => {
    await taken;
    // A connection that breaks here is replaced, and says it then.
    if (client && name) await tell(client).catch(() => undefined);
  };
  const again = () => {
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(
        () => after(missed()),
        () => {
          if (!stopped && !timer) again();
        },
      );
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };
  // A server that hangs, or whose machine vanished, says nothing: only a question shows that nobody is there any more.
  const asking = setInterval(() => {
    const asked = client;
    if (asked) tell(asked).catch(() => asked.end());
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
