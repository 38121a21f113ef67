import { isJsonObject, type Json, plainText } from '@zhitongche/base';
import type { App, OfficeActor, OfficeConfig } from '@zhitongche/core/server';
import {
  type Answers,
  codecOf,
  type Form,
  type PickResolver,
  pickedFrom,
  withoutMasked,
} from '@zhitongche/form';
import { isId, type Query } from '@zhitongche/host';
import { mayOpenRegister, pickedFact, type RegisterReach, rowClearance, seesRow } from '@zhitongche/register';
import { ACCOUNTS, accountsKnown, type KnownAccount } from './accounts.ts';
import { listRows } from './list-rows.ts';
import { openRowData, readRowData } from './read-row.ts';
import { foreignRow, reachOf, registerIn, unknownRow } from './register-in.ts';
import { openPart } from './sealed-kept.ts';

const BY_NAME = new Intl.Collator('zh-CN');

/** Most things offered at a time. */
const OFFERED = 30;

/** What somebody may pick: organisations he works for or reaches, or rows of a register he sees, by part of the name. */
export async function picksFor(app: App, actor: OfficeActor, from: string, q: string) {
  if (from === ACCOUNTS) return await accountPicks(app, actor, q);
  if (from !== 'org') {
    const { items } = await listRows(app, actor, from, { q, order: 'title', limit: OFFERED });
    return items.map(({ id, title, orgName, facts }) => ({
      id,
      title,
      note: [...new Set([orgName, ...facts.map(({ value }) => value)])].filter(Boolean).join('，'),
    }));
  }
  const book = await app.offices.get(actor.office);
  const typed = plainText(q).trim();
  return book.orgs
    .filter(({ id, name }) => reachesOrg(book, actor, id) && plainText(name).includes(typed))
    .sort((a, b) => BY_NAME.compare(a.name, b.name))
    .slice(0, OFFERED)
    .map(({ id, name, parent }) => ({ id, title: name, note: parent === null ? '' : book.orgName(parent) }));
}

/** Colleagues somebody may name: accounts of organisations he works for or reaches. */
async function accountPicks(app: App, actor: OfficeActor, q: string) {
  const book = await app.offices.get(actor.office);
  const orgs = book.orgs.filter(({ id }) => reachesOrg(book, actor, id)).map(({ id }) => id);
  const typed = plainText(q).trim();
  const known = await accountsKnown(app, app.db.query, actor.office, { orgs });
  return known
    .filter(({ name }) => plainText(name).includes(typed))
    .sort((a, b) => BY_NAME.compare(a.name, b.name))
    .slice(0, OFFERED)
    .map(({ id, name, org }) => ({ id, title: name, note: book.orgName(org) }));
}

/** What fills a form once a row is picked: its answers as far as the picker sees them unmasked; what was merged leads on. */
export async function pickedRow(app: App, actor: OfficeActor, from: string, id: string) {
  const { kind, reach } = await registerIn(app, actor, from);
  const data = await followed(app.db.query, actor.office, from, id);
  if (!data) throw unknownRow();
  if (!seesRow(reach, data.org)) throw foreignRow(id);
  if (data.state.retired) throw unknownRow();
  const { row } = openRowData(actor.office, kind, data, app.keys);
  const view = { clearance: rowClearance(reach, row.org) };
  return {
    id: row.id,
    title: kind.title(row.answers),
    answers: withoutMasked(kind.whole, row.answers, view),
  };
}

/** Merges one behind the other that are followed. */
const MOST_MERGES = 10;

/** A row, or what it was merged into. */
async function followed(query: Query, office: string, register: string, id: string) {
  let at = id;
  for (let step = 0; step < MOST_MERGES; step += 1) {
    const data = await readRowData(query, office, register, at);
    if (!data?.state.mergedInto) return data;
    at = data.state.mergedInto.id;
  }
  return undefined;
}

const reachesOrg = ({ tree }: OfficeConfig, actor: OfficeActor, id: string): boolean =>
  actor.org === id ||
  actor.grants.some(({ org }) => {
    const place = tree.get(org);
    return tree.contains(place?.kind === 'division' ? (place.parent ?? org) : org, id);
  });

/** What picks in answers lead to: names of record, and the open answers of rows, for checks. */
export interface PickFacts {
  readonly pick: PickResolver;
  readonly lookup: (name: string) => Json | undefined;
  /** The same for other answers among those asked about. */
  readonly lookupIn: (answers: Answers) => PickFacts['lookup'];
}

