import type { Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { FeesDef } from '@zhitongche/money';
import type { Who } from '../flow-words.ts';
import type { CaseState } from '../state.ts';

/** What a service is charged for, and who at the office has to do with the money. */
export interface ServiceFees extends FeesDef {
  /** `state`: the case as it stands, once it is filed; what was decided since counts. */
  lines(answers: Answers, derived: Json, state?: CaseState): ReturnType<FeesDef['lines']>;
  /** Who takes money at the counter; the window of the office when absent. */
  readonly counter?: Who;
  /** Who compares vouchers with the bank, exempts and confirms refunds; the finance officer of the finance division when absent. */
  readonly finance?: Who;
  /** Number series of its receipts; the office's own for all services when absent. */
  readonly series?: { readonly key: string; readonly pattern: string };
}

/** The window of the office, where nothing else is said. */
export const counterOf = ({ counter }: ServiceFees): Who => counter ?? { role: 'window', at: 'office' };

/** The finance officer of the office's finance division, where nothing else is said. */
export const financeOf = ({ finance }: ServiceFees): Who =>
  finance ?? { role: 'finance-officer', at: 'division:finance' };
