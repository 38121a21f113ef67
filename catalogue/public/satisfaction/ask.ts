import {
  type Both,
  defineQuestionnaire,
  type Judged,
  type Question,
  type Questionnaire,
} from '@zhitongche/survey';
import { callBack } from './call-back.ts';
import { WORDS } from './reasons.ts';
import { SAMPLES } from './samples.ts';

interface Group {
  readonly who: Both;
  readonly judges: readonly Judged[];
  readonly services?: readonly string[];
  readonly ask: Both;
  readonly scales: readonly Question[];
  readonly reasons: Questionnaire['reasons'];
}

/** A questionnaire of one group of the sources: the level of the whole, a few of its parts, why, and words. */
export const ask = (code: string, { who, scales, ...group }: Group): Questionnaire =>
  defineQuestionnaire({
    code,
    version: 1,
    who,
    name: { zh: `${who.zh}满意度问卷`, en: `Questionnaire for ${who.en}` },
    questions: [...scales, WORDS],
    days: 30,
    callBack,
    samples: SAMPLES[code] ?? [],
    ...group,
  });
