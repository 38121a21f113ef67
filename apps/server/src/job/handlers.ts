import { issuePaper } from './issue-paper.ts';
import { notifyPeople } from './notify.ts';
import type { JobHandler } from './outbox.ts';
import { revokeEnded } from './revoke-ended.ts';
import { tellHeld } from './tell-held.ts';
import { updateRegisters } from './update-registers.ts';

/** What the outbox may ask for, by kind. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  issue: issuePaper,
  notify: notifyPeople,
  register: updateRegisters,
  tell: tellHeld,
  // Asked for by a migration: a node of the program before leaves it to one that knows the newer registers.
  'register-anew': updateRegisters,
  revoke: revokeEnded,
};
