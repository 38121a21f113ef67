import type { Query } from '../db/db.ts';
import type { Keys } from '../keys/keys.ts';
import { macOf, sameMac } from '../keys/row-mac.ts';
import { writeAudit } from './write.ts';

/** Grows whenever more kinds of rows get a code: the time of adoption then begins once more. */
export const GENERATION = 1;
/** Hours nodes of the older program may go on writing beside this one. */
export const ADOPTION_HOURS = 24;

/** A line of the audit that begins the time in which rows of an older program are adopted, or ends it. */
export interface AdoptionMark {
  readonly what: 'open' | 'close';
  readonly at: Date;
}

/** The marks of an office: the newest of the program's own, and how many lines only look like one. */
export interface AdoptionMarks {
  readonly newest: AdoptionMark | null;
  readonly forged: number;
}

const objectOf = (office: string): string => `adoption:${office}/${GENERATION}`;
const macFor = (keys: Keys, office: string, { what, at }: AdoptionMark): string =>
  macOf(keys, 'adoption', [office, GENERATION, what, at.toISOString()]);

/** Reads the marks of an office; their order is that of the instants they carry, wherever the lines stand. */
export async function adoptionMarks(keys: Keys, query: Query, office: string): Promise<AdoptionMarks> {
  const rows = await query<{ what: string; at: Date; mac: string | null }>(
    `select substr(action, length('adoption.') + 1) as what, at, detail->>'mac' as mac from audit
     where office = $1 and object = $2 order by at`,
    [office, objectOf(office)],
  );
  const sound = rows.flatMap(({ what, at, mac }) => {
    if (what !== 'open' && what !== 'close') return [];
    const mark: AdoptionMark = { what, at };
    return mac !== null && sameMac(macFor(keys, office, mark), mac) ? [mark] : [];
  });
  return { newest: sound.at(-1) ?? null, forged: rows.length - sound.length };
}

/** Begins the time of adoption, or ends it for good; the line carries a code and its instant, so that nobody writes or repeats one. */
export const markAdoption = (
  keys: Keys,
  query: Query,
  office: string,
  what: AdoptionMark['what'],
  at: Date,
): Promise<void> =>
  writeAudit(query, {
    office,
    at,
    actor: { id: null, name: '控制台' },
    action: `adoption.${what}`,
    object: objectOf(office),
    result: 'ok',
    source: '',
    detail: { mac: macFor(keys, office, { what, at }) },
  });
