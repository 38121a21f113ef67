import { issuePaper } from './issue-paper.ts';
import { notifyPeople } from './notify.ts';
import type { JobHandler } from './outbox.ts';
import { revokeEnded } from './revoke-ended.ts';
import { updateRegisters } from './update-registers.ts';

/** What the outbox may ask for, by kind. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  issue: issuePaper,
  notify: notifyPeople,
  register: updateRegisters,
  revoke: revokeEnded,
};
