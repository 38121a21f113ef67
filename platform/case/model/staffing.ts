import { type Actor, type OrgTree, type Role, isUnitPost, roleLabel } from '@zhitongche/access';
import { isAdmin, mayHold } from './access-rules.ts';
import type { PersonRef } from './command.ts';
import type { DecisionEnv } from './decision-builder.ts';
import { asksFor, currentSeats, standingIn } from './seats.ts';
import type { Service } from './service.ts';
import type { CaseState, Seat } from './state.ts';
import { isClosed } from './status-words.ts';

/** Somebody with an account in use; `away` is the last day of an absence announced for the day looked at. */
export interface Staff extends Actor {
  readonly away: string | null;
}

/** Why a seat cannot be taken as it should: nobody, only the applicant, one person twice, only people who are away. */
export type TroubleKind = 'empty' | 'own' | 'twice' | 'away';

/** A seat that would stand still, or be signed by whoever signed already, with what to do about it. */
export interface SeatTrouble {
  readonly kind: TroubleKind;
  readonly step: string;
  /** Title of the step as screens show it. */
  readonly title: string;
  readonly role: Role;
  /** Where the role is sought; null = the office has no such division. */
  readonly org: string | null;
  /** Whom it is about; nobody when the seat is empty. */
  readonly persons: readonly PersonRef[];
  readonly message: string;
  readonly todo: string;
}

/** What seats are looked at with: the organisations, and everybody who could sit there. */
export interface StaffedSetting extends Pick<DecisionEnv, 'tree'> {
  readonly staff: readonly Staff[];
}

const ref = ({ id, name, org }: Staff): PersonRef => ({ id, name, org });

/** Names the trouble in a sentence and says who can mend it. */
export const trouble = (
  at: Pick<SeatTrouble, 'kind' | 'step' | 'title' | 'role' | 'org'>,
  persons: readonly Staff[],
  tree: Pick<OrgTree, 'get'>,
): SeatTrouble => {
  const post = roleLabel(at.role);
  const place = at.org === null ? undefined : tree.get(at.org)?.name;
  const names = persons.map(({ name }) => name).join('、');
  const until = persons.flatMap(({ away }) => away ?? []).toSorted()[0];
  const grant = `请安全管理员把${place ?? '该处室'}的“${post}”${persons.length === 0 ? '授予一人' : '另授一人'}，由系统管理员确认`;
  const words: Readonly<Record<TroubleKind, readonly [string, string]>> = {
    empty: [
      place === undefined
        ? `“${at.title}”无人可办：机构中没有这一环节所需的处室。`
        : `“${at.title}”无人可办：${place}没有在用的${post}。`,
      place === undefined
        ? '请系统管理员在“机构”中设立该处室，再由安全管理员授予角色；在此之前办件停在这一环节，不会自动通过。'
        : `${grant}；在此之前办件停在这一环节，不会自动通过。`,
    ],
    own: [
      `“${at.title}”只有申请人本人可办：${names}不能审批自己的申报。`,
      `${grant}；在此之前办件停在这一环节，不会自动通过。`,
    ],
    twice: [
      `“${at.title}”只有${names}可办，而同一办件的另一席位也由${names}签署。`,
      `${grant}；或由${names}转办给他人。`,
    ],
    away: [
      `“${at.title}”无人在岗：${names}外出${until === undefined ? '' : `至${until}`}，没有可以代办的人。`,
      `请${names}在“外出委托”中另托一人，或转办；也可${grant}。`,
    ],
  };
  const [message, todo] = words[at.kind];
  return { ...at, persons: persons.map(ref), message, todo };
};

/** Those who could act in the seat now, of whom `present` are not away. */
export const ableFor = (seat: Seat, state: CaseState, { tree, staff }: StaffedSetting) => {
  const able = staff.filter((one) => standingIn(one, seat, state, { tree }) !== undefined);
  return { able, present: able.filter((one) => one.away === null) };
};

/** What is wrong with a seat, looked at by itself; undefined while somebody present can take it. */
export const standstill = (
  seat: Seat,
  state: CaseState,
  setting: StaffedSetting,
): { readonly kind: TroubleKind; readonly persons: readonly Staff[] } | undefined => {
  const { able, present } = ableFor(seat, state, setting);
  if (present.length > 0) return undefined;
  if (able.length > 0) return { kind: 'away', persons: able };
  const holders = setting.staff.filter((one) => !isAdmin(one) && mayHold(one, seat, setting.tree));
  const others = holders.filter((one) => !asksFor(state, one.id));
  if (holders.length === 0) return { kind: 'empty', persons: [] };
  return others.length === 0 ? { kind: 'own', persons: holders } : { kind: 'twice', persons: others };
};

/** A seat somebody can take, but only a person who signed another seat of this case. */
const signedElsewhere = (seat: Seat, state: CaseState, setting: StaffedSetting): Staff | undefined => {
  const [only, ...more] = ableFor(seat, state, setting).present;
  if (!only || more.length > 0 || seat.applicant || seat.addedBy !== undefined) return undefined;
  const signed = state.seats.some(
    (other) =>
      other.id !== seat.id &&
      other.verdict !== undefined &&
      other.doer?.id === only.id &&
      (other.role !== seat.role || other.org !== seat.org) &&
      !(
        other.role !== undefined &&
        isUnitPost(other.role) &&
        seat.role !== undefined &&
        isUnitPost(seat.role)
      ),
  );
  return signed ? only : undefined;
};

/** Open seats of a running case nobody should wait for: each says what to do; empty when all is well. */
export const troublesOf = (
  service: Service,
  state: CaseState,
  setting: StaffedSetting,
): readonly SeatTrouble[] => {
  if (state.step === null || isClosed(state.status)) return [];
  const step = state.step;
  const title = service.flow.steps[step]?.title ?? step;
  return currentSeats(state).flatMap((seat) => {
    if (seat.status !== 'open' || seat.role === undefined) return [];
    const at = { step, title, role: seat.role, org: seat.org ?? null };
    const found = standstill(seat, state, setting);
    if (found) return [trouble({ ...at, kind: found.kind }, found.persons, setting.tree)];
    const again = signedElsewhere(seat, state, setting);
    return again ? [trouble({ ...at, kind: 'twice' }, [again], setting.tree)] : [];
  });
};
