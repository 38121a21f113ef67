import { compare, type Decimal, decimalOf, decimalText, isDay, plus, ZERO } from '@zhitongche/base';
import type { Line, Measure } from '@zhitongche/measure';

/** A line as it is stored; `who` is a digest. */
export interface StoredLine {
  readonly measure: string;
  readonly seq: number;
  readonly day: string;
  readonly n: string;
  readonly who: string | null;
}

/** What a subject adds to each of its measures; a line without a day or a figure is a bug of the folder and throws. */
export const linesOf = <S>(
  measures: readonly Measure<S>[],
  subject: S,
  digest: (who: string) => string,
): readonly StoredLine[] =>
  measures.flatMap((measure) =>
    measure.lines(subject).map((line: Line, seq) => {
      if (!isDay(line.day) || decimalOf(line.n) === undefined)
        throw new Error(`${measure.code} counts ${line.n} on ${line.day}`);
      const who = measure.sort === 'persons' ? digest(line.who ?? '') : null;
      return { measure: measure.code, seq, day: line.day, n: line.n, who };
    }),
  );

/** A figure without the zeros a column of the database may add behind its point. */
const plain = (n: string): string => (n.includes('.') ? n.replace(/\.?0+$/, '') : n);

/** Whether two sets of lines say the same, whatever their order. */
export const sameLines = (one: readonly StoredLine[], other: readonly StoredLine[]): boolean => {
  const told = (lines: readonly StoredLine[]) =>
    lines
      .map(({ measure, seq, day, n, who }) => JSON.stringify([measure, seq, day, plain(n), who]))
      .sort()
      .join();
  return told(one) === told(other);
};

/** What changed in a month that is over: the figures of one measure before and after. */
export interface Shift {
  readonly measure: string;
  /** First day of the month. */
  readonly month: string;
  readonly before: string;
  readonly after: string;
}

/** Months before `today`'s in which a subject now adds up to something else than before. */
export const shiftsOf = (
  before: readonly StoredLine[],
  after: readonly StoredLine[],
  today: string,
): readonly Shift[] => {
  const sums = new Map<string, { before: Decimal; after: Decimal }>();
  const add = (which: 'before' | 'after') => (line: StoredLine) => {
    const key = `${line.measure}/${line.day.slice(0, 7)}-01`;
    const sum = sums.get(key) ?? { before: ZERO, after: ZERO };
    sums.set(key, { ...sum, [which]: plus(sum[which], exact(line)) });
  };
  before.forEach(add('before'));
  after.forEach(add('after'));
  return [...sums].flatMap(([key, sum]) => {
    const [measure = '', month = ''] = key.split('/');
    if (month >= `${today.slice(0, 7)}-01` || compare(sum.before, sum.after) === 0) return [];
    return [{ measure, month, before: inFull(sum.before), after: inFull(sum.after) }];
  });
};

/** What a line adds; a figure PostgreSQL gives back may carry more zeros than were written. */
const exact = ({ n }: Pick<StoredLine, 'n'>): Decimal => decimalOf(n) ?? ZERO;
const inFull = (value: Decimal): string => decimalText(value, value.scale);
