/** Gives browsers of 2022 the array methods of 2023 that the rules and screens use. */
export const helpOlderBrowsers = (): void => {
  add('toSorted', function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  });
  add('toReversed', function toReversed(this: unknown[]) {
    return [...this].reverse();
  });
  add('with', function replaced(this: unknown[], index: number, value: unknown) {
    const copy = [...this];
    copy[index < 0 ? copy.length + index : index] = value;
    return copy;
  });
};

const add = (name: string, value: unknown): void => {
  if (name in Array.prototype) return;
  // Not enumerable, like the real ones: `for … in` over an array must not meet them.
  Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
};
