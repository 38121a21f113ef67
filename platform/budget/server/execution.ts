import { dayInShanghai, decimalOf, decimalText, isDay, total, ZERO } from '@zhitongche/base';
import {
  comesUnder,
  holdsUnder,
  linesUnder,
  monthEnd,
  PUBLIC_EXPENSES,
  publicExpenseOf,
  standingOf,
} from '@zhitongche/budget';
import { type App, notFound, type OfficeActor, type OfficeConfig } from '@zhitongche/core/server';
import type { Ceiling, Hold, KeptRow, RegisterKind, Spending, SpendingLine } from '@zhitongche/register';
import { type OpenAnswers, openAnswersIn } from '@zhitongche/register/server';
import { executionRules } from './budget-policies.ts';

/** Most rows of a year that are added up at once. */
const MOST = 50_000;

/** The office somebody works in, from whichever of its divisions. */
const officeOf = ({ tree, root }: OfficeConfig, { org }: OfficeActor): string => {
  const own = tree.get(org);
  return (own?.kind === 'division' ? own.parent : org) ?? root.id;
};

/** Something of the books, with the row it stands in. */
type Booked<T> = T & { readonly id: string; readonly title: string; readonly register: string };

interface Books {
  readonly lines: readonly Booked<SpendingLine>[];
  readonly holds: readonly Booked<Hold>[];
  readonly ceilings: readonly Booked<Ceiling>[];
}

/** When the books are looked at: a year, by the end of one of its days. */
interface Asked {
  readonly year?: number | undefined;
  readonly day?: string | undefined;
}

/** The three public expenses, in the order of their table. */
const EXPENSES = Object.keys(PUBLIC_EXPENSES) as readonly (keyof typeof PUBLIC_EXPENSES)[];

/** Ceilings have no day: they are few, and all are read. */
const EVER = { from: '1900-01-01', until: '9999-12-31' };

async function booksOf(app: App, actor: OfficeActor, year: number): Promise<Books> {
  const span = { from: `${year}-01-01`, until: `${year}-12-31` };
  const read = async <T>(is: Spending['is'], within: typeof span): Promise<readonly Booked<T>[]> => {
    const found: Booked<T>[] = [];
    for (const kind of app.registers.filter(({ spending }) => spending?.is === is)) {
      const rows = await openAnswersIn(app, actor, kind.code, within, MOST);
      for (const row of rows) {
        const one = spendingOf<T>(kind, row);
        if (one) found.push({ ...one, id: row.id, title: row.title, register: kind.code });
      }
    }
    return found;
  };
  const ceilings = await read<Ceiling>('ceilings', EVER);
  return {
    lines: await read<SpendingLine>('lines', span),
    holds: await read<Hold>('holds', span),
    ceilings: ceilings.filter((one) => one.year === year).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const spendingOf = <T>({ spending }: RegisterKind, row: Pick<OpenAnswers, 'answers' | 'stage'>): T | null =>
  (spending?.of(row satisfies Pick<KeptRow, 'answers' | 'stage'>) ?? null) as T | null;

/** The year and day asked for; of another year than this one its last day. */
const dayOf = (app: App, { year, day }: Asked) => {
  const today = dayInShanghai(app.clock().toISOString());
  const asked = day !== undefined && isDay(day) ? day : today;
  const own = year ?? Number(asked.slice(0, 4));
  return { year: own, day: asked.slice(0, 4) === String(own) ? asked : `${own}-12-31`, today };
};

const sum = (all: readonly { readonly amount: string }[]): string =>
  decimalText(total(all.map(({ amount }) => decimalOf(amount) ?? ZERO)));

/** The books of a year by a day: every ceiling with what is spent, kept back, left and to come; the three public expenses by month; what waits and what no ceiling covers. */
export async function execution(app: App, actor: OfficeActor, asked: Asked) {
  const { year, day, today } = dayOf(app, asked);
  const book = await app.offices.get(actor.office);
  const rules = executionRules(book.policyRows, today);
  const books = await booksOf(app, actor, year);
  const upTo = books.lines.filter((line) => line.day <= day);
  const counted = upTo.filter(({ waits }) => !waits);
  const waiting = upTo.filter(({ waits }) => waits);
  const uncovered = counted.filter((line) => !books.ceilings.some((one) => comesUnder(one, line)));
  return {
    year,
    day,
    office: book.orgName(officeOf(book, actor)),
    /** Register the lines stand in; null = nobody keeps one. */
    linesIn: app.registers.find(({ spending }) => spending?.is === 'lines')?.code ?? null,
    dates: [3, 6, 10, 12].map((month) => monthEnd(year, month)),
    spent: sum(counted),
    waiting: { count: waiting.length, amount: sum(waiting) },
    uncovered: { count: uncovered.length, amount: sum(uncovered) },
    ceilings: books.ceilings.map((one) => ({
      id: one.id,
      register: one.register,
      name: one.name,
      amount: one.amount,
      project: one.project,
      purpose: one.purpose,
      publicExpense: one.publicExpense,
      dates: one.plan.map(({ month, percent }) => {
        const on = monthEnd(year, month);
        const then = on <= day ? standingOf(one, books, on, rules) : null;
        return {
          day: on,
          percent,
          spent: then?.spent ?? null,
          paid: then?.paid ?? null,
          points: then?.points ?? null,
          gap: then?.gap ?? null,
        };
      }),
      ...standingOf(one, books, day, rules),
    })),
    publicExpenses: EXPENSES.map((key) => {
      const { name } = PUBLIC_EXPENSES[key];
      const own = counted.filter(({ economic }) => publicExpenseOf(economic) === key);
      return {
        key,
        name,
        months: Array.from({ length: 12 }, (_, at) =>
          sum(own.filter((line) => Number(line.day.slice(5, 7)) === at + 1)),
        ),
        spent: sum(own),
      };
    }),
  };
}

/** What an execution is told as. */
export type Execution = Awaited<ReturnType<typeof execution>>;

/** What stands behind the figures of one ceiling: lines paid by the day, and what is kept back. */
export async function executionLines(app: App, actor: OfficeActor, id: string, asked: Asked) {
  const { year, day } = dayOf(app, asked);
  const books = await booksOf(app, actor, year);
  const ceiling = books.ceilings.find((one) => one.id === id);
  if (!ceiling)
    throw notFound(
      'budget.no-ceiling',
      '没有这项额度，或它不是这一年的。',
      'There is no such ceiling in that year.',
    );
  const told = ({ id: row, register, title, day: on, amount }: Booked<SpendingLine | Hold>) => ({
    id: row,
    register,
    title,
    day: on,
    amount,
  });
  return {
    name: ceiling.name,
    lines: linesUnder(ceiling, books.lines, day).map(told),
    holds: holdsUnder(ceiling, books.holds).map(told),
  };
}
