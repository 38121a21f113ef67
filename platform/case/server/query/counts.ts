import { dayInShanghai } from '@zhitongche/base';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { lightSql } from './list-sql.ts';
import { Params } from '@zhitongche/host';
import { mineSql, seenSql } from './scope.ts';

/** Numbers beside the inbox's tabs. */
export interface InboxCounts {
  todo: number;
  red: number;
  amber: number;
  copied: number;
  stuck: number;
  unread: number;
}

/** Counts of the actor's inbox, in one statement. */
export async function inboxCounts(app: App, actor: OfficeActor): Promise<InboxCounts> {
  const book = await app.offices.get(actor.office);
  const params = new Params();
  const office = params.add(actor.office);
  const me = params.add(actor.id);
  const today = params.add(dayInShanghai(app.clock().toISOString()));
  const [row] = await app.db.query<InboxCounts>(
    `with mine as (
       select distinct f.id, f.due, f.remind_on from task t join case_file f on f.office = t.office and f.id = t.case_id
       where t.office = ${office} and t.status = 'open' and t.ready and ${mineSql(actor, book, params)}
     )
     select (select count(*) from mine) as todo,
       (select count(*) from mine f where ${lightSql('red', () => today)}) as red,
       (select count(*) from mine f where ${lightSql('amber', () => today)}) as amber,
       (select count(*) from case_copy c where c.office = ${office} and c.person = ${me} and c.read_at is null) as copied,
       (select count(*) from case_file f where f.office = ${office} and f.waiting
          and ${seenSql(actor, { book, services: app.services }, params)}) as stuck,
       (select count(*) from notice n where n.office = ${office} and n.person = ${me} and n.read_at is null) as unread`,
    params.values,
  );
  return row ?? { todo: 0, red: 0, amber: 0, copied: 0, stuck: 0, unread: 0 };
}
