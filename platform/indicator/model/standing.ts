import { addDays, daysBetween } from '@zhitongche/base';
import { type Measure, NOTHING, type Sum, valueInWords, valueOf } from '@zhitongche/measure';
import type { TargetBinding, TargetJudgement } from '@zhitongche/register';
import { CEILING } from './data/sources.ts';
import { type Finding, fitOf, noCeiling } from './fit.ts';
import { type Forecast, forecastMean, forecastSum, type Week } from './forecast.ts';
import { forecastInWords, inTenThousands } from './forecast-words.ts';
import { type Light, lightOf, type LightRules } from './light.ts';
import { type IndicatorLine, lineKey, yearTarget } from './line.ts';
import { type Proposal, proposalFor, type PublishedLine, type Way } from './propose.ts';

/** A measure with what it came to, as its reader may see it. */
export interface MeasuredHere {
  readonly measure: Pick<Measure<never>, 'code' | 'name' | 'what' | 'unit' | 'sort' | 'places'>;
  /** The reader may see what it is counted from. */
  readonly seen: boolean;
  /** Everything on record is counted; else it is still being counted for the first time. */
  readonly whole: boolean;
  readonly total: Sum & { readonly squares: string };
  /** By week of the year, the first is week 0; weeks in which nothing came are not among them. */
  readonly weeks: readonly (Week & { readonly week: number })[];
}

/** Money of a ceiling as the books tell it. */
export interface CeilingHere {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly project: string;
  readonly purpose: string;
  readonly spent: string;
  readonly forecast: string | null;
}

/** What lines are held against. */
export interface Facts {
  /** The budget is the reader's own office's: of another's nothing is counted here. */
  readonly own: boolean;
  readonly year: number;
  /** Day up to which is counted, within the year. */
  readonly day: string;
  readonly measures: ReadonlyMap<string, MeasuredHere>;
  readonly ceilings: readonly CeilingHere[];
  readonly bindings: readonly (TargetBinding & { readonly id: string })[];
  readonly judgements: readonly (TargetJudgement & { readonly id: string })[];
  readonly published: readonly PublishedLine[];
  readonly rules: LightRules;
}

/** One line as it stands on a day. */
export interface Standing {
  readonly line: IndicatorLine;
  readonly state: 'bound' | 'proposed' | 'unbound';
  readonly way: Way;
  readonly reason: string;
  /** What the line waits for; empty = nothing. */
  readonly waits: string;
  readonly finding: Finding | null;
  readonly measure: { readonly code: string; readonly name: string } | null;
  readonly ceiling: { readonly id: string; readonly name: string } | null;
  readonly value: string | null;
  readonly lines: number;
  /** The figure counts everything on record. */
  readonly whole: boolean;
  readonly light: Light | null;
  readonly forecast: string | null;
  /** Row of its binding. */
  readonly binding: string | null;
  readonly said: Proposal | TargetBinding;
  readonly judgement: (TargetJudgement & { readonly id: string }) | null;
}

const GONE: Finding = {
  code: 'gone',
  message: '绑定的统计指标本程序没有，或它的事项没有启用，不计。',
  todo: '请改绑别的统计指标，或启用它的事项。',
};

/** Where one line stands: how it is answered, what it comes to, how that is judged and where it leads. */
export function standingOf(line: IndicatorLine, facts: Facts): Standing {
  const key = lineKey(line);
  const binding = facts.bindings.find((one) => lineKey(one) === key);
  const judgement = facts.judgements
    .filter((one) => lineKey(one) === key)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .at(0);
  const proposal = proposalFor(line, facts.published, new Set(facts.measures.keys()));
  const said = binding ?? proposal;
  const waits = binding ? '' : proposal.waits;
  const answered = answerOf(line, said, binding, facts);
  const held = answered.finding !== null || waits !== '';
  return {
    line,
    state: binding ? 'bound' : held ? 'unbound' : 'proposed',
    way: said.way,
    reason: said.reason,
    waits,
    binding: binding?.id ?? null,
    said,
    judgement: judgement ?? null,
    ...answered,
  };
}

type Answered = Pick<
  Standing,
  'finding' | 'measure' | 'ceiling' | 'value' | 'lines' | 'whole' | 'light' | 'forecast'
>;
const NO_ANSWER: Answered = {
  finding: null,
  measure: null,
  ceiling: null,
  value: null,
  lines: 0,
  whole: true,
  light: null,
  forecast: null,
};

