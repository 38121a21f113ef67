import type { CommandShape, OpenActShape } from '@zhitongche/contract';
import type { Answers } from '@zhitongche/form';
import type { CorrectionItem, OutsideReply } from '@zhitongche/case';

/** One thing an act asks for before it can be taken. */
export type Need = 'opinion' | 'step' | 'faults' | 'persons' | 'reply' | 'form' | 'paper' | 'strands';

const PERSONS: readonly string[] = ['transfer', 'entrust', 'add-before', 'add-after', 'copy'];

/** What an act asks for, in the order it is asked; nothing it does not need. */
export const needsOf = (act: OpenActShape): readonly Need[] => [
  ...(act.kind === 'return' && act.steps.length > 0 ? (['step'] as const) : []),
  ...(act.kind === 'correct' ? (['faults'] as const) : []),
  ...(PERSONS.includes(act.kind) ? (['persons'] as const) : []),
  ...(act.strands ? (['strands'] as const) : []),
  ...(act.kind === 'report' ? (['reply'] as const) : []),
  ...(act.form === null ? [] : (['form'] as const)),
  ...(act.kind === 'retry' ? (['paper'] as const) : []),
  ...(act.opinion === 'none' ? [] : (['opinion'] as const)),
];

/** What has been filled in for an act so far. */
export interface ActInput {
  readonly opinion: string;
  readonly step: string | null;
  readonly faults: readonly CorrectionItem[];
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly reply: Partial<OutsideReply>;
  readonly data: Answers;
  readonly paper: string | null;
  /** Strands chosen, and the day it happened; empty = today. */
  readonly strands: readonly string[];
  readonly on: string;
  /** How characters no font has are written on the paper. */
  readonly spelling: Readonly<Record<string, string>>;
}

/** Nothing filled in yet. */
export const NO_INPUT: ActInput = {
  opinion: '',
  step: null,
  faults: [],
  persons: [],
  reply: {},
  data: {},
  paper: null,
  strands: [],
  on: '',
  spelling: {},
};

/** A missing piece, with the part of the dialog it belongs to. */
export interface Missing {
  readonly need: Need;
  readonly message: string;
}

const missingReply = (reply: Partial<OutsideReply>): readonly string[] => [
  ...(reply.result === undefined ? ['请选择批复结果。'] : []),
  ...(reply.authority?.trim() ? [] : ['请填写批复机关。']),
  ...(reply.number?.trim() ? [] : ['请填写批复文号。']),
  ...(reply.date ? [] : ['请填写批复日期。']),
];

/** Everything still missing for an act, all at once. */
export const missingFor = (act: OpenActShape, input: ActInput): readonly Missing[] =>
  needsOf(act).flatMap((need): readonly Missing[] => {
    switch (need) {
      case 'opinion':
        return act.opinion === 'required' && input.opinion.trim() === ''
          ? [{ need, message: `请写明“${act.label}”的意见或理由。` }]
          : [];
      case 'step':
        return input.step === null ? [{ need, message: '请选择退回到哪一环节。' }] : [];
      case 'faults':
        if (input.faults.length === 0) return [{ need, message: '请至少指出一个需要补正的问题。' }];
        return input.faults.flatMap((f, i) =>
          f.message.trim() === '' ? [{ need, message: `第 ${i + 1} 个问题还没有写明要补正什么。` }] : [],
        );
      case 'persons':
        return input.persons.length === 0 ? [{ need, message: '请选择至少一位人员。' }] : [];
      case 'strands':
        return input.strands.length === 0 ? [{ need, message: '请至少选择一项。' }] : [];
      case 'reply':
        return missingReply(input.reply).map((message) => ({ need, message }));
      case 'paper':
        return input.paper === null ? [{ need, message: '请选择要重新出证的文书。' }] : [];
      case 'form':
        // The form's own checks speak; the server repeats them.
        return [];
    }
  });

const wholeReply = (reply: Partial<OutsideReply>): CommandShape['reply'] => {
  const { result, number, date, authority, file } = reply;
  if (result === undefined || number === undefined || date === undefined || authority === undefined) {
    return undefined;
  }
  return { result, number, date, authority, ...(file === undefined ? {} : { file }) };
};

/** The part of the command that says which strands are moved, and when. */
export const strandsPart = (
  act: OpenActShape,
  { strands, on }: Pick<ActInput, 'strands' | 'on'>,
): Pick<CommandShape, 'strands' | 'on'> =>
  act.strands ? { strands: [...strands], ...(on === '' ? {} : { on }) } : {};

/** The command to send; carries only what the act needs. */
export const commandOf = (act: OpenActShape, input: ActInput): CommandShape => {
  const needs = new Set(needsOf(act));
  const opinion = input.opinion.trim();
  const reply = wholeReply(input.reply);
  return {
    act: act.act,
    ...(act.seat === null ? {} : { seat: act.seat }),
    ...(needs.has('opinion') && opinion !== '' ? { opinion } : {}),
    ...(needs.has('step') && input.step !== null ? { to: input.step } : {}),
    ...(needs.has('faults')
      ? { faults: input.faults.map((f) => ({ ...f, message: f.message.trim() })) }
      : {}),
    ...(needs.has('persons') ? { persons: input.persons.map((p) => p.id) } : {}),
    ...(needs.has('reply') && reply !== undefined ? { reply } : {}),
    ...strandsPart(act, input),
    ...(needs.has('form') ? { data: input.data } : {}),
    ...(needs.has('paper') && input.paper !== null ? { paper: input.paper } : {}),
    ...(needs.has('paper') && Object.keys(input.spelling).length > 0 ? { spelling: input.spelling } : {}),
  };
};

/** Acts split by where they stand: the likely one, the others, and the dangerous ones kept apart. */
export const arrangeActs = (
  acts: readonly OpenActShape[],
): {
  readonly primary: readonly OpenActShape[];
  readonly others: readonly OpenActShape[];
  readonly danger: readonly OpenActShape[];
} => ({
  primary: acts.filter((a) => a.primary && !a.danger),
  others: acts.filter((a) => !a.primary && !a.danger),
  danger: acts.filter((a) => a.danger),
});

/**
 * Acts that stand in front, two at most: the likely one and the correction, which comes first once faults are noted; the
 * others behind, grave ones last. Where the case waits for nothing of this person, only what a seat of theirs offers stands
 * in front, and nothing is likely.
 */
export const frontActs = (
  acts: readonly OpenActShape[],
  faulty: boolean,
): {
  readonly front: readonly OpenActShape[];
  readonly behind: readonly OpenActShape[];
  readonly likely: OpenActShape | undefined;
} => {
  const { primary, others, danger } = arrangeActs(acts);
  const correct = others.filter(({ kind }) => kind === 'correct').slice(0, 1);
  const first = primary.slice(0, 1);
  const next = primary.slice(1);
  const rest = others.filter((act) => !correct.includes(act));
  const asked = faulty ? [...correct, ...first] : [...first, ...correct];
  const ranked = [...asked, ...next, ...rest];
  const front = (asked.length > 0 ? ranked : ranked.filter(({ seat }) => seat !== null)).slice(0, 2);
  return {
    front,
    behind: [...ranked.filter((act) => !front.includes(act)), ...danger],
    likely: front.find((act) => act.primary || (faulty && act.kind === 'correct')),
  };
};

/** True when an act can be decided without a network: it needs nothing that has to be looked up. */
export const worksOffline = (act: OpenActShape): boolean =>
  needsOf(act).every((need) => need === 'opinion' || need === 'step' || need === 'faults');
