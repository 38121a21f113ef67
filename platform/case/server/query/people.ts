import { DESK_ROLES, isRole, isUnitPost, type Grant, ROLES, roleLabel } from '@zhitongche/access';
import { filerRoles, isAdmin, ownAt, ownServices } from '@zhitongche/case';
import { countingGrants, GRANT_JSON, type StoredGrant } from '@zhitongche/account/server';
import { dayInShanghai, type Json } from '@zhitongche/base';
import { type OfficeActor, type App, caseKeys, openAnswers } from '@zhitongche/core/server';
import { casePlace } from '../case/sealed.ts';
import type { StoredContent } from '../store/case-read.ts';
import { maySee, openCase, type OpenedCase } from '../usecase/open-case.ts';

const MOST = 30;

/** Acts that bring somebody in who need not see the case before: being named is what opens it to them. */
const BRINGING_IN: readonly string[] = ['add-before', 'add-after', 'copy'];

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  readonly grants: readonly StoredGrant[];
  readonly until: string | null;
}

/**
 * People an act may name: colleagues of the own unit for units, everybody at the offices for the offices. For a case
 * only those with a desk on its way: to hand a seat on, those who see the case already; to add a signer or send a copy,
 * also the other divisions, but never another city's office.
 */
export async function people(
  app: App,
  actor: OfficeActor,
  asked: {
    readonly q?: string | undefined;
    readonly case?: string | undefined;
    readonly act?: string | undefined;
  },
) {
  // Persons who file for themselves hand nothing on, and are named by nobody.
  if (isAdmin(actor) || actor.grants.every(({ role }) => role === 'applicant' || role === 'visitor'))
    return [];
  const book = await app.offices.get(actor.office);
  const home = actor.grants.every((grant) => isUnitPost(grant.role));
  const orgs = home
    ? actor.grants.map((grant) => grant.org)
    : book.orgs.flatMap((org) => (org.kind === 'unit' || org.kind === 'enterprise' ? [] : [org.id]));
  const q = asked.q?.trim() ?? '';
  const places = q === '' ? [] : orgs.filter((id) => book.orgName(id).includes(q));
  const posts =
    q === '' ? [] : Object.keys(ROLES).filter((role) => isRole(role) && roleLabel(role).includes(q));
  const opened = asked.case ? await openCase(app, actor, asked.case) : null;
  const rows = await app.db.query<PersonRow>(
    `select p.id, p.name, p.org,
       (select coalesce(json_agg(${GRANT_JSON} order by g.id), '[]') from role_grant g
         where g.office = p.office and g.person = p.id and g.status = 'active') as grants,
       (select max(d.until_day)::text from delegation d where d.office = p.office and d.from_person = p.id
          and d.ended_at is null and $4::date between d.from_day and d.until_day) as until
     from person p
     where p.office = $1 and p.status = 'active' and p.org = any($2::uuid[]) and p.id <> $3
       and ($5::uuid is null or p.id <> $5)
       and ($6 = '' or position(lower($6) in lower(p.name)) > 0 or p.org = any($7::uuid[])
         or exists (select 1 from role_grant g where g.office = p.office and g.person = p.id
           and g.status = 'active' and (g.role = any($8::text[]) or exists (select 1 from office_role r
             where r.office = g.office and r.role = g.role and r.status = 'active' and position($6 in r.label) > 0))))
       and not exists (select 1 from role_grant g where g.office = p.office and g.person = p.id
         and g.status = 'active' and g.role like '%-admin')
       and not coalesce((select bool_and(g.role = 'applicant') from role_grant g
         where g.office = p.office and g.person = p.id and g.status = 'active'), false)
     order by p.name collate "zh-x-icu", p.id limit $9`,
    [
      actor.office,
      orgs,
      actor.id,
      dayInShanghai(app.clock().toISOString()),
      opened?.loaded.applicant ?? null,
      q,
      places,
      posts,
      // Who sees a case is the kernel's to say, so the cut comes after it.
      opened ? null : MOST,
    ],
  );
  const able = rows.map((row) => ({ ...row, grants: countingGrants(app.keys, row.grants) }));
  const fit = opened ? able.filter((row) => fits(row, opened, asked.act)) : able;
  return fit.slice(0, MOST).map((row) => ({
    id: row.id,
    name: row.name,
    org: book.orgName(row.org),
    roles: [...new Set(row.grants.map((grant) => grant.called ?? roleLabel(grant.role)))],
    absentUntil: row.until,
  }));
}

