import type { API, ReplyOf } from '@zhitongche/contract';
import { addDays, dayInShanghai } from '@zhitongche/base';
import { caseOrgsOf, filingUnits, foreseeSeats, type SeatTrouble, type Service } from '@zhitongche/case';
import { roleLabel } from '@zhitongche/access';
import type { OfficeActor, App, OfficeConfig } from '@zhitongche/core/server';
import { loadStaff } from '@zhitongche/case/server';
import { staffingPolicy } from './staffing-policies.ts';

type Reply = ReplyOf<(typeof API)['seatsAhead']>;
type Line = Reply['lines'][number];

/** Names of units shown beside a line; the rest is a number. */
const NAMED = 5;

interface Found {
  readonly trouble: SeatTrouble;
  readonly service: Service;
  readonly from: string;
  readonly titles: Set<string>;
  readonly units: Set<string>;
}

/**
 * Seats that would be empty, held by the applicant alone, twice by one person or by people away, from today until the
 * days looked ahead are over, each with the first day it would be so; services nobody files are passed over.
 */
export async function seatsAhead(app: App, { office }: Pick<OfficeActor, 'office'>): Promise<Reply> {
  const now = app.clock().toISOString();
  const today = dayInShanghai(now);
  const book = await app.offices.get(office);
  const until = addDays(today, staffingPolicy(book.policyRows, today).aheadDays);
  const staff = await loadStaff(app, office, today);
  const found = new Map<string, Found>();
  for (const day of staff.changes(today, until)) {
    const people = staff.on(day);
    for (const card of app.services.current) {
      const units = new Set(people.flatMap((one) => filingUnits(one, card, book.tree)));
      const service = units.size > 0 ? await app.services.latest(card.code) : undefined;
      if (!service) continue;
      for (const unit of units) {
        const orgs = caseOrgsOf(book.tree, unit, book.orgs);
        if (!orgs) continue;
        const policy = book.policy(service, unit, day);
        const setting = { now, today: day, tree: book.tree, policy, orgs, staff: people };
        for (const trouble of foreseeSeats(service, unit, setting)) note(found, service, trouble, unit, day);
      }
    }
  }
  return { today, until, lines: [...found.values()].map((one) => lineOf(book, one)).toSorted(urgent) };
}

function note(
  found: Map<string, Found>,
  service: Service,
  trouble: SeatTrouble,
  unit: string,
  from: string,
): void {
  const { kind, role, org, persons } = trouble;
  const key = JSON.stringify([service.code, kind, role, org, persons.map(({ id }) => id)]);
  const known = found.get(key) ?? {
    trouble,
    service,
    from,
    titles: new Set<string>(),
    units: new Set<string>(),
  };
  known.titles.add(trouble.title);
  known.units.add(unit);
  found.set(key, known);
}

const urgent = (a: Line, b: Line): number => a.from.localeCompare(b.from) || b.units.count - a.units.count;

const lineOf = (book: OfficeConfig, { trouble, service, from, titles, units }: Found): Line => ({
  kind: trouble.kind,
  service: service.name,
  steps: [...titles],
  role: roleLabel(trouble.role),
  org: trouble.org === null ? null : book.orgName(trouble.org),
  persons: trouble.persons.map(({ name }) => name),
  message: trouble.message,
  todo: trouble.todo,
  from,
  units: { count: units.size, some: [...units].slice(0, NAMED).map((id) => book.orgName(id)) },
});
