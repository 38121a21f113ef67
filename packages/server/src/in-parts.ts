import { setImmediate as others } from 'node:timers/promises';

/** Milliseconds this process may think about one thing before everybody else has a turn. */
const AT_ONCE = 10;

/** Does work that comes in parts without holding up whoever else is served meanwhile; gives what the work gives. */
export async function inParts<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const part = work.next();
    if (part.done) return part.value;
    if (performance.now() - since < AT_ONCE) continue;
    await others();
    since = performance.now();
  }
}
