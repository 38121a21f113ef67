import type { DepartmentProfile } from '../compare/compare.ts';
import { tableDefinition } from '../layout/layouts.ts';
import type { BudgetTable, Disclosure } from '../model/disclosure.ts';
import type { Reconciliation } from '../reconcile/reconcile.ts';

/** A table as open data (RFC 4180, CRLF): a header of column keys, figures as printed, blanks empty. */
export function tableCsv(model: Disclosure, table: BudgetTable): string {
  const columns = tableDefinition(model.layout, table.id)?.columns ?? [];
  return rows([columns.map((column) => column.key), ...table.rows]);
}

/** All indicators of all project forms as open data, one line per indicator, targets taken apart. */
export function indicatorCsv(model: Disclosure): string {
  const header = [
    'project_code',
    'project',
    'scope',
    'no',
    'level1',
    'level2',
    'name',
    'description',
    'raw',
    'operator',
    'value',
    'unit',
    'deadline',
    'basis',
  ];
  const body = model.projects.flatMap((form) =>
    form.indicators.map((own) => [
      form.layout === 'payment-plan' ? form.code : null,
      form.name,
      own.scope,
      String(own.no),
      own.level1,
      own.level2,
      own.name,
      own.description,
      own.raw,
      own.target?.operator ?? null,
      own.target?.value ?? null,
      own.target?.unit ?? null,
      own.target?.deadline ?? null,
      own.basis,
    ]),
  );
  return rows([header, ...body]);
}

/** Every check as open data: the rule, both sides with their values, the difference and the outcome. */
export function checksCsv({ checks }: Reconciliation): string {
  return rows([
    [
      'rule',
      'title',
      'left',
      'left_value',
      'relation',
      'right',
      'right_value',
      'difference',
      'tolerance',
      'verdict',
      'note',
    ],
    ...checks.map((check) => [
      check.rule,
      check.title,
      check.left.label,
      check.left.value,
      check.relation,
      check.right.label,
      check.right.value,
      check.difference,
      check.tolerance,
      check.verdict,
      check.note,
    ]),
  ]);
}

/** Departments side by side as open data, one line each; money in 万元, functional classes as "code name amount". */
export function comparisonCsv(profiles: readonly DepartmentProfile[]): string {
  return rows([
    [
      'department',
      'year',
      'total',
      'basic',
      'project',
      'personnel',
      'public_use',
      'staff',
      'basic_per_head',
      'projects',
      'project_average',
      'project_largest',
      'three_public',
      'abroad',
      'vehicle',
      'vehicle_purchase',
      'vehicle_running',
      'reception',
      'functions',
    ],
    ...profiles.map((own) => [
      own.name,
      own.year,
      own.total,
      own.basic,
      own.project,
      own.personnel,
      own.publicUse,
      own.staff,
      own.basicPerHead,
      String(own.projects.count),
      own.projects.average,
      own.projects.largest,
      own.threePublic.total,
      own.threePublic.abroad,
      own.threePublic.vehicle,
      own.threePublic.purchase,
      own.threePublic.running,
      own.threePublic.reception,
      own.functions.map(({ code, name, amount }) => `${code} ${name} ${amount ?? ''}`.trim()).join('; '),
    ]),
  ]);
}

function rows(lines: readonly (readonly (string | null)[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Text that a spreadsheet would take for a formula is led by an apostrophe; negative figures stay figures. */
function cell(text: string | null): string {
  if (text === null) return '';
  const safe =
    /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(?:\.\d+)?$/.test(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
