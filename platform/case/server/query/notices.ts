import type { Fact } from '@zhitongche/case';
import { type OfficeActor, type App, pageOf, readCursor } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { seenSql } from './scope.ts';

const PAGE = 50;
const MOST_FACTS = 6;

interface NoticeRow {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  readonly case_id: string | null;
  /** What lists say of the case; null where the reader does not see it any more. */
  readonly facts: readonly Fact[] | null;
  readonly row_register: string | null;
  readonly row_id: string | null;
  readonly read_at: Date | null;
}

/** The reader's messages, newest first. */
export async function notices(app: App, actor: OfficeActor, cursor: string | undefined) {
  const after = readCursor(cursor, 1);
  const book = await app.offices.get(actor.office);
  const params = new Params();
  const [office, person] = [params.add(actor.office), params.add(actor.id)];
  const rows = await app.db.query<NoticeRow>(
    `select n.id, n.at, n.text, n.case_id, f.facts, n.row_register, n.row_id, n.read_at from notice n
     left join case_file f on f.office = n.office and f.id = n.case_id
       and ${seenSql(actor, { book, services: app.services }, params)}
     where n.office = ${office} and n.person = ${person}${after ? ` and n.id < ${params.add(after[0])}::uuid` : ''}
     order by n.id desc limit ${PAGE + 1}`,
    params.values,
  );
  return pageOf(
    rows,
    PAGE,
    (row) => [row.id],
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      text: row.text,
      case: row.case_id,
      about: aboutOf(row.facts ?? []),
      row:
        row.row_register === null || row.row_id === null
          ? null
          : { register: row.row_register, id: row.row_id },
      read: row.read_at !== null,
    }),
  );
}

/** The case in one line, as lists and cards tell it: who, where, when, what for. */
const aboutOf = (facts: readonly Fact[]): string =>
  facts
    .filter(({ value }) => value !== '')
    .slice(0, MOST_FACTS)
    .map(({ label, value }) => `${label} ${value}`)
    .join(' · ');

/** Marks messages as read; other people's stay untouched. */
export async function readNotices(app: App, actor: OfficeActor, ids: readonly string[]): Promise<void> {
  await app.db.query(
    'update notice set read_at = $4 where office = $1 and person = $2 and id = any($3::uuid[]) and read_at is null',
    [actor.office, actor.id, ids, app.clock()],
  );
}
