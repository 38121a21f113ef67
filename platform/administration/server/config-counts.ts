import type { Query } from '@zhitongche/host';

/** What is counted at once for the look at an office's configuration. */
export interface ConfigCounts {
  readonly unsealed: Date | null;
  readonly waiting: number;
  readonly failing: number;
  readonly stuck: number;
  readonly version: string;
  readonly administrators: number;
  /** Names that stand for administrators of more than one kind. */
  readonly twins: readonly string[];
  readonly unconfirmed: number;
}

/** Counts of an office that only the database knows; `before` = jobs due earlier than this should be done. */
export const configCounts = async (
  query: Query,
  office: string,
  before: Date,
  today: string,
): Promise<ConfigCounts | undefined> => {
  const [counts] = await query<ConfigCounts>(
    `select
       (select min(a.at) from audit a where a.office = $1 and a.xid > coalesce(
          (select s.upto_xid from audit_seal s where s.office = $1 order by s.seq desc limit 1), '0'::xid8)) as unsealed,
       (select count(*) from outbox where office = $1 and run_after < $2) as waiting,
       (select count(*) from outbox where office = $1 and attempts > 0) as failing,
       (select count(*) from case_file where office = $1 and waiting and status = 'stuck') as stuck,
       current_setting('server_version') as version,
       (select count(distinct g.role) from role_grant g join person p on p.office = g.office and p.id = g.person
        where g.office = $1 and g.status = 'active' and g.role like '%-admin' and p.status = 'active'
          and (p.expires is null or p.expires >= $3::date)) as administrators,
       array(select distinct p.name from role_grant g join person p on p.office = g.office and p.id = g.person
        join role_grant o on o.office = g.office and o.status = 'active' and o.role like '%-admin' and o.role <> g.role
        join person q on q.office = o.office and q.id = o.person and q.status = 'active' and q.id <> p.id
          and replace(q.name, ' ', '') = replace(p.name, ' ', '')
        where g.office = $1 and g.status = 'active' and g.role like '%-admin' and p.status = 'active') as twins,
       (select count(distinct g.person) from role_grant g join person p on p.office = g.office and p.id = g.person
        where g.office = $1 and g.status = 'active' and g.role like '%-admin' and not p.totp_confirmed) as unconfirmed`,
    [office, before, today],
  );
  return counts;
};
