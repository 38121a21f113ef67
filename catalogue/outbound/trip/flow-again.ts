import type { ActDef, Flow, FlowContext, Step, Who } from '@zhitongche/case';
import { type Again, AGAIN_STEPS, askedAgain } from './again.ts';
import { agree, correct, passOn } from '../../shared/desk-acts.ts';
import { beforeOffice, recordClearance } from './flow-unit.ts';
import { key } from './policy.ts';
import { backToFinder } from '../../shared/told-once.ts';

type WorkStep = Extract<Step, { readonly kind: 'work' }>;

const concerns =
  (whom: Again) =>
  ({ state }: FlowContext) =>
    askedAgain(state).includes(whom);

/** The desk that asked; where the head of division did, what he had before him is examined anew from the handler on. */
const backToOffice = ({ state }: FlowContext): string => {
  const asker = state.path.findLast(({ step }) => !AGAIN_STEPS.includes(step))?.step;
  return asker === undefined || asker === 'telling' || asker === 'division-head' ? 'handler' : asker;
};

const work = (
  title: string,
  who: Who,
  acts: readonly ActDef[],
  more: Pick<WorkStep, 'when' | 'days' | 'next'>,
): Step => ({
  kind: 'work',
  title: `补正后：${title}`,
  phase: '单位',
  who,
  // Whoever corrects has the time, as while the case was with the applicant.
  standsStill: () => true,
  acts,
  ...more,
});

/** What the unit does about a correction for the office that changed people, days, countries or money. */
export const againSteps: Readonly<Record<string, Step>> = {
  'again-finance': work(
    '财务部门审核预算',
    { role: 'unit-finance', at: 'unit' },
    [
      { ...agree, opinion: 'required' },
      { ...correct, key: 'disagree', label: '不同意，退回修改', opinion: 'required' },
      ...passOn,
    ],
    {
      days: key('days.opinions'),
      when: (context) =>
        concerns('finance')(context) && context.policy.list(key('unit-opinions')).includes('finance'),
      next: 'again-personnel',
    },
  ),
  'again-personnel': work(
    '新增人员备案、政审',
    { role: 'unit-personnel', at: 'unit' },
    [
      recordClearance,
      { ...correct, key: 'not-cleared', label: '未通过，退回调整', opinion: 'required' },
      ...passOn,
    ],
    {
      days: key('days.personnel'),
      when: (context) => concerns('personnel')(context) && context.policy.flag(key('personnel-filing')),
      next: 'again-sign',
    },
  ),
  'again-sign': work('单位签批', { role: 'signer', at: 'unit' }, [agree, correct, ...passOn], {
    days: key('days.unit'),
    next: 'again-superior',
  }),
  'again-superior': work('主管部门审核', { role: 'signer', at: 'superior' }, [agree, correct, ...passOn], {
    days: key('days.superior'),
    when: ({ underSuperior }) => underSuperior,
    next: backToOffice,
  }),
};

/**
 * Who sees a corrected case first: what the unit itself sent back it looks at from the beginning; what an office sent
 * back, whoever of the unit the correction concerns; else the desk that found the faults.
 */
export const afterCorrection: NonNullable<Flow['afterCorrection']> = (context) => {
  const { state } = context;
  const asker = state.resumeAt ?? '';
  if (Object.hasOwn(beforeOffice, asker)) return 'start';
  if (askedAgain(state).length > 0) return { step: 'again-finance' };
  return backToFinder('handler')(context);
};
