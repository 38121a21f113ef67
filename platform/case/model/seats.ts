import type { Actor, Grant } from '@zhitongche/access';
import { holds, isAdmin, isApplicant, mayHold } from './access-rules.ts';
import type { CaseOrgs, SeatOpened } from './event.ts';
import type { PanelRule, Place, Who } from './flow-words.ts';
import { FlowDefinitionError, type DecisionBuilder, type DecisionEnv } from './decision-builder.ts';
import { type Filed, filedByPerson, filerRole } from './filer-role.ts';
import type { CaseState, Seat } from './state.ts';

/** The organisation a place means for this case. */
export const orgAt = (
  place: Place,
  orgs: CaseOrgs,
  setting: Pick<DecisionEnv, 'tree'>,
): string | undefined => {
  if (place === 'unit') return orgs.unit;
  if (place === 'superior') return orgs.superior;
  if (place === 'city') return orgs.city;
  if (place === 'office') return orgs.office;
  const code = place.slice('division:'.length);
  return orgs.divisions[code] ?? setting.tree.division(orgs.office, code)?.id;
};

/**
 * A seat for somebody, resolved to this case's organisations; members are fixed by this on entry.
 * @throws FlowDefinitionError.
 */
export const seatFor = (
  who: Who,
  id: string,
  ready: boolean,
  {
    service,
    state,
    setting,
  }: Pick<DecisionBuilder, 'service' | 'state'> & { readonly setting: Pick<DecisionEnv, 'tree'> },
): SeatOpened => {
  const { orgs, applicant } = state;
  if (!orgs || !applicant) throw new FlowDefinitionError('办件尚未提交', 'the case has not been submitted');
  if ('applicant' in who) {
    const person = { id: applicant.id, name: applicant.name, org: applicant.org };
    const colleagues = filedByPerson(service, orgs) ? {} : { role: filerRole(service), org: orgs.unit };
    return { id, ready, applicant: true, person, ...colleagues };
  }
  if ('person' in who) return { id, ready, person: who.person };
  const org = orgAt(who.at, orgs, setting);
  if (org === undefined) {
    throw new FlowDefinitionError(
      `找不到下一环节的承办机构（${who.at}）`,
      `no organisation at ${who.at}`,
      'flow.no-organisation',
    );
  }
  return { id, ready, role: who.role, org };
};

/** Seats of the present entry of the present step. */
export const currentSeats = (state: CaseState): readonly Seat[] =>
  state.step === null
    ? []
    : state.seats.filter((seat) => seat.step === state.step && seat.entry === state.path.length);

/** The seats a step was entered with, without added signers and those given up. */
export const ownSeats = (state: CaseState): readonly Seat[] =>
  currentSeats(state).filter((seat) => seat.addedBy === undefined && seat.status !== 'released');

const addedTo = (state: CaseState, owner: Seat, where: 'before' | 'after'): readonly Seat[] =>
  currentSeats(state).filter(
    (seat) => seat.addedBy === owner.id && seat.where === where && seat.status !== 'released',
  );

/** Signers asked before the owner who have not signed yet. */
export const awaitedBefore = (state: CaseState, owner: Seat): readonly Seat[] =>
  addedTo(state, owner, 'before').filter((seat) => seat.status === 'open');

/** Signers asked after the owner who have not signed yet. */
export const awaitedAfter = (state: CaseState, owner: Seat): readonly Seat[] =>
  addedTo(state, owner, 'after').filter((seat) => seat.status === 'open');

/** What a seat comes to with the signers added after it: agreed only when all of them agree, refused when one refuses. */
export const verdictOf = (state: CaseState, owner: Seat): 'agree' | 'refuse' | 'pending' => {
  if (owner.verdict !== 'agree') return owner.verdict ?? 'pending';
  const after = addedTo(state, owner, 'after');
  if (after.some((seat) => seat.verdict === 'refuse')) return 'refuse';
  return after.every((seat) => seat.verdict === 'agree') ? 'agree' : 'pending';
};

/** How many of `members` must agree for the panel to pass; a fraction rounds up. */
export const agreesNeeded = (rule: PanelRule, members: number): number => {
  if (rule === 'all' || rule === 'in-order') return members;
  if (rule === 'any') return 1;
  if ('atLeast' in rule) return Math.max(1, Math.ceil(rule.atLeast));
  // The tiny subtraction keeps 0.55 × 20 at eleven, where floating point says a hair more.
  return Math.max(1, Math.ceil(rule.share * members - 1e-9));
};

