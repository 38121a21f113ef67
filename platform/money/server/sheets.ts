import { join } from 'node:path';
import { blocking } from '@zhitongche/base';
import { BOOKING } from '@zhitongche/case/server';
import { record } from '@zhitongche/audit/server';
import { type App, idempotent, type OfficeActor, unsound } from '@zhitongche/core/server';
import { spool, tooLarge } from '@zhitongche/file/server';
import { sm3Hex } from '@zhitongche/formats';
import { readSheet } from '@zhitongche/money';
import type { Readable } from 'node:stream';
import { demandBooks } from './ledger.ts';

/**
 * Takes in the day sheet of the bank or the port. The same file, and the same line in another one, changes nothing, and two
 * lines alike in one are two; a line of a day that is closed belongs to the first one that is open.
 * @throws ProblemError: `money.sheet`.
 */
export async function importDaySheet(
  app: App,
  actor: OfficeActor,
  key: string,
  source: 'bank' | 'port',
  file: { readonly name: string; readonly stream: Readable; readonly limit: number },
): Promise<{ fresh: number; known: number; days: string[] }> {
  await demandBooks(app, actor);
  const kept = await spool(file.stream, join(app.config.dataDir, 'spool'), file.limit);
  if (!kept) throw tooLarge(file.limit);
  try {
    const sheets = await app.reader.read('sheets', kept, { name: file.name }, actor.id);
    if (!sheets.ok) throw unsound(sheets.problems, sheets.problems[0]?.code, sheets.problems[0]?.message);
    const read = readSheet(sheets.value.flatMap(({ cells }) => cells));
    if (read.problems.length > 0)
      throw unsound(
        read.problems.slice(0, 50).map((message) =>
          blocking('money.sheet', ['file'], message, 'The sheet cannot be read here', {
            todo: '请改正后重新导入；没有导入任何一行',
          }),
        ),
        'money.sheet',
        read.problems[0],
      );
    const { entries } = read;
    const digest = sm3Hex(`${source}\n${JSON.stringify(entries)}`);
    return await idempotent(app, actor, { key, what: 'importDaySheet', request: digest }, async (query) => {
      const { office } = actor;
      const now = app.clock();
      await query(`select pg_advisory_xact_lock_shared(${BOOKING})`, [office]);
      const first = await query(
        `insert into money_sheet (office, digest, source, name, lines, by_person, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning digest`,
        [office, digest, source, file.name.slice(0, 200), entries.length, actor.id, now],
      );
      const days = [...new Set(entries.map(({ day }) => day))].toSorted();
      if (first.length === 0) return { fresh: 0, known: entries.length, days };
      const fresh = await query(
        `insert into money_sheet_line (office, source, reference, amount, day, nth, memo, digest, booked)
         select $1, $2, l.reference, l.amount, l.day,
           row_number() over (partition by l.reference, l.amount, l.day), l.memo, $3, greatest(l.day, c.next)
         from json_to_recordset($4::json) as l(reference text, amount numeric, day date, memo text),
           (select max(day) + 1 as next from money_day where office = $1) c
         on conflict do nothing returning reference`,
        [office, source, digest, JSON.stringify(entries)],
      );
      await record(query, actor, now, 'money.sheet', `money:${source}`, { lines: fresh.length });
      return { fresh: fresh.length, known: entries.length - fresh.length, days };
    });
  } finally {
    await kept.drop();
  }
}
