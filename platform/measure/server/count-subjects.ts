import { dayInShanghai } from '@zhitongche/base';

import { contributed, openAnyCase } from '@zhitongche/case/server';
import { type App, isErased, lookupDigest } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { CaseMeasures, RowMeasures } from '@zhitongche/measure';
import { rowTimers } from '@zhitongche/register';
import { openRows, timerSetting } from '@zhitongche/register/server';
import { linesOf, sameLines, type StoredLine, shiftsOf } from './subject-lines.ts';

/** A case or row whose lines are counted anew. */
export interface Subject {
  readonly kind: 'case' | 'row';
  readonly id: string;
}

/** A case or row with what it adds as it stands. */
export interface Counted extends Subject {
  readonly org: string;
  readonly lines: readonly StoredLine[];
}

/** Measures by what they count. */
const rowMeasures = (app: App, register: string): RowMeasures['measures'] =>
  app.measures.flatMap((one) =>
    one.kind === 'row-measures' && one.register === register ? one.measures : [],
  );
const caseMeasures = (app: App, service: string): CaseMeasures['measures'] =>
  app.measures.flatMap((one) =>
    one.kind === 'case-measures' && one.service === service ? one.measures : [],
  );

/** Counts some cases and rows anew, as they stand, in the caller's transaction: the past moves where it was corrected, and that is put on record. */
export async function countSubjects(
  app: App,
  query: Query,
  office: string,
  subjects: readonly Subject[],
): Promise<void> {
  const counted = await countAnew(app, query, office, subjects);
  const known = await knownLines(query, office, counted);
  const now = app.clock();
  for (const one of counted)
    await store(
      query,
      office,
      one,
      known.filter(({ subject }) => subject === one.id),
      now,
    );
}

/** What some cases and rows add as they stand; of what was erased, what was counted stays: it is not among them. */
export async function countAnew(
  app: App,
  query: Query,
  office: string,
  subjects: readonly Subject[],
): Promise<readonly Counted[]> {
  const rows = await countRows(app, query, office, idsOf(subjects, 'row'));
  return [...rows, ...(await countCases(app, office, idsOf(subjects, 'case')))];
}

/** The lines kept of some cases and rows. */
export const knownLines = (query: Query, office: string, of: readonly Subject[]) =>
  query<KnownLine>(
    'select subject, measure, seq, day, n::text as n, who, org from measure_line where office = $1 and subject = any($2::uuid[])',
    [office, of.map(({ id }) => id)],
  );

const idsOf = (subjects: readonly Subject[], kind: Subject['kind']): readonly string[] =>
  subjects.flatMap((one) => (one.kind === kind ? [one.id] : []));

/** Apart from the digests by which numbers are found, so that nobody learns of one from the other. */
const digesting =
  (app: App) =>
  (who: string): string =>
    lookupDigest(`measure/${who}`, app.keys);

async function countRows(
  app: App,
  query: Query,
  office: string,
  ids: readonly string[],
): Promise<readonly Counted[]> {
  const book = await app.offices.get(office);
  const standing = (await openRows(app, query, office, ids)).filter(({ row }) => row.erased === undefined);
  return standing.map(({ kind, row }) => ({
    kind: 'row',
    id: row.id,
    org: row.org,
    lines: row.retired
      ? []
      : linesOf(
          rowMeasures(app, kind.code),
          { row, timers: rowTimers(kind, row, timerSetting(book, kind, app.clock())) },
          digesting(app),
        ),
  }));
}

async function countCases(app: App, office: string, ids: readonly string[]): Promise<readonly Counted[]> {
  const counted: Counted[] = [];
  for (const id of ids) {
    const opened = await openAnyCase(app, office, id, { person: id, key: '' });
    const measures = opened ? caseMeasures(app, opened.service.code) : [];
    if (!opened || measures.length === 0 || isErased(opened.loaded.salt)) continue;
    const { state, loaded } = opened;
    const registers = await app.services.registersOf(opened.service);
    const rows = (key: string) =>
      registers.filter((def) => def.key === key).flatMap((def) => contributed(def, opened));
    counted.push({
      kind: 'case',
      id,
      org: loaded.unit,
      lines: linesOf(measures, { state, unit: loaded.unit, rows }, digesting(app)),
    });
  }
  return counted;
}

/** A line kept, with whose it is and where it counts. */
export type KnownLine = StoredLine & { readonly subject: string; readonly org: string };

/** Whether the lines kept of a case or row are what it adds as it stands. */
export const isAsCounted = ({ org, lines }: Counted, kept: readonly KnownLine[]): boolean =>
  sameLines(kept, lines) && kept.every((line) => line.org === org);

async function store(
  query: Query,
  office: string,
  one: Counted,
  before: readonly KnownLine[],
  now: Date,
): Promise<void> {
  if (isAsCounted(one, before)) return;
  await query('delete from measure_line where office = $1 and subject = $2', [office, one.id]);
  if (one.lines.length > 0)
    await query(
      `insert into measure_line (office, measure, subject, kind, seq, org, day, n, who)
       select $1, l.measure, $2, $3, l.seq, $4, l.day, l.n, l.who
       from json_to_recordset($5::json) as l(measure text, seq int, day date, n numeric, who text)`,
      [office, one.id, one.kind, one.org, JSON.stringify(one.lines)],
    );
  const shifts = shiftsOf(before, one.lines, dayInShanghai(now.toISOString()));
  if (shifts.length > 0)
    await query(
      `insert into measure_shift (office, measure, month, at, subject, kind, org, before, after)
       select $1, s.measure, s.month, $2, $3, $4, $5, s.before, s.after
       from json_to_recordset($6::json) as s(measure text, month date, before numeric, after numeric)`,
      [office, now, one.id, one.kind, one.org, JSON.stringify(shifts)],
    );
}
