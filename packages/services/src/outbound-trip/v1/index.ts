import { defineService, type Service } from '@zhitongche/kernel';
import { current } from '../current.ts';
import { flowV1 } from './flow.ts';
import { afterTripV1 } from './flow-after.ts';
import { tripFormV1, withOldMembers } from './form.ts';
import { issuingV1, papersV1 } from './papers.ts';
import { rulesV1 } from './rules.ts';
import { asFiledThen } from './sample.ts';

const { personnel: _personnel, ...forms } = current.forms;
const issued = issuingV1(flowV1);

/**
 * Version 1, for the cases that were filed under it: what version 2 changed is changed back here, and the lock sees to
 * it that nothing else moves. Nobody files under it any more.
 */
export const outboundTripV1: Service = defineService({
  ...current,
  version: 1,
  form: tripFormV1,
  forms: Object.fromEntries(
    Object.entries(forms).map(([key, asked]) => [key, { ...asked, form: withOldMembers(asked.form) }]),
  ),
  flow: { ...issued, steps: afterTripV1(issued.steps) },
  papers: papersV1,
  checks: rulesV1,
  // Delegations on their way are kept in a register since version 2.
  registers: current.registers.filter(({ key }) => key !== 'trips-under-way'),
  sample: (today) => asFiledThen(current.sample(today)),
});
