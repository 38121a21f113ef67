import { type CaseEvent, type CaseState, paperNamed, type Seat, type Service } from '@zhitongche/case';
import { isUnitPost } from '@zhitongche/access';
import type { OfficeActor } from '@zhitongche/core/server';
import { onApplicantSide, type OpenedCase } from '../usecase/open-case.ts';

/** From where a case is read: by whoever files it, by others of the filing unit or the one above it, or by the offices. */
export type Side = 'applicant' | 'unit' | 'office';

/** A seat of the filing unit, or of its supervising department; signers added to one sit with it. */
export const ofUnit = (seat: Seat, seats: readonly Seat[]): boolean => {
  const owner = seat.addedBy === undefined ? seat : seats.find(({ id }) => id === seat.addedBy);
  return (
    owner !== undefined && (owner.applicant === true || (owner.role !== undefined && isUnitPost(owner.role)))
  );
};

const seatedBy = (seat: Seat, person: string): boolean =>
  seat.person?.id === person || seat.doer?.id === person || seat.trail.some(({ from }) => from.id === person);

/** From where the actor reads: who holds posts of units only, and was given no seat of an office by name, reads for the unit. */
export const sideOf = (actor: OfficeActor, opened: OpenedCase): Side => {
  if (onApplicantSide(actor, opened)) return 'applicant';
  const { seats } = opened.state;
  const people = [actor, ...actor.standsInFor];
  const inOffice = people.some(
    ({ id, grants }) =>
      grants.some(({ role }) => !isUnitPost(role)) ||
      seats.some((seat) => seatedBy(seat, id) && !ofUnit(seat, seats)),
  );
  return inOffice ? 'office' : 'unit';
};

const seatOf = ({ seats }: CaseState, id: string | null): Seat | undefined =>
  seats.find((seat) => seat.id === id);

/** Whether whoever sat there wrote to readers of that side: the unit reads its own, the clerk what was written in his seat. */
const own = (side: Side, state: CaseState, id: string | null): boolean => {
  const seat = seatOf(state, id);
  if (!seat) return false;
  return side === 'unit' ? ofUnit(seat, state.seats) : seat.applicant === true;
};

/** Whether an act brought the case to that side or ended it: then its words are for that side. */
const reaches = (side: Side, state: CaseState, after: readonly CaseEvent[]): boolean => {
  const next = after.findIndex(({ type }) => type === 'decided' || type === 'submitted');
  return after.slice(0, next < 0 ? undefined : next).some((event) => {
    if (event.type === 'closed') return true;
    return event.type === 'step-entered' && event.seats.some(({ id }) => own(side, state, id));
  });
};

/** Acts whose words may be for whom they bring the case to. */
const TOLD: readonly string[] = ['refuse', 'advance', 'return'];

/**
 * An event as a side outside the offices reads it: results, faults, and what was written to it, not what colleagues of
 * the offices wrote to each other; null when nothing of it is left. `after` are the events that follow.
 */
export const outwardEvent = (
  side: Exclude<Side, 'office'>,
  state: CaseState,
  event: CaseEvent,
  after: readonly CaseEvent[],
): CaseEvent | null => {
  switch (event.type) {
    case 'decided': {
      if (own(side, state, event.seat)) return event;
      // What a desk found goes to the applicant in the one notice, not piece by piece.
      if (event.kind === 'correct' && event.form !== undefined) return null;
      // A correction of what was recorded is theirs to know once it counts.
      if (event.asked || event.kind === 'overrule') return null;
      const { opinion: _opinion, ...rest } = event;
      return TOLD.includes(event.kind) && reaches(side, state, after) ? event : rest;
    }
    case 'transferred':
    case 'entrusted':
      return own(side, state, event.seat) ? event : null;
    case 'seats-added':
      return own(side, state, event.by) ? event : null;
    case 'copied':
    case 'revealed':
    case 'seat-ready':
      return null;
    case 'effect':
      return event.effect.do === 'revoke' ? event : null;
    case 'escalated': {
      const { opinion: _opinion, ...rest } = event;
      return rest;
    }
    case 'returned':
      return reaches(side, state, after) ? event : { ...event, opinion: '' };
    default:
      return event;
  }
};

/** Whether a paper is read by the offices only. */
export const isInward = (service: Pick<Service, 'papers'>, paper: string): boolean =>
  paperNamed(service, paper)?.def.inward === true;

/** Records, seats and papers of a state as a side outside the offices reads them. */
export const outwardState = (
  side: Exclude<Side, 'office'>,
  service: Service,
  { records, seats, papers }: CaseState,
): Pick<CaseState, 'records' | 'seats' | 'papers'> => {
  const inward = new Set(
    Object.values(service.flow.steps).flatMap((step) =>
      'acts' in step ? step.acts.flatMap(({ collects }) => collects ?? []) : [],
    ),
  );
  return {
    records: Object.fromEntries(Object.entries(records).filter(([key]) => !inward.has(key))),
    papers: papers.filter(({ paper }) => !isInward(service, paper)),
    seats: seats.map((seat) => {
      if (side === 'unit' && ofUnit(seat, seats)) return seat;
      const { opinion: _opinion, ...rest } = seat;
      return rest;
    }),
  };
};
