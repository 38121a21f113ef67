export { type Scheme, levelOf, subjects } from './codes/classification.ts';
export { projectCheckCharacter, projectCodeProblem } from './codes/project-code.ts';
export { profile } from './compare/compare.ts';
export { type Moved, changeSummary, changesCsv } from './edit/change-summary.ts';
export { type Change, changesBetween, rowsBefore, sheetsMatched } from './edit/changes.ts';
export { cellsOfText, withBlock } from './edit/paste.ts';
export { type SettledFinding, mustSettle, openFindings, standingFindings } from './edit/settled.ts';
export type { CellKind, Sheet } from './edit/sheet.ts';
export { sheetsOf, withCell, withRow, withoutRow } from './edit/sheets.ts';
export {
  type ExecutionRules,
  comesUnder,
  holdsUnder,
  linesUnder,
  standingOf,
} from './execution/ceiling-standing.ts';
export { progressPaper, publicExpensePaper, tenThousands } from './execution/execution-papers.ts';
export { monthEnd, planRemarks } from './execution/payment-plan.ts';
export { PUBLIC_EXPENSES, publicExpenseOf } from './execution/three-public.ts';
export { tableDefinition } from './layout/layouts.ts';
export { departmentGoals } from './model/department-goals.ts';
export type { Disclosure, Indicator } from './model/disclosure.ts';
export { threeBranchTree } from './model/goal-form.ts';
export { type UnsoundCell, misshapenTables, unsoundCells } from './model/sound.ts';
export { type Target, parseTarget } from './model/target.ts';
export { type CategorySum, type Gap, categorySums, gapsAgainst } from './prepare/categories.ts';
export {
  type Offer,
  indicatorOf,
  indicatorOffers,
  searchOffers,
  targetText,
  targetWords,
} from './prepare/indicator-pick.ts';
export { PIN, PREPARATION } from './prepare/service.ts';
export { emptyBudget, nextYear, withIndicator, withProject, withoutProject } from './prepare/start.ts';
export { type TargetRemark, targetRemarks } from './prepare/targets.ts';
export type { Finding } from './read/finding.ts';
export type { Line } from './read/line.ts';
export { type ReadReport, readCommand, unopened } from './read/read-command.ts';
export { readDisclosure } from './read/read.ts';
export type { CellRef, Check, Side, Verdict } from './reconcile/check.ts';
export { type Reconciliation, reconcile } from './reconcile/reconcile.ts';
export { rules } from './reconcile/rules.ts';
export { disclosureDocument } from './write/build.ts';
export { checksCsv, comparisonCsv, indicatorCsv, tableCsv } from './write/csv.ts';
export { explain } from './write/explain.ts';
