import { BACKGROUND } from '@zhitongche/contract';

/** Milliseconds after the last move of a hand in which calls are taken for its work. */
const AFTER = 60_000;
const MOVES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Knows whether somebody sits before the page. */
export interface Hands {
  /** A hand moved. */
  moved(): void;
  /** What a call says about itself: nothing for a hand's work, the header of background reads otherwise. */
  header(): Readonly<Record<string, string>>;
}

/** Makes the watch; whoever opens the page has just moved a hand. */
export const makeHands = (now: () => number): Hands => {
  let last = now();
  return {
    moved() {
      last = now();
    },
    header: () => (now() - last < AFTER ? {} : { [BACKGROUND]: '1' }),
  };
};

/** The hands before this page: no call site decides for itself whether it is a background read. */
export const hands = makeHands(() => performance.now());

/** Starts watching. */
export const watchHands = (): void => {
  for (const move of MOVES) addEventListener(move, hands.moved, { passive: true, capture: true });
};
