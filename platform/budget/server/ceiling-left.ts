import { decimalOf, decimalText, isDay, isJsonObject, type Json, total, ZERO } from '@zhitongche/base';
import { holdsUnder, linesUnder } from '@zhitongche/budget';
import type { LookupProvider } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { Statement } from '@zhitongche/host';
import type { Ceiling, Hold, RegisterKind, Spending, SpendingLine } from '@zhitongche/register';
import { facet, openPart } from '@zhitongche/register/server';

/** Most rows one question adds up: lines of one class in a year. */
const MOST = 20_000;
const NO_CASE = '00000000-0000-0000-0000-000000000000';

// Ceilings of the unit itself, what it spent on a class in a year, and what it keeps back, but for the case that asks.
const FOUND: Statement = {
  name: 'ceilings-left',
  text: `(select k.register, k.stage, k.state->'answers' as answers from kept_row k
      where k.office = $1 and k.register = any($3::text[]) and k.org = $2 and k.retired_at is null limit 1000)
    union all
    (select k.register, k.stage, k.state->'answers' from kept_row k
      where k.office = $1 and k.register = any($4::text[]) and k.org = $2 and k.retired_at is null
        and k.day between $5 and $6 and k.facets && $7::text[] limit ${MOST})
    union all
    (select k.register, k.stage, k.state->'answers' from kept_row k
      where k.office = $1 and k.register = any($8::text[]) and k.org = $2 and k.retired_at is null
        and k.day between $5 and $6 and k.case_id is distinct from $9 limit ${MOST})`,
};

interface Found {
  readonly register: string;
  readonly stage: string;
  readonly answers: Answers;
}

/** What is asked: a class by economic nature, and a day of the year it is to be spent in. */
const asked = (args: Json): { readonly economic: string; readonly day: string } => {
  const given = isJsonObject(args) ? args : {};
  const text = (key: string): string => (typeof given[key] === 'string' ? given[key] : '');
  return { economic: text('economic'), day: text('day') };
};

/**
 * Answers `{ economic, day }` with the ceilings of the year that cover such a class for every project, of the unit that files:
 * `{ ceilings: [{ name, amount, taken }] }`, taken being what is paid and kept back without the case that asks. Who keeps no
 * ledger has none.
 */
export function ceilingsLeft(registers: readonly RegisterKind[]): LookupProvider {
  const of = (is: Spending['is']): readonly RegisterKind[] =>
    registers.filter(({ spending }) => spending?.is === is);
  return {
    question(args, scope) {
      const { economic, day } = asked(args);
      if (economic === '' || !isDay(day) || scope.person !== null || of('ceilings').length === 0) return null;
      const year = day.slice(0, 4);
      return {
        statement: FOUND,
        values: [
          scope.office,
          scope.unit,
          of('ceilings').map(({ code }) => code),
          of('lines').map(({ code }) => code),
          `${year}-01-01`,
          `${year}-12-31`,
          of('lines').flatMap(({ code, spending }) =>
            spending?.is === 'lines' ? [facet(code, spending.economic, economic)] : [],
          ),
          of('holds').map(({ code }) => code),
          scope.caseId ?? NO_CASE,
        ],
      };
    },
    answer(found, args): Json {
      const { economic, day } = asked(args);
      const rows = found as readonly Found[];
      const read = <T>(is: Spending['is']): readonly T[] =>
        rows.flatMap(({ register, stage, answers }) => {
          const { spending } = registers.find(({ code }) => code === register) ?? {};
          const one = spending?.is === is ? spending.of({ stage, answers: openPart(answers) }) : null;
          return one ? [one as T] : [];
        });
      const [lines, holds] = [read<SpendingLine>('lines'), read<Hold>('holds')];
      const year = Number(day.slice(0, 4));
      const covering = read<Ceiling>('ceilings').filter(
        (one) =>
          one.year === year &&
          one.project === '' &&
          one.purpose === '' &&
          one.economic.some((code) => economic.startsWith(code)),
      );
      return {
        ceilings: covering.map((one) => {
          const taken = [...linesUnder(one, lines, `${year}-12-31`), ...holdsUnder(one, holds)];
          return {
            name: one.name,
            amount: one.amount,
            taken: decimalText(total(taken.map(({ amount }) => decimalOf(amount) ?? ZERO))),
          };
        }),
      };
    },
  };
}
