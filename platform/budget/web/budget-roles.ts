import { BUDGET_READERS, BUDGET_WRITERS } from '@zhitongche/access';
import type { Me } from '@zhitongche/contract/web';

/** Whether somebody reads and publishes budgets. */
export const writesBudgets = (me: Pick<Me, 'grants'>): boolean =>
  me.grants.some((g) => BUDGET_WRITERS.some((role) => role === g.role));

/** Whether somebody may see budgets that are not public. */
export const readsBudgets = (me: Pick<Me, 'grants'>): boolean =>
  me.grants.some((g) => BUDGET_READERS.some((role) => role === g.role));