function fits(
  person: Omit<PersonRow, 'grants'> & { readonly grants: readonly Grant[] },
  opened: OpenedCase,
  act: string | undefined,
): boolean {
  const desks = person.grants.filter((grant) => DESK_ROLES.includes(grant.role));
  if (desks.length === 0) return false;
  // On their own rights: whoever stands in for somebody today may not tomorrow.
  if (maySee({ ...person, standsInFor: [] }, opened)) return true;
  const { tree } = opened.book;
  return (
    act !== undefined &&
    BRINGING_IN.includes(act) &&
    desks.some(({ org }) => tree.get(org)?.kind === 'division' || tree.contains(org, opened.loaded.unit))
  );
}

type Row = Readonly<Record<string, Json | undefined>>;

/** Applications of the unit that prefilled people are taken from, newest first. */
const CASES_BACK = 30;

/** People of the own unit's earlier applications, each once with the newest details, for filling in a new one. */
export async function travellers(app: App, actor: OfficeActor, q: string | undefined): Promise<Row[]> {
  const units = actor.grants.flatMap((grant) => (grant.role === 'filer' ? [grant.org] : []));
  if (units.length === 0) return [];
  const { root } = await app.offices.get(actor.office);
  // What somebody else files, a person for himself or an officer of another trade, is not the clerk's to draw from.
  const ofClerks = app.services.all
    .filter((service) => ownAt(service) !== 'anywhere' && filerRoles(service).includes('filer'))
    .map(({ code }) => code);
  const rows = await app.db.query<{
    id: string;
    service: string;
    version: number;
    salt: string | null;
    content: StoredContent;
  }>(
    `select f.id, f.service, f.version, f.salt, json_build_object('answers', e.body->'answers', 'derived', null) as content
     from (select office, id, service, version, salt, content_seqs[cardinality(content_seqs)] as seq from case_file
         where office = $1 and unit = any($2::uuid[]) and cardinality(content_seqs) > 0 and service = any($3::text[])
           and (unit <> $4::uuid or service <> all($5::text[]))
         order by id desc limit ${CASES_BACK}) f
       join case_event e on e.office = f.office and e.case_id = f.id and e.seq = f.seq
     order by f.id desc`,
    [actor.office, units, ofClerks, root.id, ownServices(app.services.all, 'office')],
  );
  const found = new Map<string, Row>();
  for (const row of rows) {
    const service = await app.services.get(row.service, row.version);
    if (!service) continue;
    const answers = openAnswers(
      row.content.answers,
      caseKeys(app.keys, row.salt),
      casePlace(actor.office, row.id),
    );
    for (const section of Object.values(service.form))
      for (const [key, field] of Object.entries(section.fields)) {
        if (field.kind !== 'table') continue;
        const id = Object.entries(field.columns).find(([, column]) => column.kind === 'citizen-id')?.[0];
        if (id === undefined) continue;
        for (const person of listOf(answers[key])) {
          const number = person[id];
          if (typeof number === 'string' && !found.has(number)) found.set(number, person);
        }
      }
  }
  const wanted = q?.trim() ?? '';
  return [...found.values()]
    .filter(
      (person) =>
        wanted === '' || Object.values(person).some((v) => typeof v === 'string' && v.includes(wanted)),
    )
    .slice(0, MOST);
}

const listOf = (value: Json | undefined): readonly Row[] =>
  Array.isArray(value)
    ? value.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row))
    : [];
