import type { CaseState, KeepDef, RowOrder, SetOff } from '@zhitongche/case';
import { cameBack, documentsOf, type SentOut, stampsRead } from './custody.ts';
import { daysAbroad } from './derive/stay.ts';
import { effectiveTrip, revokedAt } from './effective.ts';
import { textIn } from '../../shared/lookup-rows.ts';

/** Where documents are lent piece by piece, in an office that keeps them so. */
const CUSTODY = 'custody';
/** Where a unit keeps its own ordinary passports. */
const OWN = 'custody-own';

/** The register of the trip's own is refreshed, and what was lent for the trip follows it: one word for both. */
export const documentsTold: readonly SetOff[] = [
  { do: 'register', register: 'passport-custody' },
  { do: 'keep', keep: CUSTODY },
  { do: 'keep', keep: OWN },
];

/** Days abroad as the group came back, else as approved; none of a trip nobody went on. */
function daysOut(state: CaseState): { readonly days: number; readonly over: number } {
  const trip = effectiveTrip(state);
  const approved = daysAbroad(trip.exitDate, trip.entryDate) ?? 0;
  if (revokedAt(state) !== undefined) return { days: 0, over: 0 };
  const back = state.records.return?.at(-1)?.data;
  const days = back ? (daysAbroad(textIn(back.actualExit), textIn(back.actualEntry)) ?? approved) : approved;
  return { days, over: Math.max(0, days - approved) };
}

/** What the register of documents is to do with one that was lent for this trip; nothing = leave it. */
function movesOf(state: CaseState, sent: SentOut): Extract<RowOrder, { row: 'follow' }>['moves'] {
  const { fate, left } = sent;
  if (fate?.state === 'lost')
    return [
      { move: 'lose', data: { lostOn: fate.on, where: '见办件', how: '见办件的护照交回登记和书面说明' } },
    ];
  if (fate && cameBack(fate)) {
    // Stamps that nobody has read yet are read when it is taken back there.
    if (!stampsRead(state, sent)) return [];
    const { days, over } = daysOut(state);
    const reason = over > 0 ? { reason: `超出批准天数${over}天，说明见办件` } : {};
    return [{ move: 'return', data: { returnedOn: fate.on, stamps: true, daysAbroad: days, ...reason } }];
  }
  if (fate) return [];
  if (left !== undefined || revokedAt(state) !== undefined) return [{ move: 'give-up' }];
  const { exitDate, entryDate } = effectiveTrip(state);
  const days = daysAbroad(exitDate, entryDate);
  if (!exitDate || !days) return [];
  return ['change-lent', 'change-abroad'].map((move) => ({ move, data: { exitOn: exitDate, days } }));
}

/** What names a document in a register of documents: a passport its number, a permit its holder's. */
const named = ({
  document,
  member,
}: SentOut): Pick<Extract<RowOrder, { row: 'follow' }>, 'find' | 'where'> | null =>
  document === 'passport'
    ? member.passportNumber
      ? { find: { number: member.passportNumber }, where: {} }
      : null
    : member.citizenId
      ? { find: { citizenId: member.citizenId }, where: { kind: 'permit' } }
      : null;

const following = (register: string): KeepDef => ({
  register,
  whereKept: true,
  orders: (state, { caseNumber }) =>
    documentsOf(state).flatMap((sent): readonly RowOrder[] => {
      const name = named(sent);
      const moves = name ? movesOf(state, sent) : [];
      return name && moves.length > 0
        ? [
            {
              row: 'follow',
              find: name.find,
              where: { ...name.where, caseNumber },
              // Given up already: its day to hand in counts from then.
              ...(moves[0]?.move === 'give-up' ? { unless: { exitOn: '' } } : {}),
              moves,
            },
          ]
        : [];
    }),
});

/** Documents lent for the trip follow its changes, its end and what the desk recorded of each; nobody else's are touched. */
export const handOver: KeepDef = following(CUSTODY);

/** The same of what a unit keeps itself. */
export const ownHandOver: KeepDef = following(OWN);
