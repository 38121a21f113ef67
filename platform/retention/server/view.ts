import type { API, ReplyOf } from '@zhitongche/contract';
import { dayInShanghai } from '@zhitongche/base';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { dueCases, withoutKey } from './due.ts';
import { dueRows, rowNumber } from './due-rows.ts';
import { statedTerms } from './terms.ts';

/** What the three administrators see of retention: terms, what is due, what is held; numbers of cases, never their content. */
export async function retentionView(
  app: App,
  { office }: OfficeActor,
): Promise<ReplyOf<(typeof API)['retention']>> {
  const held = await app.db.query<{
    id: string;
    number: string | null;
    register: string | null;
    row: string | null;
    reason: string;
    name: string | null;
    at: Date;
  }>(
    `select h.id, f.number, k.register, k.id as row, h.reason, p.name, h.at from case_hold h
     left join case_file f on f.office = h.office and f.id = h.case_id
     left join kept_row k on k.office = h.office and k.id = h.case_id
     left join person p on p.office = h.office and p.id = h.by_person
     where h.office = $1 and h.ended_at is null order by h.at`,
    [office],
  );
  const nameOf = (register: string | null): string =>
    app.registers.find(({ code }) => code === register)?.name ?? '';
  return {
    terms: (await statedTerms(app, office)).map((term) => ({ ...term })),
    due: [
      ...(await dueCases(app, office)).map((row) => ({
        id: row.id,
        number: row.number,
        service: row.service,
        closedOn: dayInShanghai(row.closedAt.toISOString()),
        parts: [...row.parts],
      })),
      ...(await dueRows(app, office)).map((row) => ({
        id: row.id,
        number: rowNumber(row),
        service: row.name,
        closedOn: dayInShanghai(row.endedAt.toISOString()),
        parts: ['personal' as const],
      })),
    ],
    held: held.map((row) => ({
      id: row.id,
      number: row.number ?? (row.row === null ? '' : rowNumber({ name: nameOf(row.register), id: row.row })),
      reason: row.reason,
      by: row.name ?? '',
      at: row.at.toISOString(),
    })),
    withoutKey: await withoutKey(app, office),
  };
}
