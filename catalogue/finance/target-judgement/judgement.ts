import { isDay } from '@zhitongche/base';
import type { KeptRow, TargetJudgement } from '@zhitongche/register';
import type { JudgementRow } from './form.ts';

/** What each verdict is called. */
const VERDICTS = { met: '达到', partly: '部分达到', missed: '没有达到', open: '还在进行' } as const;

/** A row as what was found of a line; null while it does not say of which and when. */
export const judgementOf = ({ answers }: Pick<KeptRow, 'answers'>): TargetJudgement | null => {
  const { year, department, project, code, name, way, day, verdict, ...said } = answers as JudgementRow;
  if (year === undefined || !department || !project || !name || !way || !verdict || !isDay(day)) return null;
  return {
    year,
    department,
    project,
    code: code ?? '',
    name,
    way,
    day,
    judge: said.judge ?? '',
    list: said.list ?? '',
    verdict: VERDICTS[verdict],
    found: said.found ?? '',
    lastYear: said.lastYear ?? '',
    evidence: said.evidence ?? '',
  };
};
