export { type Scheme, schemeOf, type Subject, subjects } from './codes/classification.ts';
export {
  parseProjectCode,
  projectCheckCharacter,
  type ProjectCode,
  type ProjectCodeProblem,
  projectCodeProblem,
} from './codes/project-code.ts';
export { type Change, changesBetween } from './edit/changes.ts';
export { mustSettle, openFindings, type SettledFinding, standingFindings } from './edit/settled.ts';
export type { CellKind, Sheet, SheetColumn } from './edit/sheet.ts';
export { sheetsOf, withCell, withoutRow, withRow } from './edit/sheets.ts';
export { type UnsoundCell, unsoundCells } from './model/sound.ts';
export { type DepartmentProfile, profile } from './compare/compare.ts';
export type { Column, Layout, LayoutId, TableDefinition, TableRole } from './layout/definition.ts';
export { layouts, tableDefinition } from './layout/layouts.ts';
export { type DepartmentGoal, departmentGoals } from './model/department-goals.ts';
export type * from './model/disclosure.ts';
export {
  departmentFacts,
  departmentMoney,
  type IndicatorTree,
  level1Of,
  planMonths,
  termSources,
  termTexts,
  threeBranchTree,
} from './model/goal-form.ts';
export { type Operator, parseTarget, type QualitativeKind, type Target } from './model/target.ts';
export {
  convert,
  type Figure,
  groupThousands,
  type Money,
  type MoneyUnit,
  readFigure,
  sumFigures,
} from './money/figure.ts';
export type { Finding, FindingKind } from './read/finding.ts';
export { type Place, placeText } from './read/line.ts';
export type { Progress, ReadOptions } from './read/opened.ts';
export {
  type FileKind,
  type ReadDisclosure,
  readDisclosure,
  type SourceFile,
  type UnreadableFile,
} from './read/read.ts';
export { readCommand, type ReadReport } from './read/read-command.ts';
export type { Cell, Check, Side, Spot, Verdict } from './reconcile/check.ts';
export { reconcile, type Reconciliation } from './reconcile/reconcile.ts';
export { type Rule, rules } from './reconcile/rules.ts';
export { type Remark, reviewGoals } from './review/review.ts';
export { checksCsv, comparisonCsv, indicatorCsv, tableCsv } from './write/csv.ts';
export { disclosureDocument } from './write/build.ts';
export type { Block, GridBlock, GridCell, OfficeDocument } from './write/document.ts';
export {
  explain,
  type ExplainInput,
  type Explanation,
  type OperatingCostRule,
  type Reasons,
} from './write/explain.ts';
export { writeXlsx } from './write/xlsx.ts';
