/** A stretch of time, milliseconds since 1970: its beginning counts, its end does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The same time without overlaps, earliest first; what is empty or runs backwards is left out. */
export const merged = (spans: readonly Span[]): readonly Span[] => {
  const apart: Span[] = [];
  for (const one of spans.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && one.from <= last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else apart.push(one);
  }
  return apart;
};

/** The time that is in both. */
export const common = (one: readonly Span[], other: readonly Span[]): readonly Span[] => {
  const others = merged(other);
  return merged(
    merged(one).flatMap(({ from, to }) =>
      others.map((b) => ({ from: Math.max(from, b.from), to: Math.min(to, b.to) })),
    ),
  );
};

/** The time of the first that is not in the second. */
export const without = (spans: readonly Span[], less: readonly Span[]): readonly Span[] =>
  merged(less)
    .reduce<readonly Span[]>(
      (left, { from, to }) =>
        left.flatMap((one) =>
          to <= one.from || from >= one.to
            ? [one]
            : [
                { from: one.from, to: Math.min(from, one.to) },
                { from: Math.max(to, one.from), to: one.to },
              ],
        ),
      merged(spans),
    )
    .filter(({ from, to }) => to > from);

/** How long it is altogether, in milliseconds; what overlaps counts once. */
export const lengthOf = (spans: readonly Span[]): number =>
  merged(spans).reduce((sum, { from, to }) => sum + to - from, 0);
