import type { CaseState, KeepDef, RowOrder } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { REFUSALS } from './basis.ts';
import { entriesOf, standing } from './entries.ts';
import { scannedIn } from './scans.ts';

const latest = ({ records }: CaseState, form: string) => records[form]?.at(-1)?.data ?? {};

/** Passports the office keeps among those scanned; private ones it never has. */
const books = (state: CaseState, form: string): readonly string[] => {
  const own = new Set(
    entriesOf(state)
      .filter(({ traveller }) => traveller.passportKind === 'private')
      .map(({ traveller }) => traveller.passportNumber),
  );
  return [...new Set(scannedIn(latest(state, form)['scanned']))].filter((number) => !own.has(number));
};

/** What the case writes to registers people keep, each in the commit of its act. */
export const keeps: Readonly<Record<string, KeepDef>> = {
  /** Out to a mission: 送签. */
  out: {
    register: 'custody',
    whereKept: true,
    orders: (state, { caseNumber }) =>
      books(state, 'out').map((number) => ({
        row: 'move',
        find: { number },
        move: 'send',
        data: { caseNumber, mission: textIn(latest(state, 'out')['mission']) },
      })),
  },
  /** Back on the shelf. */
  in: {
    register: 'custody',
    whereKept: true,
    orders: (state) =>
      books(state, 'in').map((number) => ({ row: 'move', find: { number }, move: 'collect' })),
  },
  /** Handed out for the trip; lent already, it stays so. */
  lend: {
    register: 'custody',
    whereKept: true,
    orders(state): readonly RowOrder[] {
      const { exitDate, entryDate, tripNumber, approval } = standing(state);
      const days = daysAbroad(exitDate, entryDate);
      if (!exitDate || !days) return [];
      const data = {
        borrower: textIn(latest(state, 'hand')['collector']),
        ...(tripNumber ? { caseNumber: tripNumber } : {}),
        ...(approval ? { outside: approval } : {}),
        exitOn: exitDate,
        days,
      };
      return books(state, 'hand').map((number) => ({
        row: 'follow',
        find: { number },
        where: {},
        moves: [{ move: 'lend', data }],
      }));
    },
  },
  /** Every refusal, for the next filing of that person. */
  refusal: {
    register: REFUSALS,
    whereKept: true,
    orders(state, { caseNumber, moved = [] }) {
      const { on, reason, words } = latest(state, 'refusal');
      return entriesOf(state)
        .filter(({ id }) => moved.includes(id))
        .map(({ country, traveller: { name, citizenId } }) => ({
          row: 'enter',
          answers: {
            name,
            citizenId,
            country,
            on,
            reason,
            words,
            caseNumber,
            unit: { id: state.orgs?.unit ?? '', title: standing(state).unit ?? '' },
          },
        }));
    },
  },
};
