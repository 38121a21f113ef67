import { KERNEL_POLICIES, type PolicyDef } from '@zhitongche/kernel';
import { LOGIN_POLICIES } from './account/login-policies.ts';
import { STAFFING_POLICIES } from './admin/staffing-policies.ts';
import { BUDGET_POLICIES } from './budget/budget-policies.ts';
import { budgetDraft } from './budget/prepare/draft-lookup.ts';
import { FILE_POLICIES } from './files/file-policies.ts';
import type { LookupProvider } from './query/lookup-provider.ts';
import { TRIP_LOOKUPS } from './query/lookups.ts';

/** Figures that belong to no service: log-in, files, clocks, budgets. */
export const PLATFORM_POLICIES: readonly PolicyDef[] = [
  ...KERNEL_POLICIES,
  ...LOGIN_POLICIES,
  ...FILE_POLICIES,
  ...BUDGET_POLICIES,
  ...STAFFING_POLICIES,
];

/** Who answers what services ask of the registers, by the name services ask for. */
export const LOOKUPS: Readonly<Record<string, LookupProvider>> = {
  ...TRIP_LOOKUPS,
  'budget-draft': budgetDraft,
};
