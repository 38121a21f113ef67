import { createServer } from 'node:net';

/** Whether nobody listens on a port of this machine. */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The wanted port, or the next free one; undefined when twenty in a row are taken. */
export async function freePort(wanted, host) {
  for (let port = wanted; port < wanted + 20; port += 1) if (await isFree(port, host)) return port;
  return undefined;
}
