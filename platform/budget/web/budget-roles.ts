import type { Me } from '@zhitongche/contract/web';

const READERS: readonly string[] = [
  'finance-officer',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
];

/** Whether somebody reads and publishes budgets. */
export const writesBudgets = (me: Pick<Me, 'grants'>): boolean =>
  me.grants.some((g) => g.role === 'finance-officer');

/** Whether somebody may see budgets that are not public; the same roles as the contract's. */
export const readsBudgets = (me: Pick<Me, 'grants'>): boolean =>
  me.grants.some((g) => READERS.includes(g.role));