/** Which rows of a register whoever picks may see. */
export type Sees = (register: string, org: string) => boolean;

/** What an actor may see, as {@link pickFacts} asks. */
export const seenBy = (app: App, book: OfficeConfig, actor: OfficeActor): Sees => {
  const reaches = new Map<string, RegisterReach>();
  return (register, org) => {
    if (register === ACCOUNTS) return reachesOrg(book, actor, org);
    const kind = app.registers.find(({ code }) => code === register);
    if (!kind) return false;
    const reach = reaches.get(register) ?? reachOf(book, kind, actor);
    reaches.set(register, reach);
    return mayOpenRegister(reach) && seesRow(reach, org);
  };
};

/**
 * Finds what picks in answers name: organisations in memory, rows of registers by one question for all of them. A row its
 * asker may not see is not there.
 */
export async function pickFacts(
  app: Pick<App, 'keys' | 'clock'>,
  query: Query,
  book: OfficeConfig,
  sees: Sees,
  form: Form,
  answers: readonly Answers[],
): Promise<PickFacts> {
  const wanted = pickedFrom(form, answers).filter(({ from }) => from !== 'org');
  if (wanted.length === 0)
    return { pick: book.pick, lookup: () => undefined, lookupIn: () => () => undefined };
  const ids = wanted.flatMap(({ value }) =>
    isJsonObject(value) && typeof value.id === 'string' && isId(value.id) ? [value.id] : [],
  );
  const titles = wanted.flatMap(({ value }) => {
    const name = isJsonObject(value) && value.id === '' ? value.title : value;
    return typeof name === 'string' ? [name.trim()] : [];
  });
  const rows = await query<PickedRow>(
    `select id, register, org, title, state->'answers' as answers, state->'absorbed' as absorbed from kept_row
     where office = $1 and register = any($2::text[]) and retired_at is null
       and (id = any($3::uuid[]) or title = any($4::text[]) or id in (
         select (m.state->'mergedInto'->>'id')::uuid from kept_row m
         where m.office = $1 and m.id = any($3::uuid[]) and m.retired_at is not null))`,
    [book.office, [...new Set(wanted.map(({ from }) => from))], ids, titles],
  );
  const named = wanted.some(({ from }) => from === ACCOUNTS)
    ? await accountsKnown(app, query, book.office, { ids, names: titles })
    : [];
  const seen = [...rows, ...named.map(asPicked)].filter(({ register, org }) => sees(register, org));
  // What was merged leads to what it was merged into.
  const byId = new Map(
    seen.flatMap((row) => [row, ...row.absorbed].map(({ id }) => [`${row.register}/${id}`, row] as const)),
  );
  const byTitle = new Map<string, PickedRow | null>();
  // Two of one title are nobody's to tell apart.
  for (const row of seen) {
    const title = `${row.register}/${row.title}`;
    byTitle.set(title, byTitle.has(title) ? null : row);
  }
  const pick: PickResolver = (from, given) => {
    if (from === 'org') return book.pick(from, given);
    const only = 'id' in given ? byId.get(`${from}/${given.id}`) : byTitle.get(`${from}/${given.title}`);
    return only ? { id: only.id, title: only.title } : undefined;
  };
  const fields = Object.values(form).flatMap(({ fields: own }) => Object.entries(own));
  const lookupIn = (given: Answers) => (name: string) => {
    for (const [key, field] of fields) {
      if (field.kind !== 'pick' || name !== pickedFact(key)) continue;
      const context = { pick, row: () => ({ problems: [] }) };
      const named = codecOf(field).read(field, given[key] ?? null, context).value;
      const row =
        isJsonObject(named) && typeof named.id === 'string'
          ? byId.get(`${field.from}/${named.id}`)
          : undefined;
      return row && jsonOf(row.register === ACCOUNTS ? row.answers : openPart(row.answers));
    }
    return undefined;
  };
  return { pick, lookupIn, lookup: lookupIn(answers.at(-1) ?? {}) };
}

interface PickedRow {
  readonly id: string;
  readonly register: string;
  readonly org: string;
  readonly title: string;
  readonly answers: Answers;
  readonly absorbed: readonly { readonly id: string }[];
}

const asPicked = ({ id, name, org, roles }: KnownAccount): PickedRow => ({
  id,
  register: ACCOUNTS,
  org,
  title: name,
  answers: { name, org, roles: [...roles] },
  absorbed: [],
});

const jsonOf = (answers: Answers): Json => ({ ...answers });
