import type { LinkDef, OpenDef } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import type { FlowContext } from '@zhitongche/case';

/** How a trip knows the case of its visas. */
export const VISA_LINK: LinkDef = { key: 'visa', to: ['visa'], label: '签证申办', back: '所属团组' };

/** One press on an approved trip opens the case of its visas with everything the trip knows; nothing is typed twice. */
export const visasFor = (
  approved: (context: FlowContext) => boolean,
  known: (context: Pick<FlowContext, 'state'>) => Answers,
): OpenDef => ({
  key: 'visas',
  label: '办理签证、出境证明',
  en: 'Apply for visas and certificates of exit',
  service: 'visa',
  link: VISA_LINK.key,
  when: approved,
  answers: (state, { caseNumber }) => [{ ...known({ state }), tripNumber: caseNumber }],
});
