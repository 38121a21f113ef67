import type { PaperDef } from '@zhitongche/case';
import { amendedConfirmation, amendment, approval, confirmation } from './approval.ts';
import { lapse } from './lapse.ts';
import { fundingOpinion, roster } from './lists.ts';
import { notice } from './notice.ts';
import { notices, refusals } from './notices.ts';
import { personnelFiling } from './personnel-filing.ts';

/** Every paper of the service. */
export const papers: readonly PaperDef[] = [
  approval,
  notice,
  confirmation,
  roster,
  fundingOpinion,
  ...notices,
  amendment,
  amendedConfirmation,
  lapse,
  ...refusals,
  personnelFiling,
];
