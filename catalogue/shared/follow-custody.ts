import type { CaseState, KeepDef, RowOrder } from '@zhitongche/case';

type Follow = Extract<RowOrder, { row: 'follow' }>;
/** Moves of a document that was lent for a case; the first that is open to it is made. */
export type CustodyMoves = Follow['moves'];

/** Found lost. */
export const lost = (on: string): CustodyMoves => [
  { move: 'lose', data: { lostOn: on, where: '见办件', how: '见办件的证件交回登记和书面说明' } },
];

/** Handed in, the stamps read: after so many days abroad, so many of them more than approved. */
export const handedIn = (
  on: string,
  { days, over }: { readonly days: number; readonly over: number },
): CustodyMoves => {
  const reason = over > 0 ? { reason: `超出批准天数${over}天，说明见办件` } : {};
  return [{ move: 'return', data: { returnedOn: on, stamps: true, daysAbroad: days, ...reason } }];
};

/** Its trip was given up. */
export const givenUp: CustodyMoves = [{ move: 'give-up' }];

/** Its trip stands as approved, for so many days from its exit on. */
export const onTrip = (exitOn: string, days: number): CustodyMoves =>
  ['change-lent', 'change-abroad'].map((move) => ({ move, data: { exitOn, days } }));

/** A document a case sent out: what names it in the register of documents, and what that is to do with it; no moves = leave it. */
export interface Sent extends Pick<Follow, 'find' | 'where'> {
  readonly moves: CustodyMoves;
}

/** Documents lent for a case follow what it says of each; nobody else's are touched. */
export const followCustody = (register: string, sentBy: (state: CaseState) => readonly Sent[]): KeepDef => ({
  register,
  whereKept: true,
  orders: (state, { caseNumber }) =>
    sentBy(state).flatMap(({ find, where, moves }): readonly RowOrder[] =>
      moves.length === 0
        ? []
        : [
            {
              row: 'follow',
              find,
              where: { ...where, caseNumber },
              // Given up already: its day to hand in counts from then.
              ...(moves[0]?.move === 'give-up' ? { unless: { exitOn: '' } } : {}),
              moves,
            },
          ],
    ),
});
