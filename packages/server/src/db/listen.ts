import pg from 'pg';
import type { Target } from './target.ts';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** Keeps one connection listening on a channel; whoever listens must be able to miss a message while it reconnects. */
export async function listenOn(
  target: Target,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  if (!/^[a-z_]+$/.test(channel)) throw new RangeError('A channel name has lower-case letters and _ only');
  let client: pg.Client | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ ...target, application_name: 'zhitongche listen', keepAlive: true });
    const lost = () => {
      if (client === fresh) client = null;
      if (!stopped && !timer) again();
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', (message) => heard(message.payload ?? ''));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
    pause = FIRST_PAUSE;
  };
  const again = () => {
    timer = setTimeout(() => {
      timer = undefined;
      connect().catch(() => {
        if (!stopped && !timer) again();
      });
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}
