import type { App } from '@zhitongche/core/server';
import { countAnew, isAsCounted, type KnownLine, knownLines, type Subject } from './count-subjects.ts';
import { type CountedSort, countedSorts, FIRST, nextSubjects } from './project-measures.ts';

const PAGE = 100;

/** What the lines behind every measure came to when all of them were counted anew; reads only. */
export interface MeasuresVerified {
  /** Cases and rows counted anew. */
  readonly checked: number;
  /** One sentence for each that adds something else than its lines say. */
  readonly broken: readonly string[];
}

/** Counts what every case and row adds to the measures anew, and compares it with the lines kept. */
export async function verifyMeasures(app: App, office: string): Promise<MeasuresVerified> {
  const built = await app.db.query<{ of: string; editions: string }>(
    'select of, editions from measure_built where office = $1 and done',
    [office],
  );
  const broken: string[] = [];
  let checked = 0;
  for (const sort of countedSorts(app)) {
    // What is still being counted, or anew, is told where it is read.
    if (!built.some(({ of, editions }) => of === sort.of && editions === sort.editions)) continue;
    for (let after = FIRST; ; ) {
      const page = await nextSubjects(app.db.query, office, sort, after, PAGE);
      broken.push(...(await faultsOf(app, office, sort, page)));
      checked += page.length;
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) break;
    }
  }
  return { checked, broken: [...broken, ...(await strays(app, office))] };
}

async function faultsOf(
  app: App,
  office: string,
  sort: CountedSort,
  page: readonly Subject[],
): Promise<readonly string[]> {
  const counted = await countAnew(app, app.db.query, office, page);
  const kept = await knownLines(app.db.query, office, counted);
  const off = counted.filter((one) => !isAsCounted(one, linesOf(kept, one)));
  const behind = await acted(app, office, off);
  return off
    .filter(({ id }) => !behind.has(id))
    .map(
      ({ id }) => `指标所计的${sort.kind === 'row' ? '台账条目' : '办件'} ${id} 与按记录重新计数的结果不同`,
    );
}

const linesOf = (kept: readonly KnownLine[], { id }: Subject): readonly KnownLine[] =>
  kept.filter(({ subject }) => subject === id);

/** Those of some cases and rows that were acted on since the measures last followed. */
async function acted(app: App, office: string, of: readonly Subject[]): Promise<ReadonlySet<string>> {
  if (of.length === 0) return new Set();
  const rows = await app.db.query<{ id: string }>(
    `select s.id::text as id from unnest($2::uuid[]) as s (id)
     where exists (select 1 from audit a where a.office = $1
       and a.xid > coalesce((select upto_xid from follower where office = $1 and name = 'measures'), '0'::xid8)
       and (a.object = 'case:' || s.id or exists (select 1 from jsonb_array_elements(a.detail->'heads') h where h->>0 = s.id::text)))`,
    [office, of.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Lines of cases, rows and answers that are not there, and of answers that say otherwise. */
async function strays(app: App, office: string): Promise<readonly string[]> {
  const rows = await app.db.query<{ measure: string; subject: string }>(
    `select distinct l.measure, l.subject from measure_line l where l.office = $1
       and not exists (select 1 from case_file f where f.office = l.office and f.id = l.subject and l.kind = 'case')
       and not exists (select 1 from kept_row k where k.office = l.office and k.id = l.subject and l.kind = 'row')
       and not exists (select 1 from survey_answer a where a.office = l.office and a.id = l.subject and l.kind = 'answer'
         and l.n = a.satisfied::int and l.day = a.day) limit 100`,
    [office],
  );
  return rows.map(
    ({ measure, subject }) => `指标 ${measure} 计有一件不存在或所记不符的办件、条目或答卷（${subject}）`,
  );
}
