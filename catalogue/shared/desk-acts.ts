import type { ActAnywhere, ActDef, FlowContext, Who } from '@zhitongche/case';

/** A desk has nothing against it; what it says is its own to choose. */
export const agree: ActAnywhere = { kind: 'agree', opinion: 'optional' };
/** Back to an earlier desk, with the reason. */
export const giveBack: ActAnywhere = { kind: 'return', opinion: 'required' };
/** The matter is turned down, with the reason. */
export const refuse: ActAnywhere = { kind: 'refuse', opinion: 'required' };
/** A member of a panel is against it, with the reason. */
export const disagree: ActAnywhere = { ...refuse, label: '不同意' };
/** The clock stands still, with the reason. */
export const pause: ActAnywhere = { kind: 'suspend', opinion: 'required' };

/** Handing the seat to somebody else, or letting somebody know. */
export const passOn: readonly ActAnywhere[] = [{ kind: 'transfer' }, { kind: 'entrust' }, { kind: 'copy' }];

/** What people at a desk may do besides deciding. */
export const desk: readonly ActAnywhere[] = [
  { kind: 'transfer' },
  { kind: 'entrust' },
  { kind: 'add-before' },
  { kind: 'add-after' },
  { kind: 'copy' },
];

/** To the applicant with everything to be corrected, who is told. */
export const correct: ActAnywhere = {
  kind: 'correct',
  opinion: 'optional',
  effects: [{ do: 'notify', to: { applicant: true }, text: '申报已退回补正，需补正的事项已一次列出' }],
};

/** The same with a 补正通知, the paper `correction` of the service. */
export const correctFormally: ActAnywhere = {
  ...correct,
  effects: [{ do: 'issue', paper: 'correction' }, ...(correct.effects ?? [])],
};

/** The case is complete: from here the promised days run, and the applicant gets the paper `acceptance`. */
export const acceptance: NonNullable<ActDef['effects']> = [
  { do: 'start-clock' },
  { do: 'issue', paper: 'acceptance' },
];

/** The accepting desk takes the case up. */
export const accept: ActAnywhere = {
  ...agree,
  key: 'accept',
  label: '受理',
  en: 'Accept',
  opinion: 'none',
  effects: acceptance,
};

/** The accepting desk does not take it up: the paper `non-acceptance` says why. */
export const notAccept: ActAnywhere = {
  ...refuse,
  label: '不予受理',
  effects: [{ do: 'issue', paper: 'non-acceptance' }],
};

/** A desk that examines turns it down: the paper `refusal` says why. */
export const refuseFormally: ActAnywhere = { ...refuse, effects: [{ do: 'issue', paper: 'refusal' }] };

/** A seat for each division that a figure of the office lists by its code. */
export const divisionsListed =
  (policy: string, role: 'division-head' | 'countersigner') =>
  (context: FlowContext): readonly Who[] =>
    context.policy.list(policy).map((code): Who => ({ role, at: `division:${code}` }));

/** The department above the unit looks at what it sends out, where there is one. */
export const superiorReview = {
  kind: 'work',
  title: '主管部门审核',
  en: 'Review by the supervising department',
  phase: '单位',
  when: ({ underSuperior }: FlowContext): boolean => underSuperior,
  who: { role: 'signer', at: 'superior' },
} as const;
