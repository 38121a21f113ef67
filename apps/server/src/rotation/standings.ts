import { type App, fieldKeyNumber } from '@zhitongche/core/server';
import { CHAINED, RESEALABLE } from './sealed-places.ts';
import { isStale, walkSealed } from './walk.ts';

/** How many values of one kind stand under which key. */
export interface PlaceStanding {
  readonly title: string;
  /** Covered by the chain of a case: stays under the key it was written with. */
  readonly chained: boolean;
  readonly byKey: Readonly<Record<string, number>>;
}

/** The sealed values of an office by key. */
export interface OfficeStanding {
  readonly office: string;
  readonly name: string;
  readonly places: readonly PlaceStanding[];
}

/** Counts every sealed value of every office by the key it is sealed under; a case's own key counts as `c1`. */
export async function standings(app: App): Promise<readonly OfficeStanding[]> {
  const offices = await app.db.query<{ office: string; name: string }>(
    'select office, name from office order by office',
  );
  const found: OfficeStanding[] = [];
  for (const { office, name } of offices) {
    const places: PlaceStanding[] = [];
    for (const column of [...RESEALABLE, ...CHAINED]) {
      const byKey: Record<string, number> = {};
      for await (const rows of walkSealed(app.db.query, office, column))
        for (const { under } of rows) byKey[under] = (byKey[under] ?? 0) + 1;
      places.push({ title: column.title, chained: CHAINED.includes(column), byKey });
    }
    found.push({ office, name, places });
  }
  return found;
}

/** Values that could be sealed anew and stand under another field key than the one in force. */
export const remaining = (offices: readonly OfficeStanding[], inForce: string): number =>
  offices
    .flatMap(({ places }) => places)
    .filter(({ chained }) => !chained)
    .flatMap(({ byKey }) => Object.entries(byKey))
    .filter(([id]) => isStale(id, inForce))
    .reduce((sum, [, count]) => sum + count, 0);

/** Every field key something is sealed under. */
export const keysSeen = (offices: readonly OfficeStanding[]): readonly string[] =>
  offices
    .flatMap(({ places }) => places.flatMap(({ byKey }) => Object.keys(byKey)))
    .filter((id) => fieldKeyNumber(id) > 0);
