import { canonicalJson } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';

const same = (a: Answers[string], b: Answers[string]): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** What two people did to the same answers. */
export interface Merging {
  /** Keys I changed, and those the other changed. */
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Keys both changed, differently. */
  readonly clashes: readonly string[];
  /** Both changes together; where both changed the same, `prefer` decides. */
  together(prefer: 'mine' | 'theirs'): Answers;
}

/** Compares what I typed and what is on record now with what both began from. */
export const mergeAnswers = (base: Answers, mine: Answers, theirs: Answers): Merging => {
  const keys = [...new Set([base, mine, theirs].flatMap((one) => Object.keys(one)))];
  const changed = (by: Answers): readonly string[] => keys.filter((key) => !same(base[key], by[key]));
  const byMe = changed(mine);
  const byThem = changed(theirs);
  const clashes = byMe.filter((key) => byThem.includes(key) && !same(mine[key], theirs[key]));
  return {
    mine: byMe,
    theirs: byThem,
    clashes,
    together: (prefer) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const taken = byMe.includes(key) && (prefer === 'mine' || !clashes.includes(key)) ? mine : theirs;
          return taken[key] === undefined ? [] : [[key, taken[key]]];
        }),
      ),
  };
};
