import { isJsonObject, plainText } from '@zhitongche/base';
import type { App, OfficeActor, OfficeBook } from '@zhitongche/core/server';
import { type Answers, type Form, type PickResolver, pickedFrom } from '@zhitongche/form';
import type { Query } from '@zhitongche/host';
import { mayOpenRegister, seesRow } from '@zhitongche/register';
import { listRows } from './list-rows.ts';
import { reachOf } from './register-in.ts';

/** Most things offered at a time. */
const OFFERED = 30;

/** What somebody may pick: organisations he works for or reaches, or rows of a register he sees, by part of the name. */
export async function picksFor(app: App, actor: OfficeActor, from: string, q: string) {
  if (from !== 'org') {
    const { items } = await listRows(app, actor, from, { q, order: 'title', limit: OFFERED });
    return items.map(({ id, title, orgName }) => ({ id, title, note: orgName }));
  }
  const book = await app.offices.get(actor.office);
  const typed = plainText(q).trim();
  return book.orgs
    .filter(({ id, name }) => reachesOrg(book, actor, id) && plainText(name).includes(typed))
    .slice(0, OFFERED)
    .map(({ id, name, parent }) => ({ id, title: name, note: parent === null ? '' : book.orgName(parent) }));
}

const reachesOrg = ({ tree }: OfficeBook, actor: OfficeActor, id: string): boolean =>
  actor.org === id ||
  actor.grants.some(({ org }) => {
    const place = tree.get(org);
    return tree.contains(place?.kind === 'division' ? (place.parent ?? org) : org, id);
  });

/**
 * Finds what picks in answers name: organisations in memory, rows of registers by one question for all of them. A row its
 * asker may not see is not there.
 */
export async function pickResolver(
  app: App,
  actor: OfficeActor,
  query: Query,
  book: OfficeBook,
  form: Form,
  answers: readonly Answers[],
): Promise<PickResolver> {
  const wanted = pickedFrom(form, answers).filter(({ from }) => from !== 'org');
  if (wanted.length === 0) return book.pick;
  const ids = wanted.flatMap(({ value }) =>
    isJsonObject(value) && typeof value.id === 'string' && /^[0-9a-f-]{36}$/.test(value.id) ? [value.id] : [],
  );
  const titles = wanted.flatMap(({ value }) => (typeof value === 'string' ? [value.trim()] : []));
  const rows = await query<{ id: string; register: string; org: string; title: string }>(
    `select id, register, org, title from kept_row where office = $1 and register = any($2::text[]) and retired_at is null
       and (id = any($3::uuid[]) or title = any($4::text[]))`,
    [actor.office, [...new Set(wanted.map(({ from }) => from))], ids, titles],
  );
  const seen = rows.filter(({ register, org }) => {
    const kind = app.registers.find(({ code }) => code === register);
    const reach = kind && reachOf(book, kind, actor);
    return reach && mayOpenRegister(reach) && seesRow(reach, org);
  });
  return (from, given) => {
    if (from === 'org') return book.pick(from, given);
    const found = seen.filter(
      (row) => row.register === from && ('id' in given ? row.id === given.id : row.title === given.title),
    );
    const [only] = found;
    return only && found.length === 1 ? { id: only.id, title: only.title } : undefined;
  };
}
