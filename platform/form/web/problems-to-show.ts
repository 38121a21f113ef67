import type { Check } from '@zhitongche/case';
import type { Problem } from '@zhitongche/base';
import { pathOf } from './at.ts';
import { isNotYet } from './progress.ts';

/** What has been done to a form so far, as far as it decides what may be said. */
export interface FormHistory {
  /** Paths one has left. */
  readonly left: ReadonlySet<string>;
  /** Where something was wrong when one last tried to submit, see {@link triedOn}: said from then on; null before a try. */
  readonly tried: ReadonlySet<string> | null;
  /** Codes of the checks that speak while one types. */
  readonly rules: ReadonlySet<string>;
}

/** Codes of the checks that speak while one types: all but those that only ask for what is not there yet. */
export const checksWhileTyping = (checks: readonly Pick<Check, 'code' | 'onSubmit'>[]): ReadonlySet<string> =>
  new Set(checks.flatMap(({ code, onSubmit }) => (onSubmit ? [] : [code])));

/** What a try to submit leaves behind: the places something is wrong at. A row added later is not among them. */
export const triedOn = (problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(problems.map(({ at }) => pathOf(at)));

/**
 * The problems to say now. Rules speak while one types; a value's own shape is judged when its input is left; what is
 * simply not there yet is asked for only when one wants to submit, and of what comes after that when it is left.
 */
export const problemsToShow = (
  problems: readonly Problem[],
  { left, tried, rules }: FormHistory,
): readonly Problem[] =>
  problems.filter((p) => {
    if (tried?.has(pathOf(p.at))) return true;
    if (isNotYet(p) && tried === null) return false;
    if (rules.has(p.code)) return true;
    return p.at.some((_, i) => left.has(pathOf(p.at.slice(0, i + 1))));
  });

/** Problems by every path above them, and their own: what is wrong in a row is asked for row by row. */
export const byPathAbove = (problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> => {
  const map = new Map<string, Problem[]>();
  for (const p of problems)
    for (let depth = 1; depth <= p.at.length; depth += 1) {
      const path = pathOf(p.at.slice(0, depth));
      const known = map.get(path);
      if (known) known.push(p);
      else map.set(path, [p]);
    }
  return map;
};

/** Problems by the path they sit at. */
export const byPath = (problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> => {
  const map = new Map<string, Problem[]>();
  for (const p of problems) {
    const path = pathOf(p.at);
    const known = map.get(path);
    if (known) known.push(p);
    else map.set(path, [p]);
  }
  return map;
};
