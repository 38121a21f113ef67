import { defineService, type Service } from '@zhitongche/kernel';
import { current } from '../current.ts';
import { afterTripV1 } from './flow-after.ts';
import { formBeforeNotes, issuingV1, papersV1 } from './papers.ts';

const issued = issuingV1(current.flow);

/**
 * Version 1, for the cases that were filed under it: what version 2 changed is changed back here, and the lock sees to
 * it that nothing else moves. Nobody files under it any more.
 */
export const outboundTripV1: Service = defineService({
  ...current,
  version: 1,
  form: formBeforeNotes(current.form),
  flow: { ...issued, steps: afterTripV1(issued.steps) },
  papers: papersV1,
});
