import { addMonths, dayInShanghai } from '@zhitongche/base';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { makePolicyReader, type PolicyReader } from '@zhitongche/office';
import { holdsPersonal, type RegisterKind, ROW_TERM, rowTermKey } from '@zhitongche/register';

/** A row that is over and whose private part is over its term; administrators learn its register and id, nothing of its content. */
export interface DueRow {
  readonly id: string;
  readonly register: string;
  readonly name: string;
  readonly endedAt: Date;
}

/** The first moment of a day in Shanghai. */
export const morning = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** What a row is called in a list of what is due, and where it is held: its register and its id. */
export const rowNumber = ({ name, id }: Pick<DueRow, 'name' | 'id'>): string => `${name} ${id}`;

/** Rows in one list: as many as two persons can look through. */
const MOST = 200;

/** SQL: no hold lasts on the row `k`, nor on the case that has to do with it. */
const NOT_HELD = `not exists (select 1 from case_hold h where h.office = k.office and h.case_id in (k.id, k.case_id) and h.ended_at is null)`;

/** Registers whose rows hold what is private. */
export const personalKinds = ({ registers }: Pick<App, 'registers'>): readonly RegisterKind[] =>
  registers.filter(holdsPersonal);

/** The figures in which a register states its term. */
export const rowTerms = (kind: RegisterKind, book: OfficeConfig, today: string): PolicyReader =>
  makePolicyReader([...kind.policies, ROW_TERM], book.policyRows, [], today);

/** Private parts of rows that are over their term and not held, oldest first. */
export async function dueRows(app: App, office: string): Promise<readonly DueRow[]> {
  const found: DueRow[] = [];
  for (const kind of personalKinds(app)) {
    const rows = await overIn(app, app.db.query, office, kind, null);
    found.push(
      ...rows.map(({ id, ended }) => ({ id, register: kind.code, name: kind.name, endedAt: ended })),
    );
  }
  return found.toSorted((a, b) => a.endedAt.getTime() - b.endedAt.getTime()).slice(0, MOST);
}

/** Whether the private part of one row is still due. */
export const isDue = async (
  app: App,
  query: Query,
  office: string,
  register: string,
  id: string,
): Promise<boolean> => {
  const kind = personalKinds(app).find(({ code }) => code === register);
  return kind !== undefined && (await overIn(app, query, office, kind, id)).length > 0;
};

async function overIn(
  app: App,
  query: Query,
  office: string,
  kind: RegisterKind,
  id: string | null,
): Promise<readonly { readonly id: string; readonly ended: Date }[]> {
  const today = dayInShanghai(app.clock().toISOString());
  const years = rowTerms(kind, await app.offices.get(office), today).number(rowTermKey(kind));
  const cut = morning(addMonths(today, -12 * years));
  const ends = Object.entries(kind.stages?.list ?? {}).flatMap(([stage, one]) => (one.ends ? [stage] : []));
  return await query(
    `select * from (
       select k.id, k.retired_at as ended from kept_row k
       where k.office = $1 and k.register = $2 and k.retired_at < $3 and k.salt <> '' and ${NOT_HELD}
       union all
       select k.id, (k.state->>'stageSince')::timestamptz from kept_row k
       where k.office = $1 and k.register = $2 and k.retired_at is null and k.stage = any($4::text[])
         and (k.state->>'stageSince')::timestamptz < $3 and k.salt <> '' and ${NOT_HELD}) due
     where $5::uuid is null or id = $5 order by ended, id limit ${MOST}`,
    [office, kind.code, cut, ends, id],
  );
}
