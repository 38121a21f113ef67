import { fieldAt, codePoints } from '@zhitongche/form';
import type { Command, CorrectionItem, OutsideReply, PersonRef } from './command.ts';
import { isDay, type Problem } from '@zhitongche/base';
import type { DecisionBuilder } from './decision-builder.ts';
import type { Opening } from './open-acts.ts';
import { refusal } from './act-problems.ts';
import { asksFor, currentSeats } from './seats.ts';

/** Guards against programs, not figures of any regulation: longest texts and lists a command may carry. */
const LIMITS = { opinion: 4_000, line: 200, faults: 200, signers: 20, copies: 100 };

const tooLong = (at: string, label: string, limit: number, now: number): Problem =>
  refusal(
    'too-long',
    `${label}最多${limit}字，现有${now}字`,
    `At most ${limit} characters, now ${now}`,
    `请删减${now - limit}字`,
    [at],
  );

const lengthOf = (text: string, limit: number): number =>
  text.length > limit * 2 ? text.length : codePoints(text);

/** The opinion as it will stand on record; absent when nothing was written or none is asked. */
export const opinionIn = (opening: Opening, command: Command): string | undefined => {
  const text = command.opinion?.trim();
  return opening.opinion === 'none' || !text ? undefined : text;
};

/** Missing or overlong opinion. */
export const opinionProblems = (opening: Opening, command: Command): readonly Problem[] => {
  const text = opinionIn(opening, command);
  if (text === undefined) {
    if (opening.opinion !== 'required') return [];
    return [
      refusal(
        'opinion-required',
        `“${opening.label}”需要写明意见或理由`,
        `Please state a reason for "${opening.en}"`,
        '请填写意见后再提交',
        ['opinion'],
      ),
    ];
  }
  const length = lengthOf(text, LIMITS.opinion);
  return length > LIMITS.opinion ? [tooLong('opinion', '意见', LIMITS.opinion, length)] : [];
};

const wrongPersons = (code: string, message: string, en: string, todo: string): Problem =>
  refusal(code, message, en, todo, ['persons']);

/** Persons an act names: as many as it takes, each once, and none who may not sit there. */
export const personProblems = (
  journal: DecisionBuilder,
  opening: Opening,
  persons: readonly PersonRef[],
): readonly Problem[] => {
  const problems: Problem[] = [];
  const single = opening.kind === 'transfer' || opening.kind === 'entrust';
  const most = single ? 1 : opening.kind === 'copy' ? LIMITS.copies : LIMITS.signers;
  if (persons.length === 0 || persons.length > most) {
    const message = single ? '请选择一位接办人' : `请选择1至${most}人`;
    problems.push(wrongPersons('persons', message, `Choose 1 to ${most} persons`, '请重新选择人员'));
  }
  if (new Set(persons.map((person) => person.id)).size < persons.length) {
    problems.push(
      wrongPersons('persons-twice', '同一人选择了多次', 'A person is named twice', '请去掉重复的人员'),
    );
  }
  if (opening.kind === 'copy') return problems;
  const { state, doer } = journal;
  if (persons.some((person) => person.id === doer.id)) {
    problems.push(wrongPersons('persons-self', '不能选择本人', 'You cannot name yourself', '请选择其他人员'));
  }
  if (persons.some((person) => asksFor(state, person.id))) {
    problems.push(
      wrongPersons(
        'persons-applicant',
        '申报人不能审批本人申报、申请的事项',
        'The applicant cannot decide',
        '请选择其他人员',
      ),
    );
  }
  const seated = currentSeats(state).filter((seat) => seat.status === 'open');
  const again = persons.filter((person) => seated.some((seat) => seat.person?.id === person.id));
  if (again.length > 0) {
    const names = again.map((person) => person.name).join('、');
    problems.push(
      wrongPersons(
        'persons-seated',
        `${names}在本环节已有待办`,
        'Already has an open seat at this step',
        '请选择其他人员',
      ),
    );
  }
  return problems;
};

const faultProblemsOf = (
  journal: DecisionBuilder,
  fault: CorrectionItem,
  index: number,
): readonly Problem[] => {
  const problems: Problem[] = [];
  const at = ['faults', index];
  if (fault.message.trim() === '') {
    problems.push(
      refusal('fault-empty', '请写明需要补正的内容', 'Say what is to be corrected', '请填写或删除这一条', at),
    );
  }
  const length = lengthOf(fault.message, LIMITS.opinion);
  if (length > LIMITS.opinion)
    problems.push({ ...tooLong('faults', '补正事项', LIMITS.opinion, length), at });
  const known =
    fault.at === '' ||
    (fault.at.length <= LIMITS.line && fieldAt(journal.service.form, fault.at) !== undefined);
  if (!known) {
    problems.push(
      refusal('fault-place', '补正事项所指的填报项不存在', 'No such field', '请重新选择填报项', at),
    );
  }
  return problems;
};

/** Faults of a correction: at least one, each with words and an existing place; all are told at once. */
export const faultProblems = (
  journal: DecisionBuilder,
  faults: readonly CorrectionItem[],
): readonly Problem[] => {
  if (faults.length === 0 || faults.length > LIMITS.faults) {
    return [
      refusal(
        'faults-required',
        `请一次性列明需要补正的事项（1至${LIMITS.faults}条）`,
        'Name everything that is to be corrected, at once',
        '请至少添加一条补正事项',
        ['faults'],
      ),
    ];
  }
  return faults.flatMap((fault, index) => faultProblemsOf(journal, fault, index));
};

/** A reply from outside (回填) with its number, date and authority. */
export const replyProblems = (
  journal: DecisionBuilder,
  reply: OutsideReply | undefined,
): readonly Problem[] => {
  const need = (key: string, message: string, en: string, todo: string): Problem =>
    refusal(`reply-${key}`, message, en, todo, ['reply', key]);
  if (!reply) {
    return [need('result', '请填写上级批复结果', 'Record the reply', '请填写批复结果、文号、日期和机关')];
  }
  const problems: Problem[] = [];
  if (reply.result !== 'approved' && reply.result !== 'refused') {
    problems.push(need('result', '请选择批复结果', 'Choose the result', '请选择“同意”或“不同意”'));
  }
  for (const [key, label] of [
    ['number', '批复文号'],
    ['authority', '批复机关'],
  ] as const) {
    const text = reply[key].trim();
    if (text === '') problems.push(need(key, `请填写${label}`, `Fill in the ${key}`, `请填写${label}`));
    const length = lengthOf(text, LIMITS.line);
    if (length > LIMITS.line) {
      problems.push({ ...tooLong('reply', label, LIMITS.line, length), at: ['reply', key] });
    }
  }
  if (!isDay(reply.date) || reply.date > journal.setting.today) {
    problems.push(
      need(
        'date',
        '批复日期应为今天或以前的日期',
        'The date must be today or earlier',
        '请按公文上的日期填写',
      ),
    );
  }
  return problems;
};
