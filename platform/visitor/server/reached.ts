import { dayInShanghai } from '@zhitongche/base';
import type { Outsiders, Reached } from '@zhitongche/core/server';
import { partyPlace, unsealed, visitorPlace } from './sealed.ts';

interface Found {
  readonly person: string;
  readonly account: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly language: 'zh' | 'en';
  readonly counter: boolean;
}

// Accounts themselves, those who act today for an enterprise or in a matter entrusted to them, and who left a telephone at the counter.
const REACHED = `
  select v.id as person, v.id as account, v.mail, v.phone, v.language, false as counter from visitor v
    where v.office = $1 and v.id = any($2::uuid[]) and v.status = 'active'
  union all
  select l.party, v.id, v.mail, v.phone, v.language, false from visitor_link l
    join visitor v on v.office = l.office and v.id = l.visitor and v.status = 'active'
    where l.office = $1 and l.party = any($2::uuid[]) and l.status = 'active' and l.from_day <= $3::date and l.until_day >= $3::date
  union all
  select p.id, p.id, null, p.phone, 'zh', true from visitor_party p
    where p.office = $1 and p.id = any($2::uuid[]) and p.kind = 'counter' and p.principal is null`;

/** Where people of the public are reached: at the addresses they have proven, or the telephone they left at the counter. */
export const reachedVisitors: Outsiders = async (app, query, office, people) => {
  if (people.length === 0) return [];
  const today = dayInShanghai(app.clock().toISOString());
  const rows = await query<Found>(REACHED, [office, people, today]);
  return rows.flatMap(({ person, account, mail, phone, language, counter }): readonly Reached[] => {
    const number = counter
      ? unsealed(app, phone, partyPlace(office, account, 'phone'))
      : unsealed(app, phone, visitorPlace(office, account, 'phone'));
    const address = unsealed(app, mail, visitorPlace(office, account, 'mail'));
    const at = { person, account, language };
    return [
      ...(address === undefined ? [] : [{ ...at, channel: 'mail' as const, to: address }]),
      // Who has a mailbox is told there: a text message costs the office money each.
      ...(number === undefined || address !== undefined
        ? []
        : [{ ...at, channel: 'sms' as const, to: number }]),
    ];
  });
};
