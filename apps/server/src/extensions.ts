import { KERNEL_POLICIES, type PolicyDef } from '@zhitongche/office';
import { LOGIN_POLICIES } from '@zhitongche/account/server';
import { STAFFING_POLICIES } from '@zhitongche/administration/server';
import { BUDGET_POLICIES, budgetDraft } from '@zhitongche/budget/server';
import { FILE_POLICIES } from '@zhitongche/file/server';
import { lookupProviders, settlingOf } from '@zhitongche/core/server';
import { catalogue, registers } from '@zhitongche/catalogue/find-service.ts';
import type { RegisterKind } from '@zhitongche/register';
import { keptRowLookup, standingLookup } from '@zhitongche/register/server';

/** Figures that belong to no service: log-in, files, clocks, budgets. */
export const PLATFORM_POLICIES: readonly PolicyDef[] = [
  ...KERNEL_POLICIES,
  ...LOGIN_POLICIES,
  ...FILE_POLICIES,
  ...BUDGET_POLICIES,
  ...STAFFING_POLICIES,
];

/** Registers that people keep. */
export const REGISTERS: readonly RegisterKind[] = registers;

/** Who answers what services ask of the registers, by the name services ask for: the platform, or a folder of the catalogue. */
export const LOOKUPS = lookupProviders(catalogue, {
  'budget-draft': budgetDraft,
  'kept-row': keptRowLookup(REGISTERS),
  'on-record': standingLookup(REGISTERS),
});

/** What acts settle beyond their case. */
export const SETTLING = settlingOf(catalogue);

/** Who knows the seals and signatures on file. */
export const SPECIMENS = catalogue.flatMap(({ specimens }) => specimens ?? []);
