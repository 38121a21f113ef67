import type { Disclosure } from './disclosure.ts';
import { parseTarget, type Target } from './target.ts';

/** A goal of the whole department as the narrative words it (Hebei and its cities print no form for it). */
export interface DepartmentGoal {
  readonly name: string;
  readonly goal: string | null;
  readonly indicators: readonly { readonly no: number; readonly raw: string; readonly target: Target }[];
}

/** The department's goals told apart from the narrative; an indicator is one clause of the sentence after 绩效指标. */
export function departmentGoals(model: Disclosure): DepartmentGoal[] {
  const goals: { name: string; goal: string | null; indicators: DepartmentGoal['indicators'] }[] = [];
  let heading: string | null = null;
  for (const paragraph of model.narrative.flatMap((section) => section.paragraphs)) {
    const stated = /^绩效(目标|指标)\s*[:：]\s*(.+)$/.exec(paragraph);
    const title = /^(?:\d{1,2}[、.．]|[（(][一二三四五六七八九十]+[）)])\s*([^，。；]{4,40})$/.exec(
      paragraph,
    )?.[1];
    if (stated?.[1] === '目标' && heading !== null)
      goals.push({ name: heading, goal: stated[2] ?? null, indicators: [] });
    else if (stated?.[1] === '指标') {
      const last = goals.at(-1);
      if (last !== undefined) last.indicators = clauses(stated[2] ?? '', model.year);
    }
    heading = title ?? (stated === null ? null : heading);
  }
  return goals;
}

/** Clauses of a sentence; words that only join in the next clause ("数量稳步增长，布局不断优化") stay with the indicator before a semicolon. */
function clauses(sentence: string, year: string | null): DepartmentGoal['indicators'] {
  return sentence
    .replace(/。$/, '')
    .split(/[；;]/)
    .flatMap((part) => (/\d/.test(part) ? part.split(/[，,]/) : [part]))
    .map((raw) => raw.trim())
    .filter((raw) => raw !== '')
    .map((raw, at) => ({ no: at + 1, raw, target: parseTarget(raw, { year }) }));
}
