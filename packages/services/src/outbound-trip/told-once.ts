import type { ActDef, CaseState, Fault, FlowContext, Seat, Step, Who } from '@zhitongche/kernel';
import { key } from './policy.ts';

/** Steps of the office that received the filing, and the acts by which they send a 补正通知; version 1 had them all. */
const SPEAKING: Readonly<Record<string, readonly string[]>> = {
  // A city office that only reviews sends back as a colleague, without a notice.
  'city-review': ['correct-formally', 'correct-again'],
  window: ['correct', 'correct-again'],
  telling: ['correct', 'correct-again'],
  handler: ['correct'],
  'division-head': ['correct'],
};

/** Notices the applicant was sent, oldest first: who told, when, and why again. */
export const noticesTold = ({ seats }: Pick<CaseState, 'seats'>): readonly Seat[] =>
  seats.filter(
    ({ step, act, status }) => status === 'done' && act !== undefined && SPEAKING[step]?.includes(act),
  );

const told = ({ state }: FlowContext): boolean => noticesTold(state).length > 0;

const readFault = (row: unknown): readonly Fault[] => {
  if (!(row instanceof Object) || !('at' in row) || !('message' in row)) return [];
  const { at, message } = row;
  if (typeof at !== 'string' || typeof message !== 'string') return [];
  const basis = 'basis' in row && typeof row.basis === 'string' ? { basis: row.basis } : {};
  return [{ at, message, ...basis }];
};

/** What desks have found since the applicant was last told, in the order found. */
export const faultsFound = (state: CaseState): readonly Fault[] => {
  const since = noticesTold(state).at(-1)?.at ?? '';
  return (state.records.faults ?? [])
    .filter(({ at }) => at > since)
    .flatMap(({ data }) => (Array.isArray(data.faults) ? data.faults : []).flatMap(readFault));
};

/** The desk that found them: the step the case came from to be told. */
export const findingDesk = (state: CaseState): string => {
  const at = state.path.findLastIndex(({ step }) => step === 'telling');
  return state.path[at - 1]?.step ?? 'handler';
};

/**
 * 一次告知 (行政许可法第三十二条): one notice with everything to be corrected; one more only with the reason why it was
 * not in the first, which is printed on it.
 */
export const tellOnce = (correct: ActDef, named = 'correct'): readonly ActDef[] => [
  {
    ...correct,
    ...(named === 'correct' ? {} : { key: named }),
    when: (context) => !told(context) && (correct.when?.(context) ?? true),
  },
  {
    ...correct,
    key: 'correct-again',
    label: '再次补正告知（写明首次未列的原因）',
    en: 'Tell once more, with the reason',
    opinion: 'required',
    when: (context) => told(context) && (correct.when?.(context) ?? true),
  },
];

/** What a desk that examines does with faults it finds: it hands them to the desk that accepted the filing. */
export const findFaults: ActDef = {
  kind: 'correct',
  key: 'found',
  label: '提出补正事项',
  en: 'Name what is to be corrected',
  opinion: 'optional',
  collects: 'faults',
  to: 'telling',
};

/** The accepting desk, once more: whatever the examining desks found leaves the office as one notice. */
export const tellingStep = (window: Who, correct: ActDef): Step => ({
  kind: 'work',
  title: '补正一次告知',
  en: 'Telling what is to be corrected',
  phase: '省外办',
  who: window,
  days: key('days.window'),
  next: ({ state }) => findingDesk(state),
  note: ({ state }) => {
    const found = faultsFound(state);
    return found.length === 0 ? [] : [`审查中提出${found.length}处需补正，请汇总后一次告知申报单位`];
  },
  acts: [
    ...tellOnce({ ...correct, faults: ({ state }) => faultsFound(state) }),
    {
      kind: 'advance',
      key: 'not-needed',
      label: '无需补正，退回提出环节',
      en: 'Nothing to correct: back to who found it',
      opinion: 'required',
    },
    { kind: 'transfer' },
    { kind: 'copy' },
  ],
});
