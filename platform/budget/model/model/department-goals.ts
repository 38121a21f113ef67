import { isRunningHead } from '../print/running-head.ts';
import type { Disclosure } from './disclosure.ts';
import { parseTarget, type Target } from './target.ts';

/** A goal of the whole department as the narrative words it (Hebei and its cities print no form for it). */
export interface DepartmentGoal {
  /** The heading over it, empty where none is printed. */
  readonly name: string;
  readonly goal: string | null;
  readonly indicators: readonly {
    readonly no: number;
    readonly raw: string;
    readonly target: Target;
    /** Position of the paragraph it is worded in. */
    readonly at: number;
  }[];
}

/** Goals told apart, and which paragraphs (by position) speak of goals or indicators without it being clear whose. */
export interface WordedGoals {
  readonly goals: readonly DepartmentGoal[];
  readonly unclear: readonly number[];
}

const numbering = /^(?:\d{1,2}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*/;
const statement = /绩效(目标|指标)\s*[:：]/g;
/** Longest words before 绩效目标 that are a name and not a sentence about goals. */
const name = /^[^，。；：,;:]{4,40}$/;

/** The department's goals told apart from its narrative. */
export function departmentGoals(model: Disclosure): readonly DepartmentGoal[] {
  return wordedGoals(
    model.narrative.flatMap(({ paragraphs }) => paragraphs),
    model.year,
  ).goals;
}

/** Takes paragraphs apart at 绩效目标 and 绩效指标, numbered or not, one or both in a paragraph; an indicator is one clause of its sentence. */
export function wordedGoals(paragraphs: readonly string[], year: string | null): WordedGoals {
  const goals: { name: string; goal: string | null; indicators: DepartmentGoal['indicators'] }[] = [];
  const unclear: number[] = [];
  let heading: string | null = null;
  let open = false;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (isRunningHead(paragraph)) continue;
    const bare = paragraph.replace(numbering, '');
    const stated = [...bare.matchAll(statement)];
    const before = bare.slice(0, stated[0]?.index ?? bare.length).trim();
    if (stated.length === 0) {
      heading = bare !== paragraph && name.test(before) ? before : null;
      open = false;
      continue;
    }
    if (before !== '' && !name.test(before)) {
      unclear.push(at);
      continue;
    }
    if (before !== '') {
      heading = before;
      open = false;
    }
    for (const [own, part] of stated.entries()) {
      const words = bare.slice(part.index + part[0].length, stated[own + 1]?.index).trim();
      const last = goals.at(-1);
      if (part[1] === '目标') {
        goals.push({ name: heading ?? '', goal: words, indicators: [] });
        open = true;
      } else if (open && last !== undefined)
        last.indicators = [...last.indicators, ...clauses(words, last.indicators.length, at, year)];
      else if (heading !== null) {
        goals.push({ name: heading, goal: null, indicators: clauses(words, 0, at, year) });
        open = true;
      } else unclear.push(at);
    }
  }
  return { goals, unclear };
}

/** Clauses of a sentence; words that only join in the next clause ("数量稳步增长，布局不断优化") stay with the indicator before a semicolon. */
function clauses(
  sentence: string,
  before: number,
  at: number,
  year: string | null,
): DepartmentGoal['indicators'] {
  return sentence
    .replace(/。$/, '')
    .split(/[；;]/)
    .flatMap((part) => (/\d/.test(part) ? part.split(/[，,](?!\d{3}(?!\d))/) : [part]))
    .map((raw) => raw.trim())
    .filter((raw) => raw !== '')
    .map((raw, own) => ({ no: before + own + 1, raw, target: parseTarget(raw, { year }), at }));
}
