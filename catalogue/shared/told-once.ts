import type {
  ActAnywhere,
  ActDef,
  CaseState,
  CorrectionItem,
  FlowContext,
  Seat,
  StepTo,
  Who,
  WorkStep,
} from '@zhitongche/case';

/** Steps of the office that received the filing, and the keys of the acts by which they send a 补正通知. */
export type Speaking = Readonly<Record<string, readonly string[]>>;

const readFault = (row: unknown): readonly CorrectionItem[] => {
  if (!(row instanceof Object) || !('at' in row) || !('message' in row)) return [];
  const { at, message } = row;
  if (typeof at !== 'string' || typeof message !== 'string') return [];
  const basis = 'basis' in row && typeof row.basis === 'string' ? { basis: row.basis } : {};
  return [{ at, message, ...basis }];
};

/** What a desk that examines does with faults it finds: it hands them to the desk that accepted the filing. */
export const findFaults = {
  kind: 'correct',
  key: 'found',
  label: '提出补正事项',
  en: 'Name what is to be corrected',
  opinion: 'optional',
  collects: 'faults',
  to: 'telling',
} as const satisfies ActDef;

/** The desk that found them: the step the case came from to be told. */
export const findingDesk = <const K extends string>(state: CaseState, otherwise: K): K => {
  const at = state.path.findLastIndex(({ step }) => step === 'telling');
  // A case only passes steps of its own flow.
  return (state.path[at - 1]?.step as K | undefined) ?? otherwise;
};

/** A corrected case goes on at the desk that found the faults, whichever told of them. */
export const backToFinder =
  <const K extends string>(otherwise: K) =>
  ({ state }: Pick<FlowContext, 'state'>): 'asker' | { readonly step: K } =>
    state.resumeAt === 'telling' ? { step: findingDesk(state, otherwise) } : 'asker';

/**
 * 一次告知 (行政许可法第三十二条): one notice with everything to be corrected; one more only with the reason why it was
 * not in the first, which is printed on it.
 */
export const onceTold = (speaking: Speaking) => {
  /** Notices the applicant was sent, oldest first: who told, when, and why again. */
  const noticesTold = ({ seats }: Pick<CaseState, 'seats'>): readonly Seat[] =>
    seats.filter(
      ({ step, act, status }) => status === 'done' && act !== undefined && speaking[step]?.includes(act),
    );
  const told = ({ state }: FlowContext): boolean => noticesTold(state).length > 0;
  /** What desks have found since the applicant was last told, in the order found. */
  const faultsFound = (state: CaseState): readonly CorrectionItem[] => {
    const since = noticesTold(state).at(-1)?.at ?? '';
    return (state.records.faults ?? [])
      .filter(({ at }) => at > since)
      .flatMap(({ data }) => (Array.isArray(data.faults) ? data.faults : []).flatMap(readFault));
  };
  /** The two acts of a desk that tells: the first time, and once more with the reason. */
  const tellOnce = (correct: ActAnywhere, named = 'correct'): readonly ActAnywhere[] => [
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
  /** The accepting desk, once more: whatever the examining desks found leaves the office as one notice. */
  const tellingStep = <const K extends string>(
    window: Who,
    correct: ActAnywhere,
    more: { readonly days: string; readonly otherwise: K },
  ): StepTo<K, WorkStep> => ({
    kind: 'work',
    title: '补正一次告知',
    en: 'Telling what is to be corrected',
    phase: '省外办',
    who: window,
    days: more.days,
    next: ({ state }) => findingDesk(state, more.otherwise),
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
  return { noticesTold, faultsFound, tellOnce, tellingStep };
};
