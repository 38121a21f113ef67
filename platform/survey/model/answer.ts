import { blocking, isJsonObject, type Json, ok, type Problem, refuse, type Result } from '@zhitongche/base';
import { isBad, type Mark, MARKS, type Questionnaire } from './questionnaire.ts';

/** What somebody answered. */
export interface SurveyAnswer {
  readonly mark: Mark;
  /** Levels of single questions. */
  readonly marks: Readonly<Record<string, Mark>>;
  readonly reasons: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** Characters of one text. */
export const TEXT_MAX = 500;

const isMark = (value: unknown): value is Mark => MARKS.some((mark) => mark === value);

const wrong = (at: readonly string[], message: string, en: string, todo: string): Problem =>
  blocking('survey.answer', at, message, en, { todo });

/** Reads what was sent against the questionnaire: all that is wrong at once, and nothing the questionnaire does not ask. */
export function readAnswer(of: Questionnaire, sent: Json): Result<SurveyAnswer> {
  if (!isJsonObject(sent)) return refuse(wrong([], '没有收到答卷', 'No answers were received', '请重新填写'));
  const { mark, marks = {}, reasons = [], texts = {} } = sent;
  const problems: Problem[] = [];
  if (!isMark(mark))
    problems.push(wrong(['mark'], '没有选总体评价', 'The overall level is missing', '请在五个等级中选一个'));
  const scales = of.questions.filter(({ kind }) => kind === 'scale').map(({ key }) => key);
  const asked = of.questions.filter(({ kind }) => kind === 'text').map(({ key }) => key);
  if (
    !isJsonObject(marks) ||
    Object.entries(marks).some(([key, one]) => !scales.includes(key) || !isMark(one))
  )
    problems.push(
      wrong(['marks'], '分项评价不在问卷之内', 'An item is not of this questionnaire', '请重新打开问卷'),
    );
  if (
    !Array.isArray(reasons) ||
    reasons.some((one) => typeof one !== 'string' || !Object.hasOwn(of.reasons, one)) ||
    new Set(reasons).size !== reasons.length
  )
    problems.push(
      wrong(['reasons'], '原因不在问卷之内', 'A reason is not of this questionnaire', '请重新打开问卷'),
    );
  if (
    !isJsonObject(texts) ||
    Object.entries(texts).some(
      ([key, text]) => !asked.includes(key) || typeof text !== 'string' || text.length > TEXT_MAX,
    )
  )
    problems.push(
      wrong(
        ['texts'],
        `文字超过${TEXT_MAX}字`,
        `A text is longer than ${TEXT_MAX} characters`,
        `请写在${TEXT_MAX}字以内`,
      ),
    );
  if (problems.length > 0) return refuse(...problems);
  return ok(kept(of, { mark, marks, reasons, texts } as SurveyAnswer));
}

/** Without empty texts, and with reasons only where somebody is not satisfied: they may stand from a level chosen before. */
const kept = (of: Questionnaire, { mark, marks, reasons, texts }: SurveyAnswer): SurveyAnswer => ({
  mark,
  marks,
  reasons: isBad(mark) ? Object.keys(of.reasons).filter((key) => reasons.includes(key)) : [],
  texts: Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])),
  ),
});
