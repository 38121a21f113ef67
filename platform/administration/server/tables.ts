import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { type Problem, dayInShanghai, isDay } from '@zhitongche/base';
import { namesRepository, undrawnIn } from '@zhitongche/case';
import { sm3Hex } from '@zhitongche/formats';
import { type OfficeActor, type App, ProblemError, unsound } from '@zhitongche/core/server';
import { record, nameSettings } from '@zhitongche/audit/server';
import { fault, repositoryAsSource } from '@zhitongche/account/server';
import { officeChanged } from './office-changed.ts';
import { printedProblems } from './printed.ts';
import { tableEnds } from './table-ends.ts';

/** The reference tables at hand, newest version of each first. */
export async function listTables(app: App, actor: OfficeActor): Promise<ReplyOf<(typeof API)['tables']>> {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const ends = new Map(tableEnds(book, today).map(({ table, text, over }) => [table, { text, over }]));
  const inForce = (name: string) => book.tables.find((each) => each.name === name && each.validFrom <= today);
  return book.tables.map((table) => ({
    table: table.name,
    title: table.title,
    rows: table.rows.length,
    validFrom: table.validFrom,
    source: table.source,
    ends: inForce(table.name) === table ? (ends.get(table.name) ?? null) : null,
  }));
}

/**
 * Loads a version of a reference table valid from a day on; a version in force is never rewritten.
 * @throws ProblemError: `table.version-exists`; every problem of what was asked, at once.
 */
export async function putTable(
  app: App,
  actor: OfficeActor,
  name: string,
  body: BodyOf<(typeof API)['putTable']>,
): Promise<void> {
  const book = await app.offices.get(actor.office);
  const before = book.tables.find((table) => table.name === name);
  const problems = [
    ...objections(app, name, body, before?.rows[0]),
    ...printedProblems(app, [['rows', '表中文字', undrawnIn(body.rows, app.glyphs.draws).join('')]]),
  ];
  if (problems.length > 0) throw unsound(problems);
  const rows = JSON.stringify(body.rows);
  const digest = sm3Hex(rows);
  await app.db.tx(async (query) => {
    const made = await query(
      `insert into ref_table (office, name, valid_from, title, source, rows, digest, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning name`,
      [actor.office, name, body.validFrom, before?.title ?? name, body.source, rows, digest, app.clock()],
    );
    if (made.length === 0) {
      const [known] = await query<{ digest: string }>(
        'select digest from ref_table where office = $1 and name = $2 and valid_from = $3',
        [actor.office, name, body.validFrom],
      );
      if (known?.digest === digest) return;
      throw new ProblemError(
        409,
        'table.version-exists',
        `该表已有自 ${body.validFrom} 起施行的版本，不能改写；如需更正，请另设施行日期。`,
        'A version valid from that day exists and is not rewritten.',
      );
    }
    await record(query, actor, app.clock(), 'table.put', `table:${name}`, {
      validFrom: body.validFrom,
      rows: body.rows.length,
      digest,
    });
    await nameSettings(app, query, actor.office, 'tables');
    await officeChanged(app, query, actor.office);
  });
}

function objections(
  app: App,
  name: string,
  body: BodyOf<(typeof API)['putTable']>,
  sample: object | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  const known = [...app.services.all, ...app.registers].some(({ facts }) => facts.tables.includes(name));
  if (!known && !sample)
    problems.push(fault('table.refused', '', '没有事项使用这张表。', 'No service uses this table.'));
  if (!isDay(body.validFrom))
    problems.push(fault('table.refused', 'validFrom', '施行日期不存在。', 'No such day.'));
  if (body.rows.length === 0)
    problems.push(fault('table.refused', 'rows', '表中没有行。', 'The table has no rows.'));
  if (namesRepository(body.source)) problems.push(repositoryAsSource('table.refused', 'source'));
  const columns = Object.keys(sample ?? {});
  for (const [index, row] of body.rows.entries()) {
    if (typeof row.source === 'string' && namesRepository(row.source))
      problems.push({ ...repositoryAsSource('table.refused', 'rows'), at: ['rows', index, 'source'] });
    const missing = columns.filter((column) => !Object.hasOwn(row, column));
    // A column only some rows carry is fine; a row that shares none is another table.
    if (columns.length > 0 && missing.length === columns.length)
      problems.push({
        ...fault(
          'table.refused',
          'rows',
          `第 ${index + 1} 行没有一列与现行表相同。`,
          'The row shares no column with the table.',
        ),
        at: ['rows', index],
      });
    if (problems.length >= 50) break;
  }
  return problems;
}
