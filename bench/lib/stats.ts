/** Three significant digits below 100, whole numbers above: more would pretend. */
export const round = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/** How long something took, in milliseconds: half, 95 and 99 of a hundred were faster than these. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Value below which a share of the values lie (nearest rank); 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The three percentiles of some times in milliseconds. */
export const latency = (times: readonly number[]): Latency => ({
  p50: round(percentile(times, 0.5)),
  p95: round(percentile(times, 0.95)),
  p99: round(percentile(times, 0.99)),
});

/** The value in the middle; 0 of nothing. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);
