import type { Query } from '@zhitongche/host';
import { type CodingKeys, type Keys, macOf, madeWith, sameMac } from '@zhitongche/core/server';
import { writeAudit } from './write.ts';

/** Grows whenever more kinds of rows get a code: the time of adoption then begins once more. */
export const GENERATION = 1;
/** Counts beside {@link GENERATION}: since this one the audit names the code of every row; it admits nothing. */
const TOLD = 'told';
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

type Generation = typeof GENERATION | typeof TOLD;
const objectOf = (office: string, generation: Generation): string => `adoption:${office}/${generation}`;
const macFor = (
  keys: CodingKeys,
  office: string,
  generation: Generation,
  { what, at }: AdoptionMark,
): string => macOf(keys, 'adoption', [office, generation, what, at.toISOString()]);

/** Reads the marks of an office; their order is that of the instants they carry, wherever the lines stand. */
export async function adoptionMarks(
  keys: Keys,
  query: Query,
  office: string,
  generation: Generation = GENERATION,
): Promise<AdoptionMarks> {
  const rows = await query<{ what: string; at: Date; mac: string | null }>(
    `select substr(action, length('adoption.') + 1) as what, at, detail->>'mac' as mac from audit
     where office = $1 and object = $2 order by at`,
    [office, objectOf(office, generation)],
  );
  const sound = rows.flatMap(({ what, at, mac }) => {
    if (what !== 'open' && what !== 'close') return [];
    const mark: AdoptionMark = { what, at };
    return mac !== null && sameMac(macFor(madeWith(keys, mac, at), office, generation, mark), mac)
      ? [mark]
      : [];
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
): Promise<void> => mark(keys, query, office, GENERATION, { what, at });

/** Begins the time in which the audit comes to know the rows of an older program, or ends it for good. */
export const markTold = (
  keys: Keys,
  query: Query,
  office: string,
  what: AdoptionMark['what'],
  at: Date,
): Promise<void> => mark(keys, query, office, TOLD, { what, at });

/** Whether the audit still comes to know rows of an older program, and since when; null = nobody has begun. */
export async function toldAdoption(
  keys: Keys,
  query: Query,
  office: string,
): Promise<{ readonly open: boolean; readonly since: Date | null }> {
  const { newest } = await adoptionMarks(keys, query, office, TOLD);
  return { open: newest?.what !== 'close', since: newest?.at ?? null };
}

const mark = (
  keys: Keys,
  query: Query,
  office: string,
  generation: Generation,
  { what, at }: AdoptionMark,
): Promise<void> =>
  writeAudit(query, {
    office,
    at,
    actor: { id: null, name: '控制台' },
    action: `adoption.${what}`,
    object: objectOf(office, generation),
    result: 'ok',
    source: '',
    detail: { mac: macFor(keys, office, generation, { what, at }) },
  });
