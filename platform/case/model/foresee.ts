import { isUnitPost, type Role } from '@zhitongche/access';
import type { Doer } from './event.ts';
import { filesFor } from './filing.ts';
import type { Step } from './flow.ts';
import type { Who } from './flow-words.ts';
import { emptyState } from './fold.ts';
import { openSeat } from './fold-seats.ts';
import { FlowDefinitionError, flowContext, type DecisionEnv } from './decision-builder.ts';
import { seatFor } from './seats.ts';
import type { Service } from './service.ts';
import {
  ableFor,
  type SeatTrouble,
  type Staff,
  standstill,
  type StaffedSetting,
  trouble,
  type TroubleKind,
} from './staffing.ts';
import type { CaseState } from './state.ts';

type Ahead = StaffedSetting & Pick<DecisionEnv, 'policy' | 'orgs' | 'today' | 'now'>;
type Held = Extract<Who, { role: unknown }>;

/** Whoever a step would ask, in order; the applicant's own seats are filled by having filed. */
const asked = (step: Step, state: CaseState, setting: Ahead): readonly Held[] => {
  if (step.kind === 'end') return [];
  try {
    const context = flowContext(state, setting);
    if (step.when && !step.when(context)) return [];
    const who = step.kind === 'panel' ? step.members(context) : [step.who];
    return who.flatMap((one) =>
      !('role' in one) || (one.at === 'city' && state.orgs?.city === undefined) ? [] : [one],
    );
  } catch {
    // Members that depend on answers not given yet are looked at once the case is there.
    return [];
  }
};

const byRole = new WeakMap<readonly Staff[], ReadonlyMap<string, readonly Staff[]>>();

/** Those who hold a role anywhere, or stand in for somebody who does: a province has thousands, a role a few. */
const holding = (staff: readonly Staff[], role: string): readonly Staff[] => {
  let known = byRole.get(staff);
  if (!known) {
    const made = new Map<string, Staff[]>();
    for (const one of staff)
      for (const held of new Set(
        [one, ...one.standsInFor].flatMap(({ grants }) => grants.map((g) => g.role)),
      ))
        if (!made.get(held)?.push(one)) made.set(held, [one]);
    byRole.set(staff, made);
    known = made;
  }
  return known.get(role) ?? [];
};

/** True where a signature is given: only there it matters that it is somebody else's. */
const signs = (step: Step): boolean => 'acts' in step && step.acts.some(({ kind }) => kind === 'agree');

/** Seats left over when each is given to another person; the first come are served first, moving on where they can. */
const unserved = (choices: readonly (readonly string[])[]): readonly number[] => {
  const taken = new Map<string, number>();
  const serve = (seat: number, tried: Set<string>): boolean =>
    (choices[seat] ?? []).some((person) => {
      if (tried.has(person)) return false;
      tried.add(person);
      const holder = taken.get(person);
      if (holder !== undefined && !serve(holder, tried)) return false;
      taken.set(person, seat);
      return true;
    });
  return choices.flatMap((_, seat) => (serve(seat, new Set()) ? [] : [seat]));
};

interface Looked {
  readonly troubles: readonly SeatTrouble[];
  /** Set where a signature can come from one person only. */
  readonly only?: Staff;
}

const lookAt = (service: Service, key: string, step: Step, before: CaseState, setting: Ahead): Looked => {
  const state: CaseState = { ...before, step: key, path: [{ step: key, at: setting.now }] };
  const say = (who: Held, org: string | null, kind: TroubleKind, persons: readonly Staff[]) =>
    trouble({ kind, step: key, title: step.title, role: who.role, org }, persons, setting.tree);
  const troubles: SeatTrouble[] = [];
  const open: { readonly who: Held; readonly org: string; readonly present: readonly Staff[] }[] = [];
  for (const [index, who] of asked(step, state, setting).entries()) {
    try {
      const opened = seatFor(who, `s${index + 1}`, true, { service, state, setting });
      const seat = openSeat(opened, key, 1);
      const org = seat.org ?? '';
      const near = { tree: setting.tree, staff: holding(setting.staff, who.role) };
      const found = standstill(seat, state, near);
      if (found) troubles.push(say(who, org, found.kind, found.persons));
      else open.push({ who, org, present: ableFor(seat, state, near).present });
    } catch (fault) {
      if (!(fault instanceof FlowDefinitionError)) throw fault;
      troubles.push(say(who, null, 'empty', []));
    }
  }
  for (const index of unserved(open.map(({ present }) => present.map(({ id }) => id)))) {
    const seat = open[index];
    if (seat && !isUnitPost(seat.who.role)) troubles.push(say(seat.who, seat.org, 'twice', seat.present));
  }
  const [first] = open;
  const alone = open.length === 1 && signs(step) && first?.present.length === 1;
  return { troubles, ...(alone && first.present[0] ? { only: first.present[0] } : {}) };
};

/** The same for what one person of the unit would file. */
export const foreseeFor = (service: Service, applicant: Staff, setting: Ahead): readonly SeatTrouble[] => {
  const orgs = setting.orgs;
  if (!orgs) return [];
  const doer: Doer = { id: applicant.id, name: applicant.name, org: orgs.unit };
  const before: CaseState = {
    ...emptyState,
    status: 'running',
    orgs,
    applicant: doer,
    answers: service.sample(setting.today),
  };
  const alone = new Map<string, { readonly post: string; readonly role: Role }>();
  return Object.entries(service.flow.steps).flatMap(([key, step]) => {
    const { troubles, only } = lookAt(service, key, step, before, setting);
    if (!only || step.kind !== 'work' || !('role' in step.who)) return troubles;
    const { role } = step.who;
    const post = `${role}@${step.who.at}`;
    const other = alone.get(only.id);
    alone.set(only.id, other ?? { post, role });
    if (other === undefined || other.post === post) return troubles;
    if (isUnitPost(role) && isUnitPost(other.role)) return troubles;
    const org = only.grants.find((grant) => grant.role === role)?.org ?? orgs.office;
    const again = { kind: 'twice', step: key, title: step.title, role, org } as const;
    return [...troubles, trouble(again, [only], setting.tree)];
  });
};

const nameOf = ({ kind, step, role, org, persons }: SeatTrouble): string =>
  JSON.stringify([kind, step, role, org, persons.map(({ id }) => id)]);

/**
 * Seats that would stand still, or be signed twice by one person, if somebody of the unit filed the service on the day
 * of the setting; nothing for a unit where nobody files it.
 */
export const foreseeSeats = (service: Service, unit: string, setting: Ahead): readonly SeatTrouble[] => {
  const found = setting.staff
    .filter((one) => filesFor(one, service, unit, setting.tree))
    .flatMap((one) => foreseeFor(service, one, setting));
  return [...new Map(found.map((one) => [nameOf(one), one])).values()];
};
