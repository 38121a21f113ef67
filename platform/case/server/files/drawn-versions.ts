import type { DrawnAsked, DrawnKnown, DrawnVersion, PreparedFacts } from '@zhitongche/case';
import { isJsonObject, type Json } from '@zhitongche/base';
import { caseKeys, isErased, type Keys, type LookupProvider, openJson } from '@zhitongche/core/server';
import { type Answers, same } from '@zhitongche/form';
import type { Statement } from '@zhitongche/host';
import { casePlace } from '../case/sealed.ts';

const OF_CASE: Statement = {
  name: 'prepared-papers-of-case',
  text: `select p.code, p.paper, p.shown, f.salt from prepared_paper p
    join case_file f on f.office = p.office and f.id = p.case_id
    where p.office = $1 and p.case_id = $2`,
};

interface Drawn {
  readonly code: string;
  readonly paper: string;
  readonly shown: string;
  readonly salt: string | null;
}

/**
 * Answers which versions of prepared papers were drawn of a draft, and what of each differs from what is filled in: names of
 * what changed, and old values only of what nobody hides.
 */
export const drawnVersions: LookupProvider = {
  question: (_args, { office, caseId }) =>
    caseId === null ? null : { statement: OF_CASE, values: [office, caseId] },
  answer(rows, args, { office, caseId }, keys) {
    const drawn = rows as readonly Drawn[];
    if (!isJsonObject(args) || caseId === null) return {};
    return Object.fromEntries(
      Object.entries(args).map(([at, asked]) => [
        at,
        // What was asked is what the model asks: nobody else calls this.
        knownOf(asked as unknown as DrawnAsked, drawn, keys, [office, caseId]) as unknown as Json,
      ]),
    );
  },
};

const knownOf = (
  { papers, codes, open }: DrawnAsked,
  drawn: readonly Drawn[],
  keys: Keys,
  [office, caseId]: readonly [string, string],
): DrawnKnown => {
  const own = drawn.filter(({ paper, salt }) => Object.hasOwn(papers, paper) && !isErased(salt));
  const versions = own
    .filter(({ code }) => codes.includes(code))
    .map(({ code, paper, shown, salt }): readonly [string, DrawnVersion] => {
      const then = openJson(
        shown,
        caseKeys(keys, salt),
        casePlace(office, caseId),
      ) as unknown as PreparedFacts;
      return [
        code,
        { paper, ...differs(flat(then), flat(papers[paper]), open), figures: then.figures ?? null },
      ];
    });
  return { drawn: own.length > 0, versions: Object.fromEntries(versions) };
};

/** Answers and columns of the row side by side, these as `row/…`. */
const flat = (facts: PreparedFacts | undefined): Answers => ({
  ...facts?.answers,
  ...Object.fromEntries(Object.entries(facts?.row ?? {}).map(([key, value]) => [`row/${key}`, value])),
});

const differs = (
  then: Answers,
  now: Answers,
  open: readonly string[],
): Pick<DrawnVersion, 'changed' | 'was'> => {
  const changed = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
    (key) => !same(then[key], now[key]),
  );
  return {
    changed,
    was: Object.fromEntries(
      changed.flatMap((key) => (open.includes(key) && then[key] !== undefined ? [[key, then[key]]] : [])),
    ),
  };
};
