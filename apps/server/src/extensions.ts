import { APPOINTMENT_POLICIES } from '@zhitongche/appointment';
import { KERNEL_POLICIES, type PolicyDef } from '@zhitongche/office';
import { LOGIN_POLICIES } from '@zhitongche/account/server';
import { STAFFING_POLICIES } from '@zhitongche/administration/server';
import { BUDGET_POLICIES, budgetDraft, ceilingsLeft } from '@zhitongche/budget/server';
import { DRAWN } from '@zhitongche/case';
import { drawnVersions } from '@zhitongche/case/server';
import { CHANNEL_POLICIES } from '@zhitongche/channel';
import { SURVEY_POLICIES } from '@zhitongche/survey/server';
import { INDICATOR_POLICIES } from '@zhitongche/indicator/server';
import { FILE_POLICIES } from '@zhitongche/file/server';
import type { Lookups } from '@zhitongche/core/server';
import { settling, specimens } from '@zhitongche/catalogue/shelf.ts';
import { type RegisterKind, ROW_TERM } from '@zhitongche/register';
import { VISITOR_POLICIES } from '@zhitongche/visitor';
import { reachedVisitors } from '@zhitongche/visitor/server';
import { keptRowLookup, keptRowsLookup, spelledNames, standingLookup } from '@zhitongche/register/server';

/** Figures that belong to no service: log-in, files, clocks, budgets. */
export const PLATFORM_POLICIES: readonly PolicyDef[] = [
  ...KERNEL_POLICIES,
  ...LOGIN_POLICIES,
  ...FILE_POLICIES,
  ...BUDGET_POLICIES,
  ...INDICATOR_POLICIES,
  ...STAFFING_POLICIES,
  ...CHANNEL_POLICIES,
  ...SURVEY_POLICIES,
  ...VISITOR_POLICIES,
  ...APPOINTMENT_POLICIES,
  ROW_TERM,
];

/** What the platform answers of what services ask of the registers; the rest a folder of the catalogue answers. */
export const platformLookups = (registers: readonly RegisterKind[]): Lookups => ({
  'budget-draft': budgetDraft,
  [DRAWN]: drawnVersions,
  'ceilings-left': ceilingsLeft(registers),
  'kept-row': keptRowLookup(registers),
  'kept-rows': keptRowsLookup(registers),
  'on-record': standingLookup(registers),
  'spelled-names': spelledNames,
});

/** What acts settle beyond their case. */
export const SETTLING = settling;

/** Where people are reached who are no staff. */
export const OUTSIDERS = reachedVisitors;

/** Who knows the seals and signatures on file. */
export const SPECIMENS = specimens;
