/** Tells whoever waits how far a long job is, at most every few seconds. */
export interface Progress {
  tick(line: string): void;
}

const EVERY = 5_000;

/** Progress as lines. */
export function tellProgress(say: (line: string) => void): Progress {
  let told = Date.now();
  return {
    tick(line) {
      const now = Date.now();
      if (now - told < EVERY) return;
      told = now;
      say(line);
    },
  };
}