function answerOf(
  line: IndicatorLine,
  said: Proposal | TargetBinding,
  binding: TargetBinding | undefined,
  facts: Facts,
): Answered {
  if (said.measure === '') return NO_ANSWER;
  if (said.measure === CEILING) return byCeiling(line, binding, facts);
  const here = facts.measures.get(said.measure);
  if (!here) return { ...NO_ANSWER, finding: binding ? GONE : null };
  const { code, name } = here.measure;
  const measure = { code, name };
  const { raw = '', target } = yearTarget(line) ?? {};
  const fit = target && said.way !== 'review' ? fitOf(raw, target, here.measure, binding) : null;
  if (fit && !fit.fits) return { ...NO_ANSWER, finding: fit.finding, measure };
  if (!facts.own || !here.seen) return { ...NO_ANSWER, measure };
  const value = valueOf(here.measure.sort, here.total);
  const told = {
    ...NO_ANSWER,
    measure,
    value: valueInWords(here.measure, value),
    lines: here.total.lines,
    whole: here.whole,
  };
  // What is not whole is shown and said, and judged by nobody.
  if (value === null || !fit?.fits || !here.whole) return told;
  const forecast = forecastOf(here, facts);
  const judged = {
    target: fit,
    sort: here.measure.sort,
    value: Number(value),
    elapsed: elapsedOf(facts),
    forecast,
  };
  return {
    ...told,
    light: lightOf(judged, facts.rules),
    forecast: forecast && forecastInWords(here.measure, forecast),
  };
}

/** The money of one project or purpose: under the ceiling somebody named, or the one whose amount, project or words are the line's. */
function byCeiling(line: IndicatorLine, binding: TargetBinding | undefined, facts: Facts): Answered {
  const { raw = '', target } = yearTarget(line) ?? {};
  const money = { name: '支出', unit: '元', sort: 'money' } as const;
  const fit = target && fitOf(raw, target, money, binding);
  if (!fit?.fits) return { ...NO_ANSWER, finding: fit?.finding ?? noCeiling(raw) };
  const found = binding
    ? facts.ceilings.filter(({ name }) => name === binding.ceiling)
    : facts.ceilings.filter((one) => Number(one.amount) === fit.value && isOf(one, line));
  const [ceiling] = found;
  if (!ceiling || found.length > 1) return { ...NO_ANSWER, finding: facts.own ? noCeiling(raw) : null };
  const { id, name } = ceiling;
  return {
    ...NO_ANSWER,
    ceiling: { id, name },
    value: inTenThousands(ceiling.spent),
    lines: 1,
    forecast: ceiling.forecast === null ? null : `约${inTenThousands(ceiling.forecast)}`,
    light: lightOf(
      { target: fit, sort: 'money', value: Number(ceiling.spent), elapsed: elapsedOf(facts), forecast: null },
      facts.rules,
    ),
  };
}

const isOf = ({ project, purpose, name }: CeilingHere, line: IndicatorLine): boolean =>
  (project !== '' && project === line.code) ||
  (purpose !== '' && line.name.includes(purpose)) ||
  line.project === name;

/** Days of the year up to the day, the day among them, and all of them. */
const days = ({ year, day }: Pick<Facts, 'year' | 'day'>) => ({
  over: daysBetween(`${year}-01-01`, day) + 1,
  all: daysBetween(`${year}-01-01`, `${year + 1}-01-01`),
});

/** Part of the year that is over. */
const elapsedOf = (facts: Pick<Facts, 'year' | 'day'>): number => days(facts).over / days(facts).all;

/** Sorts no sum of weeks foretells: a person who comes again counts once. */
const UNTOLD = ['persons'];

function forecastOf({ measure, total, weeks }: MeasuredHere, facts: Facts): Forecast | null {
  const { over, all } = days(facts);
  if (over >= all || UNTOLD.includes(measure.sort)) return null;
  const whole: readonly Week[] = Array.from(
    { length: Math.floor(over / 7) },
    (_, at) => weeks.find(({ week }) => week === at) ?? { sum: 0, lines: 0, squares: 0 },
  );
  const left = (all - over) / 7;
  const now = { sum: Number(total.n), lines: total.lines, squares: Number(total.squares) };
  return measure.sort === 'rate' || measure.sort === 'mean' || measure.sort === 'duration'
    ? forecastMean(whole, now, left, measure.sort === 'rate' ? 1 : Number.POSITIVE_INFINITY)
    : forecastSum(whole, now.sum, left);
}

/** A measure nothing was counted of yet. */
export const NOTHING_YET: MeasuredHere['total'] = { ...NOTHING, squares: '0' };

/** The day up to which a year is counted on a day: its last once it is over, the day before it while it has not begun. */
export const dayWithin = (year: number, today: string): string =>
  today > `${year}-12-31` ? `${year}-12-31` : today < `${year}-01-01` ? addDays(`${year}-01-01`, -1) : today;

/** Whether a line's proposal may be taken as it is, with nothing more to say. */
export const takesAsProposed = ({ state, way, line }: Standing): boolean =>
  state === 'proposed' && (way !== 'review' || line.basis !== '');
