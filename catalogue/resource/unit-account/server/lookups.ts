import { isJsonObject, type Json } from '@zhitongche/base';
import { caseKeys, type LookupProvider, openAnswers } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { Rows, Statement } from '@zhitongche/host';
import { keptPlace } from '@zhitongche/register/server';
import { textIn } from '../../../shared/lookup-rows.ts';
import { BOOK, CLERKS } from '../basis.ts';
import { FILER } from '../filing.ts';

const NO_CASE = '00000000-0000-0000-0000-000000000000';
/** Log-ins of the unit that one filing may name; a guard against programs. */
const MOST = 20;

/** A clerk's grant at the unit. */
const FILES = `exists (select 1 from role_grant g where g.office = p.office and g.person = p.id and g.role = 'filer'
  and g.org = $2 and g.status = 'active')`;

const ACCOUNT: Statement = {
  name: 'unit-account-standing',
  text: `select
    (select json_build_object('stage', k.stage, 'until', k.state->'answers'->>'until') from kept_row k
      where k.office = $1 and k.register = '${BOOK}' and k.org = $2 and k.retired_at is null limit 1) as account,
    ($3 <> '' and exists (select 1 from kept_row k where k.office = $1 and k.register = '${BOOK}' and k.org <> $2
      and k.retired_at is null and k.stage <> 'closed' and k.state->'answers'->>'uscc' = $3)) as taken,
    (select json_build_object('name', s.name, 'open', exists (select 1 from kept_row k where k.office = $1
        and k.register = '${BOOK}' and k.org = s.id and k.stage = 'open' and k.retired_at is null))
      from org o join org s on s.office = o.office and s.id = o.parent
      where o.office = $1 and o.id = $2 and s.kind in ('unit', 'enterprise')) as superior,
    (select coalesce(json_agg(json_build_object('name', k.state->'answers'->>'name',
        'login', k.state->'answers'->>'login', 'stage', k.stage) order by k.id), '[]') from kept_row k
      where k.office = $1 and k.register = '${CLERKS}' and k.org = $2 and k.retired_at is null) as clerks,
    (select coalesce(json_agg(json_build_object('login', p.username, 'id', p.id, 'name', p.name, 'org', p.org,
        'files', p.status = 'active' and ${FILES}) order by p.username), '[]') from person p
      where p.office = $1 and p.username = any($4::text[]) and (p.org = $2 or ${FILES})) as logins,
    (select coalesce(json_agg(json_build_object('id', k.id, 'salt', k.salt, 'answers', k.state->'answers')), '[]')
      from kept_row k where k.office = $1 and k.register = 'attendance' and k.org = $2 and k.stage = 'passed'
        and k.retired_at is null) as attended,
    (select coalesce(json_agg(json_build_object('id', f.id, 'number', coalesce(f.number, ''), 'title', f.title,
        'status', f.status) order by f.id), '[]')
      from person p join case_file f on f.office = p.office and f.applicant = p.id
      where p.office = $1 and p.username = $5 and f.unit = $2 and f.id <> $6::uuid
        and f.status not in ('completed', 'refused', 'cancelled')) as cases`,
};

const FILING: Statement = {
  name: 'unit-account-filer',
  text: `select o.kind in ('unit', 'enterprise') and coalesce(f.status, 'draft') = 'draft' as asked,
    (select json_build_object('stage', k.stage, 'until', k.state->'answers'->>'until') from kept_row k
      where k.office = $1 and k.register = '${BOOK}' and k.org = $2 and k.retired_at is null limit 1) as account,
    (select json_build_object('trainedOn', coalesce(k.state->'answers'->>'trainedOn', ''),
        'trainedUntil', coalesce(k.state->'answers'->>'trainedUntil', ''))
      from person p join kept_row k on k.office = p.office and k.register = '${CLERKS}' and k.org = $2
        and k.state->'answers'->>'login' = p.username and k.stage <> 'left' and k.retired_at is null
      where p.office = $1 and p.id = $3::uuid limit 1) as clerk
    from org o left join case_file f on f.office = o.office and f.id = $4::uuid
    where o.office = $1 and o.id = $2`,
};

interface Attended {
  readonly id: string;
  readonly salt: string | null;
  readonly answers: Answers;
}

const member = (args: Json, name: string): Json | undefined => (isJsonObject(args) ? args[name] : undefined);
const textsAt = (args: Json, name: string): readonly string[] => {
  const value = member(args, name);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, MOST) : [];
};
const first = (rows: Rows): { readonly [key: string]: Json | undefined } => (rows[0] ?? {}) as never;

/** What is on file of the unit that files, and of whoever files for it; of other units only that a code is taken. */
export const ACCOUNT_LOOKUPS: Readonly<Record<string, LookupProvider>> = {
  'unit-account': {
    question: (args, { office, unit, caseId }) => ({
      statement: ACCOUNT,
      values: [
        office,
        unit,
        textIn(member(args, 'uscc')),
        textsAt(args, 'logins'),
        textIn(member(args, 'from')),
        caseId ?? NO_CASE,
      ],
    }),
    answer(rows, _args, { office }, keys) {
      const { attended = [], ...row } = first(rows);
      const trained = (attended as unknown as readonly Attended[])
        .map(({ id, salt, answers }) => openAnswers(answers, caseKeys(keys, salt), keptPlace(office, id)))
        .filter(({ kind }) => kind === 'filer')
        .map(({ name, day }) => ({ name: textIn(name), day: textIn(day) }))
        .toSorted((a, b) => b.day.localeCompare(a.day));
      return { ...row, trained };
    },
  },
  [FILER]: {
    question: (_args, { office, unit, by, caseId }) => ({
      statement: FILING,
      values: [office, unit, by === '' ? NO_CASE : by, caseId ?? NO_CASE],
    }),
    answer: (rows) => ({ ...first(rows) }),
  },
};
