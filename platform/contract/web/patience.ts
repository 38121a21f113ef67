/** What an answer says about a limit. */
export interface Answered {
  readonly status: number;
  /** The `Retry-After` header, seconds. */
  readonly retryAfter: string | null;
  /** Code of the refusal; empty when there is none. */
  readonly code: string;
}

/** Statuses of refusals that may pass with time; their code tells. */
export const PASSING: readonly number[] = [429, 503];

/** Codes of refusals that pass with time: the door's own, a reader of files with too many before it, and what a proxy says without a problem document. */
const RETRIED = ['rate.limited', 'http.429', 'file.busy'];
/** Times a refused call is sent again before the person is told. */
const TRIES = 4;
/** Seconds a page waits for by itself; a longer lock is the person's to know. */
const LONGEST = 65;
/** Seconds to wait where a proxy turned the call away and did not say how long. */
const USUAL = 5;

const waiting = new Set<symbol>();
const listeners = new Set<() => void>();

/** Whether a call waits because there were too many; with {@link onWaiting} for the page to say so. */
export const isWaiting = (): boolean => waiting.size > 0;

/** Hears when waiting begins or ends; gives the stop. */
export const onWaiting = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Seconds until a refused call is worth sending again; null = what came is the answer. */
export const secondsToWait = ({ status, retryAfter, code }: Answered): number | null => {
  // A lock after wrong passwords has the same status: asking again would only be one more wrong password.
  if (!PASSING.includes(status) || !RETRIED.includes(code)) return null;
  const told = retryAfter === null ? USUAL : Number(retryAfter);
  return told >= 0 && told <= LONGEST ? Math.max(told, 1) : null;
};

/**
 * Sends a call and, when a limit turns it away, waits as long as it is told and sends it again. Nothing was done yet
 * with a call that was turned away, so writes are as safe to repeat as reads.
 * @throws whatever `send` throws, or an AbortError when `signal` fires while waiting.
 */
export const patiently = async <T>(
  send: () => Promise<T>,
  answered: (reply: T) => Answered | Promise<Answered>,
  signal?: AbortSignal,
): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    const reply = await send();
    const seconds = secondsToWait(await answered(reply));
    if (seconds === null || tries > TRIES) return reply;
    await whileWaiting(() => pause(seconds * 1000, signal));
  }
};

const whileWaiting = async (work: () => Promise<void>): Promise<void> => {
  const me = Symbol('waiting');
  const change = (act: () => void): void => {
    act();
    for (const listener of listeners) listener();
  };
  change(() => waiting.add(me));
  await work().finally(() => change(() => waiting.delete(me)));
};

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const gone = () => reject(new DOMException('已取消', 'AbortError'));
    if (signal?.aborted) return gone();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    const abort = (): void => {
      clearTimeout(timer);
      gone();
    };
    signal?.addEventListener('abort', abort, { once: true });
  });