/** How a panel stands: passed, no longer able to pass, or still open. */
export const panelOutcome = (state: CaseState): 'passed' | 'failed' | 'open' => {
  const verdicts = ownSeats(state).map((seat) => verdictOf(state, seat));
  const needed = agreesNeeded(state.rule ?? 'all', verdicts.length);
  const agreed = verdicts.filter((verdict) => verdict === 'agree').length;
  const pending = verdicts.filter((verdict) => verdict === 'pending').length;
  if (agreed >= needed) return 'passed';
  return agreed + pending < needed ? 'failed' : 'open';
};

/** In whose name the actor may act: their own, or that of an absent person. */
export interface Standing {
  readonly behalf?: { readonly id: string; readonly name: string };
}

const OWN: Standing = {};

const entrustedBy = (seat: Seat, person: string): Standing => {
  const last = seat.trail.at(-1);
  return last?.how === 'entrusted' && seat.person?.id === person
    ? { behalf: { id: last.from.id, name: last.from.name } }
    : OWN;
};

const isSamePool = (a: Seat, b: Seat): boolean =>
  a.id !== b.id && a.person === undefined && a.role === b.role && a.org === b.org;

/** Persons who ask for what is being decided. */
const askers = ({ applicant, handedInBy, seats }: CaseState): readonly (string | undefined)[] => [
  applicant?.id,
  handedInBy?.id,
  seats.findLast((seat) => seat.applicant && seat.status === 'done')?.doer?.id,
];

/**
 * True for whoever asks for what is being decided: the applicant, whoever handed the filing in again after a correction, and
 * whoever asked last in the applicant's seat.
 */
export const asksFor = (state: CaseState, person: string): boolean => askers(state).includes(person);

/**
 * Persons who may not act in a seat whatever posts they hold, nor others in their name: nobody decides on what they ask for
 * themselves, nor twice in a panel of equals. Buttons, endpoint, inbox, counts and messages go by this.
 */
export const barredFrom = (state: CaseState, seat: Seat): readonly string[] => {
  const asking = seat.applicant ? [] : askers(state);
  const signed = currentSeats(state).flatMap((other) =>
    isSamePool(seat, other) && other.addedBy === undefined ? [other.doer?.id] : [],
  );
  return [...new Set([...asking, ...signed])].filter((id) => id !== undefined);
};

/** Whether the actor may act in the seat, and in whose name; see {@link barredFrom}. */
export const standingIn = (
  actor: Actor,
  seat: Seat,
  state: CaseState,
  setting: Pick<DecisionEnv, 'tree'>,
): Standing | undefined => {
  if (isAdmin(actor)) return undefined;
  const barred = barredFrom(state, seat);
  if (barred.includes(actor.id)) return undefined;
  if (mayHold(actor, seat, setting.tree)) return entrustedBy(seat, actor.id);
  const absent = actor.standsInFor.find(
    (person) => !barred.includes(person.id) && mayHold(person, seat, setting.tree),
  );
  return absent && { behalf: { id: absent.id, name: absent.name } };
};

/** Whether the actor is someone an act is offered to beside the seats, and in whose name. */
export const standingAs = (
  actor: Actor,
  who: Who,
  {
    service,
    state,
    setting,
  }: { readonly service: Filed; readonly state: CaseState; readonly setting: Pick<DecisionEnv, 'tree'> },
): Standing | undefined => {
  const { orgs } = state;
  if (!orgs || isAdmin(actor)) return undefined;
  const fits = (person: { readonly id: string; readonly grants: readonly Grant[] }): boolean => {
    if ('applicant' in who) return isApplicant(person, state, service);
    if (asksFor(state, person.id)) return false;
    if ('person' in who) return person.id === who.person.id;
    const org = orgAt(who.at, orgs, setting);
    return org !== undefined && holds(person, who.role, org, setting.tree);
  };
  if (fits(actor)) return OWN;
  if (!('applicant' in who) && asksFor(state, actor.id)) return undefined;
  const absent = actor.standsInFor.find(fits);
  return absent && { behalf: { id: absent.id, name: absent.name } };
};
