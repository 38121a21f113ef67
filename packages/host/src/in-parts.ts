import { setImmediate as others } from 'node:timers/promises';

/** Milliseconds this process may think about one thing before everybody else has a turn. */
const AT_ONCE = 10;

/** Does the same with each of many things, others being served between them; gives what came of each. */
export const eachInTurn = async <T, R>(all: readonly T[], work: (one: T) => R): Promise<R[]> =>
  await inParts(
    (function* () {
      const done: R[] = [];
      for (const one of all) {
        done.push(work(one));
        yield;
      }
      return done;
    })(),
  );

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
