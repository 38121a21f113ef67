import type { App } from '@zhitongche/core/server';
import { cutsOf } from './terms.ts';

/** Parts of an ended case that are deleted by a list. */
export type Part = 'files' | 'personal';

/** An ended case of which something is over its term; administrators learn its number and nothing of its content. */
export interface DueCase {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly closedAt: Date;
  readonly parts: readonly Part[];
}

/** Cases in one list: as many as two persons can look through. */
const MOST = 200;

/** SQL: no hold lasts on the case `f`. */
export const NOT_HELD = `not exists (select 1 from case_hold h where h.office = f.office and h.case_id = f.id and h.ended_at is null)`;

/** What of ended cases is over its term and not held, oldest first. */
export async function dueCases(app: App, office: string): Promise<readonly DueCase[]> {
  const found: DueCase[] = [];
  for (const service of app.services.current) {
    const cuts = await cutsOf(app, office, service);
    const rows = await app.db.query<{
      id: string;
      number: string | null;
      closed_at: Date;
      files: boolean;
      personal: boolean;
    }>(
      `select * from (
         select f.id, f.number, f.closed_at,
           f.closed_at < $3 and exists (select 1 from upload u where u.office = f.office and u.case_id = f.id) as files,
           f.closed_at < $4 and f.salt <> '' as personal
         from case_file f where f.office = $1 and f.service = $2 and f.closed_at < greatest($3::timestamptz, $4::timestamptz)
           and ${NOT_HELD}) due
       where files or personal order by closed_at, id limit ${MOST}`,
      [office, service.code, cuts.files, cuts.personal],
    );
    found.push(
      ...rows.map((row) => ({
        id: row.id,
        number: row.number ?? '',
        service: service.name,
        closedAt: row.closed_at,
        parts: (['files', 'personal'] as const).filter((part) => row[part]),
      })),
    );
  }
  return found.toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime()).slice(0, MOST);
}

/** Ended cases over their term that were begun before cases had keys: what their events hold cannot be taken out. */
export async function withoutKey(app: App, office: string): Promise<number> {
  let n = 0;
  for (const service of app.services.current) {
    const { personal } = await cutsOf(app, office, service);
    const [row] = await app.db.query<{ n: number }>(
      'select count(*) as n from case_file where office = $1 and service = $2 and closed_at < $3 and salt is null',
      [office, service.code, personal],
    );
    n += row?.n ?? 0;
  }
  return n;
}
