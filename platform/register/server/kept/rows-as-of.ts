import type { Doer } from '@zhitongche/case';
import { type App, caseKeys } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { applyToRow, type KeptRow, type RegisterKind, type RowEvent } from '@zhitongche/register';
import { keptPlace, openRowEvent } from './sealed-kept.ts';

/** A row as it stood at an instant. */
export interface RowThen {
  readonly row: KeptRow;
  /** Instant of the first event since when its answers have fitted without a break. */
  since(fits: (answers: Answers) => boolean): string;
}

interface Stored {
  readonly row_id: string;
  readonly salt: string | null;
  readonly at: Date;
  readonly doer: Doer;
  readonly body: RowEvent;
}

/** Rows of one organisation as they stood at an instant, in clear, told by their events; those retired then are left out. */
export async function rowsAsOf(
  app: App,
  office: string,
  kind: RegisterKind,
  org: string,
  at: Date,
): Promise<readonly RowThen[]> {
  const events = await app.db.query<Stored>(
    `select e.row_id, r.salt, e.at, e.doer, e.body from kept_row r
     join kept_event e on e.office = r.office and e.row_id = r.id
     where r.office = $1 and r.register = $2 and r.org = $3 and e.at <= $4 order by e.row_id, e.seq`,
    [office, kind.code, org, at],
  );
  const rows = new Map<string, { at: string; row: KeptRow }[]>();
  for (const { row_id: id, salt, at: when, doer, body } of events) {
    const opened = openRowEvent(kind, body, caseKeys(app.keys, salt), keptPlace(office, id));
    const states = rows.get(id) ?? [];
    const happened = { at: when.toISOString(), doer, body: opened };
    const row = applyToRow(id, states.at(-1)?.row ?? null, happened);
    rows.set(id, [...states, { at: happened.at, row }]);
  }
  return [...rows.values()].flatMap((states): readonly RowThen[] => {
    const now = states.at(-1);
    if (!now || now.row.retired) return [];
    return [
      {
        row: now.row,
        since(fits) {
          const before = states.findLastIndex(({ row }) => !fits(row.answers));
          return states[before + 1]?.at ?? now.at;
        },
      },
    ];
  });
}
