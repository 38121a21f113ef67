/** An exception to "Monday to Friday are working days". */
export interface DayException {
  readonly date: string;
  readonly kind: 'off' | 'work';
  readonly notice: string;
}

/** A day of the year view. */
export interface CalendarDay {
  readonly date: string;
  readonly day: number;
  readonly weekend: boolean;
}

/** A month as weeks that begin on Monday; null where another month's day would stand. */
export interface CalendarMonth {
  readonly month: number;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The twelve months of a year. */
export const monthsOf = (year: number): readonly CalendarMonth[] =>
  Array.from({ length: 12 }, (_, m) => {
    const first = new Date(Date.UTC(year, m, 1));
    const length = new Date(Date.UTC(year, m + 1, 0)).getUTCDate();
    const before = (first.getUTCDay() + 6) % 7;
    const cells = Array.from(
      { length: Math.ceil((before + length) / 7) * 7 },
      (__, i): CalendarDay | null => {
        const day = i - before + 1;
        if (day < 1 || day > length) return null;
        return { date: `${year}-${pad(m + 1)}-${pad(day)}`, day, weekend: i % 7 > 4 };
      },
    );
    return {
      month: m + 1,
      weeks: Array.from({ length: cells.length / 7 }, (__, w) => cells.slice(w * 7, w * 7 + 7)),
    };
  });

/** What pressing a day does: a weekday becomes a day off, a weekend day a working day, and either goes back to usual; its notice is asked for when the year is saved. */
export const toggleDay = (
  exceptions: readonly DayException[],
  day: Pick<CalendarDay, 'date' | 'weekend'>,
): readonly DayException[] => {
  const known = exceptions.find((e) => e.date === day.date);
  const others = exceptions.filter((e) => e.date !== day.date);
  // A weekend that the notice names as holiday may still become a make-up day; everything else returns to usual.
  if (known !== undefined && !(day.weekend && known.kind === 'off')) return others;
  const kind: DayException['kind'] = day.weekend ? 'work' : 'off';
  return [...others, { date: day.date, kind, notice: '' }].toSorted((a, b) => a.date.localeCompare(b.date));
};

/** How many days differ between two sets of exceptions. */
export const dayChanges = (before: readonly DayException[], after: readonly DayException[]): number => {
  const was = new Map(before.map((e) => [e.date, e.kind]));
  const is = new Map(after.map((e) => [e.date, e.kind]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((d) => was.get(d) !== is.get(d)).length;
};

/** Working days of a year under its exceptions. */
export const workingDaysIn = (year: number, exceptions: readonly DayException[]): number => {
  const kinds = new Map(exceptions.map((e) => [e.date, e.kind]));
  return monthsOf(year)
    .flatMap((m) => m.weeks.flat())
    .filter((d) => d !== null && (kinds.get(d.date) ?? (d.weekend ? 'off' : 'work')) === 'work').length;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day an arrow key leads to, or Home and End within the month; undefined for other keys and beyond the year. */
export const dayByKey = (date: string, key: string): string | undefined => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  if (key === 'Home') return `${date.slice(0, 7)}-01`;
  if (key === 'End') return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const to = new Date(Date.parse(`${date}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
  return to.slice(0, 4) === date.slice(0, 4) ? to : undefined;
};
