import { type Amount, compareAmounts, less, negative, sum } from './amount.ts';

/** Where money of one kind is compared: at the bank, at the port, in the till. */
export const CHANNELS = { bank: '银行', port: '在线支付', till: '现金' } as const;

/** A place where money is compared. */
export type Channel = keyof typeof CHANNELS;

/** What the office has on record: a receipt, or money that went back (negative). */
export interface Booked {
  readonly reference: string;
  readonly channel: Channel;
  readonly amount: Amount;
  /** Day of the books. */
  readonly day: string;
  /** What it was for, as lists say it. */
  readonly what: string;
}

/** What the bank or the port has. */
export interface Told {
  readonly reference: string;
  readonly channel: Channel;
  readonly amount: Amount;
  readonly day: string;
  readonly memo: string;
}

/** A difference of a day, by its name. */
export interface Difference {
  readonly kind: 'no-line' | 'no-receipt' | 'amount' | 'other-day' | 'twice' | 'till';
  readonly channel: Channel;
  readonly reference: string;
  /** What the bank has more than the office, by this. */
  readonly amount: Amount;
  readonly words: string;
}

/** One place compared: both sums, and every difference between them. */
export interface Compared {
  readonly channel: Channel;
  readonly receipts: Amount;
  readonly told: Amount;
  readonly matched: number;
  readonly differences: readonly Difference[];
}

const keyOf = ({ channel, reference, amount }: Pick<Booked, 'channel' | 'reference' | 'amount'>): string =>
  JSON.stringify([channel, reference, amount.startsWith('-')]);

/** Entries by their number and direction, in order. */
const grouped = <T extends Booked | Told>(all: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one)) ?? [];
    groups.set(keyOf(one), own);
    own.push(one);
  }
  return groups;
};

interface Pair {
  readonly booked: Booked | undefined;
  readonly told: Told | undefined;
  /** Further ones of the same number. */
  readonly again: boolean;
}

/** Receipts and lines of one number side by side, the first with the first. */
const pairs = (booked: readonly Booked[], told: readonly Told[]): readonly Pair[] => {
  const [ours, theirs] = [grouped(booked), grouped(told)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key) => {
    const [a, b] = [ours.get(key) ?? [], theirs.get(key) ?? []];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => ({
      booked: a[at],
      told: b[at],
      again: at > 0,
    }));
  });
};

const named = (day: string, { booked, told, again }: Pair): readonly Omit<Difference, 'channel'>[] => {
  const [ours, theirs] = [booked?.day === day ? booked : undefined, told?.day === day ? told : undefined];
  if (ours && !told)
    return [
      {
        kind: again ? 'twice' : 'no-line',
        reference: ours.reference,
        amount: negative(ours.amount),
        words: again ? `同一流水号入账两次：${ours.what}` : `已入账，流水中没有：${ours.what}`,
      },
    ];
  if (theirs && !booked)
    return [
      {
        kind: again ? 'twice' : 'no-receipt',
        reference: theirs.reference,
        amount: theirs.amount,
        words: again ? `同一流水号有两笔：${theirs.memo}` : `流水中有，没有入账：${theirs.memo || '无摘要'}`,
      },
    ];
  if (ours && theirs) {
    const more = less(theirs.amount, ours.amount);
    return compareAmounts(more, '0.00') === 0
      ? []
      : [{ kind: 'amount', reference: ours.reference, amount: more, words: `金额不同：${ours.what}` }];
  }
  if (ours && told)
    return [
      {
        kind: 'other-day',
        reference: ours.reference,
        amount: negative(ours.amount),
        words: `属${told.day}的流水：${ours.what}`,
      },
    ];
  if (theirs && booked)
    return [
      {
        kind: 'other-day',
        reference: theirs.reference,
        amount: theirs.amount,
        words: `已于${booked.day}入账：${booked.what}`,
      },
    ];
  return [];
};

/**
 * Compares a day of the books with the lines of that day: whatever the sums differ by is named. Receipts and lines of other
 * days come along where they have a number of this day. `counted` is what was in the till.
 */
export const reconcile = (
  day: string,
  booked: readonly Booked[],
  told: readonly Told[],
  counted: Amount | null = null,
): readonly Compared[] => {
  const all = pairs(
    booked.filter(({ channel }) => channel !== 'till'),
    told,
  );
  const outside = (['bank', 'port'] as const).map((channel): Compared => {
    const own = all.filter((pair) => (pair.booked ?? pair.told)?.channel === channel);
    const of = (entries: readonly (Booked | Told | undefined)[]): Amount =>
      sum(entries.flatMap((one) => (one?.day === day ? [one.amount] : [])));
    return {
      channel,
      receipts: of(own.map((pair) => pair.booked)),
      told: of(own.map((pair) => pair.told)),
      matched: own.filter((pair) => pair.booked?.day === day && pair.told).length,
      differences: own.flatMap((pair) => named(day, pair)).map((one) => ({ ...one, channel })),
    };
  });
  const cash = booked.filter((one) => one.channel === 'till' && one.day === day);
  const receipts = sum(cash.map(({ amount }) => amount));
  const more = counted === null ? negative(receipts) : less(counted, receipts);
  const even = compareAmounts(more, '0.00') === 0;
  const till: Compared = {
    channel: 'till',
    receipts,
    told: counted ?? '0.00',
    matched: even ? cash.length : 0,
    differences: even
      ? []
      : [
          {
            kind: 'till',
            channel: 'till',
            reference: '',
            amount: more,
            words: counted === null ? '还没有点清现金' : '清点的现金与入账不同',
          },
        ],
  };
  return [...outside, till];
};
