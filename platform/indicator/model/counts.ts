import type { Standing } from './standing.ts';

/** How many lines are answered in which way, and how many are not yet. */
export interface Counts {
  readonly lines: number;
  readonly computed: number;
  readonly review: number;
  readonly survey: number;
  readonly evidence: number;
  readonly proposed: number;
  readonly unbound: number;
}

/** Counts lines by how they are answered; a bound line something stands in the way of is answered by nobody. */
export const countsOf = (all: readonly Standing[]): Counts => {
  const live = all.filter(({ state, finding }) => state === 'bound' && finding === null);
  const by = (way: Standing['way']) => live.filter((one) => one.way === way).length;
  const proposed = all.filter(({ state }) => state === 'proposed').length;
  return {
    lines: all.length,
    computed: by('computed'),
    review: by('review'),
    survey: by('survey'),
    evidence: by('evidence'),
    proposed,
    unbound: all.length - live.length - proposed,
  };
};
