/** The smallest of any number of values; spreading a damaged file's hundred thousand rows over the arguments of a call would overflow the stack. */
export function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

/** The largest of any number of values. */
export function most(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
