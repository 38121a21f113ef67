import type { Check } from '@zhitongche/case';
import { retiredPeople } from '../../../shared/people-on-record.ts';
import { clearanceRules } from './clearance.ts';
import { companyRules } from './company.ts';
import { historyRules } from './history.ts';
import { limitRules } from './limits.ts';
import { materialRules } from './materials.ts';
import { moneyRules } from './money.ts';
import { peopleRules } from './people.ts';
import { placeRules } from './places.ts';
import { publicityRules } from './publicity.ts';
import { purposeRules } from './purpose.ts';
import { routeRules } from './route.ts';
import { wholeBudgetRules } from './whole-budget.ts';

/** Every pre-review rule of the service, by code. R-35 (limits before 2013) concerns old files only and has no check. */
export const rules: readonly Check[] = [
  ...limitRules,
  ...historyRules,
  ...peopleRules,
  retiredPeople('P-13', 'members', 'name'),
  ...companyRules,
  ...clearanceRules,
  ...purposeRules,
  ...publicityRules,
  ...moneyRules,
  ...wholeBudgetRules,
  ...placeRules,
  ...routeRules,
  ...materialRules,
].toSorted((a, b) => a.code.localeCompare(b.code, 'en'));

/** The same rule as advice: for changes after approval, which people decide case by case. */
export const asAdvice = (check: Check): Check => ({
  ...check,
  level: check.level === 'block' ? 'warn' : check.level,
  run: (answers, context) =>
    check
      .run(answers, context)
      .map((found) => (found.level === 'block' ? { ...found, level: 'warn' } : found)),
});
