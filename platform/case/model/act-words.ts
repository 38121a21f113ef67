import type { ActKind } from './flow-words.ts';

/** English verbs of the acts. */
export const ACTS_EN: Readonly<Record<ActKind, string>> = {
  submit: 'Submit',
  agree: 'Agree',
  refuse: 'Refuse',
  return: 'Return to an earlier step',
  correct: 'Ask for correction',
  withdraw: 'Take back',
  transfer: 'Transfer',
  entrust: 'Entrust',
  'add-before': 'Add a signer before me',
  'add-after': 'Add a signer after me',
  escalate: 'Escalate',
  report: 'Record the reply',
  urge: 'Urge',
  copy: 'Copy to',
  suspend: 'Suspend',
  resume: 'Resume',
  advance: 'Proceed',
  cancel: 'Cancel',
  retry: 'Try again',
  amend: 'Ask to correct the record',
  endorse: 'Agree to the correction',
  overrule: 'Decline the correction',
};
