import type { CaseState, KeepDef, SetOff } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import {
  type CustodyMoves,
  followCustody,
  givenUp,
  handedIn,
  lost,
  onTrip,
  type Sent,
} from '../../shared/follow-custody.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { cameBack, documentsOf, type SentOut, stampsRead } from './custody.ts';
import { effectiveTrip, revokedAt } from './effective.ts';

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
function movesOf(state: CaseState, sent: SentOut): CustodyMoves {
  const { fate, left } = sent;
  if (fate?.state === 'lost') return lost(fate.on);
  // Stamps that nobody has read yet are read when it is taken back there.
  if (fate && cameBack(fate)) return stampsRead(state, sent) ? handedIn(fate.on, daysOut(state)) : [];
  if (fate) return [];
  if (left !== undefined || revokedAt(state) !== undefined) return givenUp;
  const { exitDate, entryDate } = effectiveTrip(state);
  const days = daysAbroad(exitDate, entryDate);
  return exitDate && days ? onTrip(exitDate, days) : [];
}

/** What names a document in a register of documents: a passport its number, a permit its holder's. */
const named = ({ document, member }: SentOut): Pick<Sent, 'find' | 'where'> | null =>
  document === 'passport'
    ? member.passportNumber
      ? { find: { number: member.passportNumber }, where: {} }
      : null
    : member.citizenId
      ? { find: { citizenId: member.citizenId }, where: { kind: 'permit' } }
      : null;

const sentBy = (state: CaseState): readonly Sent[] =>
  documentsOf(state).flatMap((sent) => {
    const name = named(sent);
    return name ? [{ ...name, moves: movesOf(state, sent) }] : [];
  });

/** Documents lent for the trip follow its changes, its end and what the desk recorded of each; nobody else's are touched. */
export const handOver: KeepDef = followCustody(CUSTODY, sentBy);

/** The same of what a unit keeps itself. */
export const ownHandOver: KeepDef = followCustody(OWN, sentBy);
