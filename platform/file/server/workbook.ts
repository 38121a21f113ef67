import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Field, TableField } from '@zhitongche/form';
import { choosing, OPTION_SHEET, optionColumns } from './drop-downs.ts';

/** Media type of an XLSX. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EEF7', wrap: true, alignVertical: 'top' } as const;
const NOTE = { textColor: '#666666', wrap: true, alignVertical: 'top' } as const;

/**
 * A text cell that stays text: a value that begins like a formula gets an apostrophe before it, for a file saved as CSV
 * on the way would otherwise run in the reader's spreadsheet program.
 */
export const textCell = (text: string): Cell => ({ value: plainCell(text), type: String, format: '@' });

/** A text that no spreadsheet program takes for a formula. */
export const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The text that {@link plainCell} was made of. */
export const cellAsTyped = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');

/** Rows of a template that are laid out as text. */
const BLANK_ROWS = 100;

/** The form a table field is imported by: labels as heads, what each column takes below, no data. */
export async function templateOf(field: TableField): Promise<Uint8Array> {
  const columns = Object.values(field.columns).filter(
    (column) => column.kind !== 'files' && column.kind !== 'table',
  );
  const required = (column: Field) =>
    column.required === true
      ? '（必填）'
      : column.required === undefined || column.required === false
        ? '（选填）'
        : '';
  const data: SheetData = [
    columns.map((column) => ({ value: `${column.label}${required(column)}`, type: String, ...HEAD })),
    ...Array.from({ length: Math.min(field.maxRows, BLANK_ROWS) }, () =>
      columns.map(() => ({ value: '', type: String, format: '@' })),
    ),
  ];
  const help: SheetData = [
    [
      { value: '列名', type: String, ...HEAD },
      { value: '填写说明', type: String, ...HEAD },
    ],
    ...columns.map((column): Cell[] => [
      { value: column.label, type: String },
      { value: hintOf(column), type: String, ...NOTE },
    ]),
    [
      { value: '注意', type: String },
      {
        value: `最多 ${field.maxRows} ${field.rowName}；号码类单元格请保持“文本”格式。`,
        type: String,
        ...NOTE,
      },
    ],
  ];
  const long = optionColumns(columns);
  const book = writeXlsxFile(
    [
      {
        sheet: sheetName(field.label),
        data,
        stickyRowsCount: 1,
        columns: columns.map((column) => ({ width: Math.max(12, column.label.length * 2 + 6) })),
      },
      { sheet: '填写说明', data: help, columns: [{ width: 24 }, { width: 80 }] },
      ...(long.length === 0 ? [] : [{ sheet: OPTION_SHEET, data: long }]),
    ],
    { features: [choosing(columns, Math.min(field.maxRows, BLANK_ROWS))] },
  );
  return await book.toBuffer();
}

/** What a list says in a cell: text, a number to reckon with, or nothing. */
export type ListCell = string | number | null;

/** A list on its way out: every page says who took it and when. */
export interface ListExport {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ListCell[])[];
  /** `张三（出国审批处）于 2026-11-21 10:30 导出`. */
  readonly watermark: string;
}

/** Writes a list with its watermark row at the top. */
export async function listWorkbook(list: ListExport): Promise<Uint8Array> {
  const data: SheetData = [
    [
      {
        value: `${list.watermark}　仅限工作使用，不得外传`,
        type: String,
        textColor: '#999999',
        columnSpan: list.heads.length,
      },
    ],
    list.heads.map((head) => ({ value: head, type: String, ...HEAD })),
    ...list.rows.map((row) => row.map(listCell)),
  ];
  const book = writeXlsxFile(data, {
    sheet: sheetName(list.title),
    stickyRowsCount: 2,
    columns: list.heads.map((head) => ({ width: Math.max(14, head.length * 2 + 4) })),
  });
  return await book.toBuffer();
}

const listCell = (cell: ListCell): Cell =>
  typeof cell === 'number' ? { value: cell, type: Number } : textCell(cell ?? '');

/** Excel allows 31 characters without these signs in the name of a sheet. */
const sheetName = (label: string): string =>
  [...label.replaceAll(/[\\/?*[\]:']/g, ' ')].slice(0, 31).join('') || '表';

function hintOf(column: Field): string {
  const help = column.help ? `${column.help} ` : '';
  switch (column.kind) {
    case 'date':
      return `${help}日期，如 2026-03-05`;
    case 'date-time':
      return `${help}日期和时间，如 2026-03-05 09:30`;
    case 'choice':
      return `${help}填其一：${column.options.map((option) => option.label).join('、')}`;
    case 'choices':
      return `${help}可填多项，用顿号隔开：${column.options.map((option) => option.label).join('、')}`;
    case 'yes-no':
      return `${help}填“是”或“否”`;
    case 'integer':
      return `${help}整数${column.unit ? `，单位：${column.unit}` : ''}`;
    case 'decimal':
      return `${help}数字，最多 ${column.scale} 位小数${column.unit ? `，单位：${column.unit}` : ''}`;
    case 'country':
      return `${help}国家或地区名称`;
    case 'citizen-id':
      return `${help}18 位居民身份证号码，单元格用“文本”格式`;
    case 'text':
      return `${help}最多 ${column.max} 字`;
    default:
      return help.trim();
  }
}
