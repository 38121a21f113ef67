import type { Check, Problem } from '@zhitongche/kernel';
import { pathOf } from './at.ts';
import { isNotYet } from './progress.ts';

/** What has been done to a form so far, as far as it decides what may be said. */
export interface Manners {
  /** Paths one has left. */
  readonly left: ReadonlySet<string>;
  /** True once one has tried to submit: everything is said. */
  readonly all: boolean;
  /** Codes of the checks that speak while one types. */
  readonly rules: ReadonlySet<string>;
}

/** Codes of the checks that speak while one types: all but those that only ask for what is not there yet. */
export const speaking = (checks: readonly Pick<Check, 'code' | 'onSubmit'>[]): ReadonlySet<string> =>
  new Set(checks.flatMap(({ code, onSubmit }) => (onSubmit ? [] : [code])));

/**
 * The problems to say now. Rules speak while one types; a value's own shape is judged when its input is left; what is
 * simply not there yet is asked for only when one wants to submit.
 */
export const spoken = (problems: readonly Problem[], { left, all, rules }: Manners): readonly Problem[] =>
  all
    ? problems
    : problems.filter((p) => {
        if (isNotYet(p)) return false;
        if (rules.has(p.code)) return true;
        return p.at.some((_, i) => left.has(pathOf(p.at.slice(0, i + 1))));
      });

/** Problems by the path they sit at. */
export const byPath = (problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> => {
  const map = new Map<string, Problem[]>();
  for (const p of problems) {
    const path = pathOf(p.at);
    map.set(path, [...(map.get(path) ?? []), p]);
  }
  return map;
};
