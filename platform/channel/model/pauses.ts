/** Tries before a message rests until somebody looks: about a day and a half with the pauses below. */
export const MOST_TRIES = 12;
const FIRST_PAUSE = 4_000;
const LONGEST_PAUSE = 6 * 3_600_000;

/** Milliseconds until the next try after so many; null = it has been tried enough. */
export const pauseAfter = (tries: number): number | null =>
  tries >= MOST_TRIES ? null : Math.min(FIRST_PAUSE * 3 ** Math.max(0, tries - 1), LONGEST_PAUSE);
