/** Does something for every item, so many at a time; the first that fails ends it, once those under way are through. */
export async function forAll<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const hand = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  const hands = await Promise.allSettled(Array.from({ length: atOnce }, hand));
  const broken = hands.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
}
