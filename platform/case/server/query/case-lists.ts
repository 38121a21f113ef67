import type { OfficeActor, App } from '@zhitongche/core/server';
import {
  BY_DUE,
  WITHOUT_DUE,
  NOT_CLOSED,
  type CasePage,
  listed,
  type ListFilter,
  type OrderedWay,
  NEWEST,
  OLDEST,
  type Source,
  spanSql,
  underWay,
} from './list-sql.ts';
import { copiedTo, mineSql, seenSql, seenWays, unitsCases, type Way } from './scope.ts';

/** A form that was opened and left: nobody typed in it, copied it or was handed it. It is not yet a matter of anybody's. */
const BLANK = `(f.status = 'draft' and f.title = '' and exists (select from draft d
  where d.office = f.office and d.case_id = f.id and d.revision = 0 and d.opened_from is null))`;

/** Cases the actor filed and, for the unit's clerks and signers, all of the unit's. */
export async function myCases(app: App, actor: OfficeActor, filter: ListFilter): Promise<CasePage> {
  const book = await app.offices.get(actor.office);
  // Of the public also what they entrusted to others, or had typed in at the counter.
  const mine = [actor.id, ...(actor.visitor ? actor.standsInFor.map(({ id }) => id) : [])];
  return await listed(app, actor, filter, (params) => {
    const home = new Set(
      actor.grants.flatMap((grant) => (grant.role === 'filer' || grant.role === 'signer' ? [grant.org] : [])),
    );
    return {
      from: [
        ...[...home].map((unit) => ({
          from: 'case_file f',
          where: `${unitsCases(`f.unit = ${params.add(unit)}::uuid`, { book, services: app.services }, params)} and not ${BLANK}`,
        })),
        ...mine.map((one) => ({
          from: 'case_file f',
          where: `f.applicant = ${params.add(one)}::uuid and not ${BLANK}`,
        })),
      ],
      seat: 'null::text',
      order: NEWEST,
    };
  });
}

/** The actor's inbox by tab: whose turn, what was done, what was copied, what is seen at all. */
export async function inbox(app: App, actor: OfficeActor, filter: ListFilter): Promise<CasePage> {
  const book = await app.offices.get(actor.office);
  return await listed(app, actor, filter, (params): Source => {
    // Called where it is needed: a value no placeholder names makes PostgreSQL refuse the statement.
    const office = () => params.add(actor.office);
    const seat = 'null::text';
    const order = filter.sort === 'oldest' ? OLDEST : NEWEST;
    const tab = filter.tab ?? 'todo';
    switch (tab) {
      case 'todo':
        return {
          // The tasks lead: the planner must not walk over every case of the office.
          from: {
            from: `(select t.case_id, min(t.seat) as seat from task t
              join case_file f on f.office = t.office and f.id = t.case_id
              where t.office = ${office()} and t.status = 'open' and t.ready and ${mineSql(actor, book, params)}
              group by t.case_id) mine
            join case_file f on f.office = ${office()} and f.id = mine.case_id`,
            where: 'true',
          },
          seat: 'mine.seat',
          order: filter.sort === 'newest' || filter.sort === 'oldest' ? order : BY_DUE,
        };
      case 'done':
        return {
          from: [
            {
              ids: [
                `select t.case_id as id from task t where t.office = ${office()}
                  and t.done_by = ${params.add(actor.id)}::uuid and t.status = 'done'`,
                ...spanSql('t.done_at', filter, params),
              ].join(' and '),
            },
          ],
          seat,
          order,
        };
      case 'copied':
        return { from: [copiedTo(office(), `${params.add(actor.id)}::uuid`)], seat, order };
      case 'watch':
      case 'all': {
        // What is under way is never much: each case is looked at.
        if (underWay(filter))
          return {
            from: {
              from: 'case_file f',
              where: `f.status <> 'draft' and ${seenSql(actor, { book, services: app.services }, params)}`,
            },
            seat,
            order: filter.sort === 'due' ? BY_DUE : order,
          };
        // What is closed piles up, and little of it may be one's own.
        const ways = seenWays(actor, { book, services: app.services }, params);
        if (filter.sort !== 'due') return { from: ways, seat, order };
        return { from: ways.flatMap(byDue), seat, order: BY_DUE };
      }
      default:
        return tab satisfies never;
    }
  });
}

/** Only what is under way has a deadline; the rest needs no sorting. */
const byDue = (way: Way): readonly OrderedWay[] => [
  { ...way, only: NOT_CLOSED },
  { ...way, only: 'f.closed_at is not null', order: WITHOUT_DUE },
];
