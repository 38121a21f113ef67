import type { API, ReplyOf } from '@zhitongche/contract';
import {
  currentSeats,
  filesFor,
  foreseeFor,
  isApplicant,
  isClosed,
  type SeatTrouble,
  troublesOf,
} from '@zhitongche/case';
import { HOME_ROLES, isUnitPost } from '@zhitongche/access';
import type { OfficeActor, App, OfficeConfig } from '@zhitongche/core/server';
import { openCase, type OpenedCase, orgsOf } from '../usecase/open-case.ts';
import { loadStaff } from './staff.ts';

type Line = ReplyOf<(typeof API)['caseSeats']>[number];

/**
 * Why nobody can take an open seat of the case as it stands, and what to do; while the form is still being filled in, which
 * seats of the unit it will come to. Nothing while all is well.
 */
export async function caseSeats(app: App, actor: OfficeActor, id: string): Promise<Line[]> {
  const opened = await openCase(app, actor, id);
  const { book, service, state, today } = opened;
  if (state.step === null) return await seatsOfUnit(app, actor, opened);
  const seats = currentSeats(state).filter((seat) => seat.status === 'open');
  if (seats.length === 0) return [];
  const staff = await loadStaff(app, actor.office, today, {
    roles: seats.flatMap(({ role }) => role ?? []),
    orgs: [...new Set(seats.flatMap(({ org }) => (org === undefined ? [] : upwards(book, org))))],
    persons: seats.flatMap(({ person, trail }) => [
      ...(person ? [person.id] : []),
      ...trail.map((passed) => passed.from.id),
    ]),
  });
  const found = troublesOf(service, state, { tree: book.tree, staff: staff.on(today) });
  const outside = isApplicant(actor, state, service);
  return found.map((one) => (outside && one.org !== state.orgs?.unit ? briefly(one) : lineOf(one)));
}

/**
 * Seats of the filing unit, and of its supervising department, that would stand still if the actor filed now; the
 * offices' own seats are no business of whoever still fills in the form.
 */
async function seatsOfUnit(app: App, actor: OfficeActor, opened: OpenedCase): Promise<Line[]> {
  const { book, loaded, service, state, today, now, policy } = opened;
  if (isClosed(state.status) || !filesFor(actor, service, loaded.unit, book.tree)) return [];
  const orgs = state.orgs ?? orgsOf(book, loaded.unit);
  const own = [orgs.unit, ...(orgs.superior ? [orgs.superior] : [])];
  const wanted = { roles: HOME_ROLES, orgs: own, persons: [actor.id] };
  const staff = (await loadStaff(app, actor.office, today, wanted)).on(today);
  const applicant = staff.find((one) => one.id === actor.id);
  if (!applicant) return [];
  const setting = { now: now.toISOString(), today, tree: book.tree, policy, orgs, staff };
  const found = foreseeFor(service, applicant, setting).filter(
    ({ org, role }) => org !== null && own.includes(org) && isUnitPost(role),
  );
  return [...new Map(found.map((one) => [one.message, lineOf(one)])).values()];
}

const lineOf = ({ kind, message, todo }: SeatTrouble): Line => ({ kind, message, todo });

/** Who of the office is away or alone is the office's own affair; that it stands still is the applicant's too. */
const briefly = ({ kind, title }: SeatTrouble): Line => ({
  kind,
  message: `“${title}”目前没有可以办理的人，办件停在这一环节，不会自动通过。`,
  todo: '请联系受理机关，请其安排人员。',
});

const upwards = ({ tree, orgs }: OfficeConfig, org: string): readonly string[] =>
  orgs.flatMap(({ id }) => (tree.contains(id, org) ? [id] : []));
