import { fieldAt, readForm, type Answers, type Form } from '@zhitongche/form';
import type { Check, CheckContext, Finding } from './check.ts';
import type { At, Problem } from '@zhitongche/base';
import type { Service } from './service.ts';

const problemOf = (check: Check, finding: Finding): Problem => ({
  code: check.code,
  level: finding.level ?? check.level,
  at: finding.at,
  message: finding.message,
  en: finding.en,
  basis: finding.basis ?? check.basis,
  ...(finding.todo === undefined ? {} : { todo: finding.todo }),
});

/** A check that breaks must not let a case through unseen: the case is held and the office told which check it was. */
const broken = (check: Check): Problem => ({
  code: 'check.failed',
  level: 'block',
  at: check.reads.slice(0, 1),
  message: `预审规则“${check.title}”（${check.code}）未能完成`,
  en: `Check ${check.code} could not be completed`,
  todo: '请将此提示告知系统管理员，填报内容已保留',
  basis: check.basis,
});

/** Runs one check if everything it reads is present and sound. */
export const runCheck = (check: Check, sound: Answers, context: CheckContext): readonly Problem[] => {
  if (!check.reads.every((key) => Object.hasOwn(sound, key))) return [];
  try {
    return check.run(sound, context).map((finding) => problemOf(check, finding));
  } catch {
    return [broken(check)];
  }
};

/** Findings of all checks whose answers are sound, whatever else is still missing. */
export const runChecks = (
  checks: readonly Check[],
  form: Form,
  answers: unknown,
  context: CheckContext,
): readonly Problem[] => {
  const { sound } = readForm(form, answers, context);
  return checks.flatMap((check) => runCheck(check, sound, context));
};

/** Where a place stands in the form: field, then row, then column; the whole form comes first. */
const ranker = (form: Form): ((at: At) => readonly number[]) => {
  const order = new Map(
    Object.values(form)
      .flatMap((section) => Object.keys(section.fields))
      .map((key, index) => [key, index + 1] as const),
  );
  return (at) => {
    const [first, row] = at;
    if (first === undefined) return [0];
    const field = order.get(String(first)) ?? order.size + 1;
    const spot = fieldAt(form, at);
    const table = at.length > 2 ? fieldAt(form, [first])?.field : undefined;
    const column =
      table?.kind === 'table' && spot ? Object.keys(table.columns).indexOf(spot.keys[1] ?? '') : -1;
    return [field, typeof row === 'number' ? row : -1, column];
  };
};

const LEVELS = { block: 0, warn: 1, info: 2 } as const;

/** Problems in the order of the form, stops before hints at the same place. */
export const inFormOrder = (form: Form, problems: readonly Problem[]): readonly Problem[] => {
  const rank = ranker(form);
  return problems
    .map((problem) => ({ problem, key: [...rank(problem.at), LEVELS[problem.level]] }))
    .sort((a, b) => {
      for (let i = 0; i < Math.max(a.key.length, b.key.length); i += 1) {
        const difference = (a.key[i] ?? -1) - (b.key[i] ?? -1);
        if (difference !== 0) return difference;
      }
      return 0;
    })
    .map(({ problem }) => problem);
};

/** What a form with its checks finds, and the sound answers it found it in. */
export interface Reviewed {
  readonly sound: Answers;
  readonly problems: readonly Problem[];
}

/** Reads a form once and runs its checks on what is sound: everything wrong, all at once. */
export const review = (
  form: Form,
  checks: readonly Check[],
  answers: unknown,
  context: CheckContext,
): Reviewed => {
  const { sound, problems } = readForm(form, answers, context);
  const found = checks.flatMap((check) => runCheck(check, sound, context));
  return { sound, problems: inFormOrder(form, [...problems, ...found]) };
};

/** Everything wrong with an application, all at once (一次性告知); the same in the browser and on the server. */
export const problemsOf = (service: Service, answers: unknown, context: CheckContext): readonly Problem[] =>
  review(service.form, service.checks, answers, context).problems;
