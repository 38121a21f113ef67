import { tableDefinition } from '../layout/layouts.ts';
import type { BudgetTable, Disclosure } from '../model/disclosure.ts';

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
