import { type OfficeActor, type App, pageOf, readCursor } from '@zhitongche/core/server';

const PAGE = 50;

interface NoticeRow {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  readonly case_id: string | null;
  readonly row_register: string | null;
  readonly row_id: string | null;
  readonly read_at: Date | null;
}

/** The reader's messages, newest first. */
export async function notices(app: App, actor: OfficeActor, cursor: string | undefined) {
  const after = readCursor(cursor, 1);
  const rows = await app.db.query<NoticeRow>(
    `select id, at, text, case_id, row_register, row_id, read_at from notice where office = $1 and person = $2
       and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [actor.office, actor.id, after?.[0] ?? null, PAGE + 1],
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
      row:
        row.row_register === null || row.row_id === null
          ? null
          : { register: row.row_register, id: row.row_id },
      read: row.read_at !== null,
    }),
  );
}

/** Marks messages as read; other people's stay untouched. */
export async function readNotices(app: App, actor: OfficeActor, ids: readonly string[]): Promise<void> {
  await app.db.query(
    'update notice set read_at = $4 where office = $1 and person = $2 and id = any($3::uuid[]) and read_at is null',
    [actor.office, actor.id, ids, app.clock()],
  );
}
