import type { Json } from '@zhitongche/base';

/** A rating that has not been sent. */
export interface KeptRating {
  readonly id: string;
  readonly day: string;
  readonly answer: Json;
}

/** What a device knows between two persons: whose it is, what it asks, and what it has not sent. */
export interface KioskMemory<Sheet> {
  readonly kiosk: string;
  readonly secret: string;
  readonly window: string;
  readonly sheet: Sheet;
  readonly ratings: readonly KeptRating[];
}

/** What was kept, as a memory; null where none was set up, or what stands there is none. */
export const memoryOf = <Sheet>(kept: unknown): KioskMemory<Sheet> | null =>
  kept instanceof Object && 'secret' in kept && 'ratings' in kept && Array.isArray(kept.ratings)
    ? (kept as KioskMemory<Sheet>)
    : null;

/** Puts a rating among those kept, at a place drawn by chance: their order tells nobody who came when. */
export const keepRating = (
  ratings: readonly KeptRating[],
  rating: KeptRating,
  random: () => number,
): readonly KeptRating[] => {
  const at = Math.floor(random() * (ratings.length + 1));
  return [...ratings.slice(0, at), rating, ...ratings.slice(at)];
};

/** What is left once some have arrived. */
export const withoutTaken = (
  ratings: readonly KeptRating[],
  taken: readonly string[],
): readonly KeptRating[] => ratings.filter(({ id }) => !taken.includes(id));
