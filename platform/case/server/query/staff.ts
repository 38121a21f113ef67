import { addDays, type Day } from '@zhitongche/base';
import type { Staff } from '@zhitongche/case';
import {
  bringsCode,
  countingGrants,
  GRANT_JSON,
  type StoredGrant,
  type CodedDelegation,
  DELEGATION_JSON,
  delegationSoundness,
} from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  readonly expires: string | null;
  readonly grants: readonly StoredGrant[];
}

/** Everybody with an account in use on a day, as they may act on it. */
export interface StaffBook {
  on(day: Day): readonly Staff[];
  /** Days up to the last, the first among them, on which something about anybody changes. */
  changes(first: Day, last: Day): readonly Day[];
}

/** Whose seats are asked about; everybody of the office when absent. */
export interface StaffWanted {
  readonly roles: readonly string[];
  readonly orgs: readonly string[];
  readonly persons: readonly string[];
}

/** Reads accounts, rights and absences from a day on; a right nobody granted is none. */
export async function loadStaff(
  app: App,
  office: string,
  today: Day,
  wanted?: StaffWanted,
): Promise<StaffBook> {
  const arranged = await app.db.query<{ readonly row: CodedDelegation }>(
    `select ${DELEGATION_JSON} as row from delegation d
     where d.office = $1 and d.ended_at is null and d.until_day >= $2::date`,
    [office, today],
  );
  const admitted = await Promise.all(
    arranged.map(({ row }) => app.admission.admits(office, delegationSoundness(app.keys, row))),
  );
  const absences = arranged.flatMap(({ row }, index) => (admitted[index] ? [row] : []));
  const rows = await app.db.query<Row>(
    `select p.id, p.name, p.org, p.expires::text,
       (select coalesce(json_agg(${GRANT_JSON} order by g.id), '[]')
        from role_grant g where g.office = p.office and g.person = p.id and g.status = 'active') as grants
     from person p
     where p.office = $1 and p.status = 'active' and (p.expires is null or p.expires >= $2::date)
       and ($3::text[] is null or p.id = any($5::uuid[]) or p.id = any($6::uuid[]) or exists (
         select 1 from role_grant g where g.office = p.office and g.person = p.id and g.status = 'active'
           and ${bringsCode('$3')} and g.org = any($4::uuid[])))
     order by p.id`,
    [
      office,
      today,
      wanted?.roles ?? null,
      wanted?.orgs ?? [],
      wanted?.persons ?? [],
      absences.flatMap(({ from_person, to_person }) => [from_person, to_person]),
    ],
  );
  const granted = new Map(rows.map((row) => [row.id, countingGrants(app.keys, row.grants)]));
  const on = (day: Day): readonly Staff[] => {
    const now = rows.filter(({ expires }) => expires === null || expires >= day);
    const away = absences.filter((one) => one.from_day <= day && day <= one.until_day);
    return now.map(({ id, name, org }) => ({
      id,
      name,
      org,
      grants: granted.get(id) ?? [],
      away: away.find((one) => one.from_person === id)?.until_day ?? null,
      standsInFor: away.flatMap((one) => {
        const absent = one.to_person === id ? now.find((row) => row.id === one.from_person) : undefined;
        return absent ? [{ id: absent.id, name: absent.name, grants: granted.get(absent.id) ?? [] }] : [];
      }),
    }));
  };
  const changes = (first: Day, last: Day): readonly Day[] => {
    const days = [
      first,
      ...absences.flatMap((one) => [one.from_day, addDays(one.until_day, 1)]),
      ...rows.flatMap(({ expires }) => (expires === null ? [] : [addDays(expires, 1)])),
    ];
    return [...new Set(days)].filter((day) => first <= day && day <= last).toSorted();
  };
  return { on, changes };
}
