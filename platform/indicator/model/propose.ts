import { AWAITED, BY_CEILING, CEILING, UNIT_TELLS } from './data/sources.ts';
import { PATTERNS } from './data/patterns.ts';
import { type IndicatorLine, WHOLE_DEPARTMENT, yearTarget } from './line.ts';

/** How a line is answered. */
export type Way = 'computed' | 'review' | 'survey' | 'evidence';

/** A line somebody has published, with the record it is counted from. */
export interface PublishedLine {
  readonly department: string;
  readonly project: string;
  readonly name: string;
  readonly raw: string;
  readonly source: string;
  /** How far the record answers by itself: auto, semi, survey, manual. */
  readonly automation: string;
}

/** What is proposed for a line. */
export interface Proposal {
  readonly way: Way;
  /** Code of the measure that answers it, or that a reviewer sees beside; `ceiling` = the money under a ceiling; empty = none. */
  readonly measure: string;
  readonly reason: string;
  /** What must exist first: a record nobody keeps here yet; empty = nothing. */
  readonly waits: string;
  /** Code of the record by which it is waited for. */
  readonly source: string;
}

const WAYS: Readonly<Record<string, Way>> = {
  auto: 'computed',
  semi: 'review',
  survey: 'survey',
  manual: 'evidence',
};

/** A wording by which two years' lines are the same: figures change, words stay. */
const worded = (text: string): string => text.replaceAll(/[\d.,，。（）()\s≥≤<>=%]/g, '');

/** Proposes how a line is answered, with the reason: by what the same words were published for, else by their pattern, else by what sort of target it is. */
export function proposalFor(
  line: IndicatorLine,
  published: readonly PublishedLine[],
  measures: ReadonlySet<string>,
): Proposal {
  const known = sameWords(line, published);
  if (known) {
    const { source, automation, project, name } = known;
    const where = project === WHOLE_DEPARTMENT ? '部门整体目标' : `“${project}”`;
    return settled(
      line,
      source,
      WAYS[automation] ?? 'evidence',
      `与公开文本${where}的“${name}”同样措辞`,
      measures,
    );
  }
  const pattern = PATTERNS.find(({ says, not }) => says.test(line.name) && !not?.test(line.name));
  if (pattern) {
    const way: Way = pattern.source.startsWith('survey.') ? 'survey' : 'computed';
    return settled(line, pattern.source, way, pattern.reason, measures);
  }
  if (/满意/.test(line.name) || line.level1.startsWith('满意度'))
    return {
      way: 'survey',
      measure: '',
      reason: '满意度目标，由问卷作答',
      waits: '选定由哪份问卷作答',
      source: '',
    };
  return {
    way: yearTarget(line)?.target.operator === 'qualitative' ? 'evidence' : 'review',
    measure: '',
    reason:
      yearTarget(line)?.target.operator === 'qualitative'
        ? '定性目标，没有可数的件，凭证明材料'
        : '没有认得的数法，由人复核',
    waits: '',
    source: '',
  };
}

/** The published line with the same words, those of the same project first; of words that mean two things none. */
function sameWords(
  { name, project, targets }: IndicatorLine,
  published: readonly PublishedLine[],
): PublishedLine | undefined {
  const words = worded(name);
  if (words === '') return undefined;
  const whole = targets.some(({ raw }) => raw === name);
  const same = published.filter((one) => worded(one.name) === words || (whole && worded(one.raw) === words));
  const own = same.filter((one) => worded(one.project) === worded(project));
  const asked = own.length > 0 ? own : same;
  return new Set(asked.map(({ source }) => source)).size === 1 ? asked[0] : undefined;
}

function settled(
  line: IndicatorLine,
  source: string,
  way: Way,
  reason: string,
  measures: ReadonlySet<string>,
): Proposal {
  if (way === 'evidence') return { way, measure: '', reason, waits: '', source };
  if (BY_CEILING.includes(source)) return { way, measure: CEILING, reason, waits: '', source };
  const unit = yearTarget(line)?.target.unit;
  const told = UNIT_TELLS.find((one) => one.source === source && one.unit === unit);
  const measure = told && measures.has(told.measure) ? told.measure : source;
  const why = told && measure === told.measure ? `${reason}；${told.reason}` : reason;
  if (measures.has(measure)) return { way, measure, reason: why, waits: '', source };
  return {
    way,
    measure: '',
    reason: why,
    waits: `“${AWAITED[source.split('.')[0] ?? ''] ?? source}”的记录`,
    source,
  };
}
