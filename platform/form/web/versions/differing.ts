/** A text with the part that differs from another set off: what both begin and end with stays outside. */
export interface Differing {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

const sharedStart = (one: readonly string[], other: readonly string[]): number => {
  const most = Math.min(one.length, other.length);
  let n = 0;
  while (n < most && one[n] === other[n]) n += 1;
  return n;
};

/** Sets off the part of a text in which it differs from another. */
export const differing = (text: string, other: string): Differing => {
  const [one, two] = [[...text], [...other]];
  const start = sharedStart(one, two);
  const end = sharedStart(one.slice(start).toReversed(), two.slice(start).toReversed());
  return {
    before: one.slice(0, start).join(''),
    differs: one.slice(start, one.length - end).join(''),
    after: one.slice(one.length - end).join(''),
  };
};
