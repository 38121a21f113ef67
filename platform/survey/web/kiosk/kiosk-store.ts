import { isJsonObject, type Json } from '@zhitongche/base';

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

const PLACE = 'zhitongche.kiosk';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The memory of this device; null where none was set up, or what stands there cannot be read. */
export function readKiosk<Sheet>(store: Store): KioskMemory<Sheet> | null {
  try {
    const found: Json = JSON.parse(store.getItem(PLACE) ?? 'null');
    const whole = isJsonObject(found) && Array.isArray(found['ratings']);
    return whole ? (found as unknown as KioskMemory<Sheet>) : null;
  } catch {
    return null;
  }
}

/** Keeps it. */
export const writeKiosk = <Sheet>(store: Store, memory: KioskMemory<Sheet>): void =>
  store.setItem(PLACE, JSON.stringify(memory));

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
