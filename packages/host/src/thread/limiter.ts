/** Does a piece of work once its turn has come; `of` names whose it is. */
export type Limiter = <T>(work: () => Promise<T>, of?: string) => Promise<T>;

/** Lets at most `most` pieces of work run at once; the rest wait, each one's own in order, one of each in turn. */
export function makeLimiter(most: number): Limiter {
  let free = most;
  // A Map keeps the order in which its keys came: the first is whose turn is next.
  const waiting = new Map<string, (() => void)[]>();
  const next = (): (() => void) | undefined => {
    const [first] = waiting;
    if (!first) return undefined;
    const [of, queue] = first;
    const go = queue.shift();
    waiting.delete(of);
    if (queue.length > 0) waiting.set(of, queue);
    return go;
  };
  return async (work, of = '') => {
    if (free > 0) free -= 1;
    else
      await new Promise<void>((resolve) => {
        const queue = waiting.get(of);
        if (queue) queue.push(resolve);
        else waiting.set(of, [resolve]);
      });
    try {
      return await work();
    } finally {
      const go = next();
      if (go) go();
      else free += 1;
    }
  };
}
