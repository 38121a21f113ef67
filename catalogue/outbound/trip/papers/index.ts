import type { PaperDef } from '@zhitongche/case';
import { amendment, approval, confirmation } from './approval.ts';
import { fundingOpinion, roster } from './lists.ts';
import { notice } from './notice.ts';
import { acceptance, correction } from './notices.ts';

/** Every paper of the service. */
export const papers: readonly PaperDef[] = [
  approval,
  notice,
  confirmation,
  roster,
  fundingOpinion,
  acceptance,
  correction,
  amendment,
];
