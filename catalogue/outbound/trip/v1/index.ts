import { defineService, type Service } from '@zhitongche/case';
import { current } from '../current.ts';
import { custodyAmends } from '../flow-after.ts';
import { flowV1 } from './flow.ts';
import { afterTripV1 } from './flow-after.ts';
import { tripFormV1 } from './form.ts';
import { formsV1 } from './forms.ts';
import { issuingV1, papersV1 } from './papers.ts';
import { rulesV1 } from './rules.ts';
import { asFiledThen } from './sample.ts';

const LATER_REGISTERS: readonly string[] = ['trips-under-way', 'correction-notices'];

const issued = issuingV1(flowV1);

/**
 * Version 1, for the cases that were filed under it: what version 2 changed is changed back here, and the lock sees to
 * it that nothing else moves. Nobody files under it any more.
 */
export const outboundTripV1: Service = defineService({
  ...current,
  version: 1,
  form: tripFormV1,
  flow: { ...issued, steps: afterTripV1(issued.steps) },
  forms: formsV1(current.forms),
  amends: custodyAmends('passports'),
  // What the program writes for a draft came after the last case was filed under it.
  prepared: {},
  papers: papersV1,
  checks: rulesV1,
  // Delegations on their way and notices to applicants are kept in registers since version 2.
  registers: current.registers.filter(({ key }) => !LATER_REGISTERS.includes(key)),
  sample: (today) => asFiledThen(current.sample(today)),
});
