import type { Command } from '../command.ts';
import type { CaseSummary } from '../event.ts';
import { codePoints } from '@zhitongche/form';
import { type Json, type Problem, blocks } from '@zhitongche/base';
import {
  askDefinition,
  FlowDefinitionError,
  flowContext,
  type DecisionBuilder,
  write,
} from '../decision-builder.ts';
import { enter, follow } from '../transitions.ts';
import { unpaidStep } from '../money/bill-now.ts';
import { review } from '../run-checks.ts';
import { type Act, DONE } from './act.ts';
import { isJson } from '../chain.ts';

/** Longest explanation of a warning, a guard against programs. */
const LONGEST_EXPLANATION = 1_000;

const explanationOf = (command: Command, code: string): string => {
  const given = command.explanations;
  const text = given && Object.hasOwn(given, code) ? given[code] : undefined;
  return typeof text === 'string' ? text.trim() : '';
};

/** A warning lets the case through only with a reason beside it. */
const unexplained = (problem: Problem): Problem => ({
  ...problem,
  code: 'submit.explanation-required',
  level: 'block',
  message: `${problem.message}。如确需提交，请说明理由`,
  en: `${problem.en}. Explain why to submit nevertheless`,
  todo: `请修改填报内容，或在这条提示下填写说明（${LONGEST_EXPLANATION}字以内）`,
});

const explained = (problems: readonly Problem[], command: Command): Readonly<Record<string, string>> =>
  Object.fromEntries(
    problems
      .filter((problem) => problem.level === 'warn')
      .map((problem) => [problem.code, explanationOf(command, problem.code)]),
  );

const stopping = (problems: readonly Problem[], command: Command): readonly Problem[] =>
  problems.flatMap((problem) => {
    if (problem.level !== 'warn') return [problem];
    const length = codePoints(explanationOf(command, problem.code).slice(0, LONGEST_EXPLANATION * 2 + 1));
    return length > 0 && length <= LONGEST_EXPLANATION ? [problem] : [unexplained(problem)];
  });

const startOf = (journal: DecisionBuilder, resumeAt: string | null): string => {
  const { flow } = journal.service;
  const { afterCorrection } = flow;
  const mode = askDefinition('补正后去向', () =>
    typeof afterCorrection === 'function'
      ? afterCorrection(flowContext(journal.state, journal.setting))
      : afterCorrection,
  );
  if (resumeAt === null || mode === 'start') return follow(journal, flow.start);
  return typeof mode === 'object' ? mode.step : resumeAt;
};

/**
 * 提交: checks everything again, freezes what was computed, and leads the case into the flow or back to who asked.
 * @throws FlowDefinitionError.
 */
export const submit: Act = (journal, { command }) => {
  const { service, setting, state } = journal;
  const orgs = state.orgs ?? setting.orgs;
  if (!orgs)
    throw new FlowDefinitionError('无法确定申报单位所属机构', 'the organisations of the case are unknown');
  // What is submitted again is held against the case as it stood.
  const context = state.round === 0 ? setting : { ...setting, state };
  const reviewed = review(service.form, service.checks, command.answers ?? {}, context);
  const problems = stopping(reviewed.problems, command);
  if (blocks(problems)) return problems;
  const derived: Json = askDefinition('测算', () => service.derive(reviewed.sound, context));
  if (!isJson(derived)) throw new FlowDefinitionError('测算结果无法保存', 'derived figures are no JSON');
  const summary: CaseSummary = askDefinition('摘要', () => service.summary(reviewed.sound, derived));
  const { resumeAt } = state;
  write(journal, {
    type: 'submitted',
    round: state.round + 1,
    answers: reviewed.sound,
    derived,
    explanations: explained(reviewed.problems, command),
    orgs,
    summary,
    ...(state.applicant && state.applicant.id !== journal.doer.id ? { colleague: true as const } : {}),
  });
  const unpaid = resumeAt === null ? undefined : unpaidStep(journal);
  enter(journal, unpaid ?? startOf(journal, resumeAt));
  return DONE;
};
