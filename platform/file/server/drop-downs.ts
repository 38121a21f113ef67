import type { Feature, SheetData } from 'write-excel-file/node';
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Field } from '@zhitongche/form';

/** What a workbook's writer lets be added to its parts. */
type BookFeature = Feature<Stream | Buffer | Blob>;

/** Hidden sheet with the lists that are too long to stand in a cell's own rule. */
export const OPTION_SHEET = '选项';
/** Longest list a rule may spell out (ECMA-376 part 1, 18.3.1.32). */
const SPELLED = 255;

/** What may be chosen in a column; undefined where anything may be typed, as several answers in one cell must be. */
const choicesOf = (column: Field): readonly string[] | undefined =>
  column.kind === 'choice'
    ? column.options.map(({ label }) => label)
    : column.kind === 'yes-no'
      ? ['是', '否']
      : undefined;

const isLong = (labels: readonly string[]): boolean =>
  labels.join(',').length > SPELLED || labels.some((label) => /[,"]/.test(label));

/** Lists for the hidden sheet, one a column. */
export function optionColumns(columns: readonly Field[]): SheetData {
  const lists = longLists(columns);
  const height = Math.max(0, ...lists.map((labels) => labels.length));
  return Array.from({ length: height }, (_, row) =>
    lists.map((labels) => ({ value: labels[row] ?? '', type: String })),
  );
}

const longLists = (columns: readonly Field[]): readonly (readonly string[])[] =>
  columns.flatMap((column) => {
    const labels = choicesOf(column);
    return labels !== undefined && isLong(labels) ? [labels] : [];
  });

/** Lets a column be filled by choosing, in the rows below the heads of the first sheet; another word is still let through, for the import says what is wrong with it. */
export function choosing(columns: readonly Field[], rows: number): BookFeature {
  const rules = columns.flatMap((column, at) => {
    const labels = choicesOf(column);
    if (labels === undefined) return [];
    const range = `${letters(at + 1)}2:${letters(at + 1)}${rows + 1}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${range}"><formula1>${formulaOf(labels, columns.slice(0, at))}</formula1></dataValidation>`;
  });
  const validations = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) =>
            sheetIndex === 0 && rules.length > 0
              ? content.replace('</sheetData>', `</sheetData>${validations}`)
              : content,
        },
        'xl/workbook.xml': {
          transform: (content) =>
            content.replace(`name="${OPTION_SHEET}"`, `name="${OPTION_SHEET}" state="hidden"`),
        },
      },
    },
  };
}

function formulaOf(labels: readonly string[], before: readonly Field[]): string {
  if (!isLong(labels)) return `"${escaped(labels.join(','))}"`;
  const column = letters(longLists(before).length + 1);
  return `${OPTION_SHEET}!$${column}$1:$${column}$${labels.length}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function letters(column: number): string {
  const head = Math.floor((column - 1) / 26);
  return (head > 0 ? letters(head) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
