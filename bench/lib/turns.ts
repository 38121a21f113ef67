/** Whether each case is played to its end before the next, or every case one act before any plays its second. */
export type Order = 'case' | 'step';

/** Plays all acts of all cases, `hands` at a time; no act of a case before the one it follows. */
export async function byTurns<T>(
  cases: readonly T[],
  acts: number,
  hands: number,
  order: Order,
  play: (one: T, act: number, hand: number) => Promise<void>,
): Promise<void> {
  const each = async (first: number, last: number): Promise<void> => {
    const waiting = cases.values();
    const hand = async (_: unknown, index: number) => {
      for (const one of waiting) for (let act = first; act < last; act += 1) await play(one, act, index);
    };
    await Promise.all(Array.from({ length: hands }, hand));
  };
  if (order === 'case') await each(0, acts);
  else for (let act = 0; act < acts; act += 1) await each(act, act + 1);
}
