import { execution } from '@zhitongche/budget/server';
import { indicatorCatalogue } from '@zhitongche/budget/model/model/catalogue.ts';
import { type App, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import { type CeilingHere, type Facts, type MeasuredHere, NOTHING_YET } from '@zhitongche/indicator';
import { seenMeasures, sumsByWeek, unfinished, type WeekSum } from '@zhitongche/measure/server';
import type { RegisterKind, Targets } from '@zhitongche/register';
import { openAnswersIn } from '@zhitongche/register/server';
import { lightRules } from './indicator-policies.ts';

/** Most bindings and judgements that are read at once. */
const MOST = 20_000;
const EVER = { from: '1900-01-01', until: '9999-12-31' };

/** Whose budget of which year is looked at, up to which day. */
export interface Looked {
  readonly own: boolean;
  readonly department: string;
  readonly year: number;
  readonly day: string;
  readonly today: string;
  /** Organisations whose work is counted. */
  readonly orgs: readonly string[];
}

/** The register whose rows are bindings, or judgements. */
export const targetsIn = (app: App, is: Targets['is']): RegisterKind | undefined =>
  app.registers.find(({ targets }) => targets?.is === is);

/** Everything the lines of a budget are held against, as the reader may see it. */
export async function gatherFacts(app: App, actor: OfficeActor, looked: Looked): Promise<Facts> {
  const { own, year, day, department } = looked;
  const book = await app.offices.get(actor.office);
  return {
    own,
    year,
    day,
    measures: await measuresHere(app, actor, looked),
    ceilings: own ? await ceilingsHere(app, actor, year, day) : [],
    bindings: await rowsOf(app, actor, 'bindings', year, department),
    judgements: await rowsOf(app, actor, 'judgements', year, department),
    published: indicatorCatalogue(),
    rules: lightRules(book.policyRows, looked.today),
  };
}

type RowsOf<Is extends Targets['is']> = NonNullable<ReturnType<Extract<Targets, { is: Is }>['of']>>;

async function rowsOf<Is extends Targets['is']>(
  app: App,
  actor: OfficeActor,
  is: Is,
  year: number,
  department: string,
): Promise<readonly (RowsOf<Is> & { readonly id: string })[]> {
  const kind = targetsIn(app, is);
  if (!kind) return [];
  const rows = await openAnswersIn(app, actor, kind.code, EVER, MOST);
  return rows.flatMap((row) => {
    const one = (kind.targets?.of(row) ?? null) as RowsOf<Is> | null;
    return one && one.year === year && one.department === department ? [{ ...one, id: row.id }] : [];
  });
}

/** Every measure of the product: those the reader may see with their figures, the others known to be there. */
async function measuresHere(
  app: App,
  actor: OfficeActor,
  { own, year, day, orgs }: Looked,
): Promise<ReadonlyMap<string, MeasuredHere>> {
  const seen = await seenMeasures(app, actor);
  const span = { from: `${year}-01-01`, until: day, orgs };
  const building = await unfinished(app, actor.office, seen);
  const sums = own ? await sumsByWeek(app, actor, seen, span) : [];
  const hidden = app.measures.flatMap(({ measures }): MeasuredHere[] =>
    measures.map((measure) => ({ measure, seen: false, whole: true, total: NOTHING_YET, weeks: [] })),
  );
  const open = seen.map(({ measure }): MeasuredHere => {
    const own_ = sums.filter((sum) => sum.measure === measure.code);
    return {
      measure,
      seen: true,
      whole: !building.has(measure.code),
      total: own_.find(({ week }) => week === null) ?? NOTHING_YET,
      weeks: own_.flatMap((sum) => (sum.week === null ? [] : [weekOf(sum, sum.week)])),
    };
  });
  return new Map([...hidden, ...open].map((one) => [one.measure.code, one]));
}

const weekOf = (sum: WeekSum, week: number): MeasuredHere['weeks'][number] => ({
  week,
  sum: Number(sum.n),
  lines: sum.lines,
  squares: Number(sum.squares),
});

/** The year's ceilings with what is spent of them; none where the reader keeps no books or may not see them. */
async function ceilingsHere(
  app: App,
  actor: OfficeActor,
  year: number,
  day: string,
): Promise<readonly CeilingHere[]> {
  try {
    return (await execution(app, actor, { year, day })).ceilings;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'register.unknown') return [];
    throw error;
  }
}
