import type { Block, Cell, Json } from '@zhitongche/base';
import {
  type Answers,
  cellWords,
  type Field,
  type Form,
  inRow,
  showAnswer,
  shownColumns,
  shownFields,
  type TableField,
} from '@zhitongche/form';
import type { Service, Shown } from '../service.ts';

const label = (text: string): Cell => ({ text, label: true });

/** As a screen says it: what is masked stays so. */
const wordsOf = (field: Field, value: Json | undefined): string =>
  field.kind === 'files' ? showAnswer(field, value) : cellWords(field, value);
const inCell = (table: TableField, column: Field, row: Answers, key: string): string =>
  wordsOf(inRow(table.columns, column, row), row[key]);

/** Text that needs the whole width of the sheet. */
const isLong = (field: Field, words: string): boolean =>
  field.kind === 'files' || (field.kind === 'text' && field.max > 100) || [...words].length > 18;

interface Said {
  readonly field: Field;
  readonly words: string;
}

/** Labels and values, two of them side by side where they are short. */
const pairs = (said: readonly Said[]): Block => {
  const rows: (readonly (Cell | string)[])[] = [];
  let left: Said | undefined;
  const whole = ({ field, words }: Said): void => {
    rows.push([label(field.label), { text: words, columns: 3 }]);
  };
  for (const one of said) {
    if (isLong(one.field, one.words)) {
      if (left) whole(left);
      left = undefined;
      whole(one);
    } else if (left) {
      rows.push([label(left.field.label), left.words, label(one.field.label), one.words]);
      left = undefined;
    } else left = one;
  }
  if (left) whole(left);
  return { kind: 'table', size: 'list', widths: [10, 15, 10, 15], rows };
};

const rowsOf = (value: Json | undefined): readonly Answers[] =>
  Array.isArray(value)
    ? value.map((row: Json) => (row instanceof Object && !Array.isArray(row) ? (row as Answers) : {}))
    : [];

/** Most columns that stand side by side on an upright sheet. */
const SIDE_BY_SIDE = 6;

/** A sub-table: as one where its columns have room, else each row as a form of its own. Nothing is left out or cut. */
const tableBlocks = (field: TableField, value: Json | undefined, whole: Answers): readonly Block[] => {
  // A table its reader may not see is not an empty one.
  if (value !== undefined && !Array.isArray(value))
    return [{ kind: 'paragraph', text: `${field.label}：不予显示`, indent: false }];
  const rows = rowsOf(value);
  if (rows.length === 0) return [{ kind: 'paragraph', text: `${field.label}：无`, indent: false }];
  const columns = Object.entries(field.columns);
  if (columns.length <= SIDE_BY_SIDE)
    return [
      { kind: 'paragraph', text: `${field.label}（${rows.length}${field.rowName}）`, indent: false },
      {
        kind: 'table',
        size: 'dense',
        widths: columns.map(([, column]) => (column.kind === 'text' && column.max > 60 ? 3 : 2)),
        header: [columns.map(([, column]) => column.label)],
        rows: rows.map((row) => columns.map(([key, column]) => inCell(field, column, row, key))),
      },
    ];
  return rows.flatMap((row, index): readonly Block[] => {
    const asked = new Set(shownColumns(field.columns, row, whole));
    return [
      { kind: 'paragraph', text: `${field.label}，第${index + 1}${field.rowName}`, indent: false },
      pairs(
        columns.flatMap(([key, column]) =>
          asked.has(key) ? [{ field: column, words: inCell(field, column, row, key) }] : [],
        ),
      ),
    ];
  });
};

const shownBlocks = (title: string, shown: Shown): readonly Block[] =>
  shown.kind === 'text'
    ? [{ kind: 'paragraph', text: `${title}：${shown.text}`, indent: false }]
    : [
        { kind: 'paragraph', text: title, indent: false },
        {
          kind: 'table',
          size: 'dense',
          widths: shown.columns.map(() => 1),
          header: [shown.columns.map((column) => column.label)],
          rows: [...shown.rows, ...(shown.total ? [shown.total] : [])].map((row) =>
            row.map((text, i): Cell => ({ text, align: shown.columns[i]?.align ?? 'left' })),
          ),
          ...(shown.total ? { total: true } : {}),
        },
        ...(shown.note ? [{ kind: 'paragraph', text: shown.note } as const] : []),
      ];

/** 申报表 of any service: what is asked, section by section, with what was answered and what was computed from it. */
export const applicationSheet = (
  { name, form, computed }: Pick<Service, 'name' | 'computed'> & { readonly form: Form },
  answers: Answers,
  derived: Json,
  under: string,
): readonly Block[] => {
  const asked = new Set(shownFields(form, answers));
  const sections = Object.entries(form).flatMap(([key, section]): readonly Block[] => {
    const fields = Object.entries(section.fields).filter(([field]) => asked.has(field));
    if (fields.length === 0) return [];
    const plain = fields.filter(([, field]) => field.kind !== 'table');
    return [
      { kind: 'heading', level: 2, text: section.title },
      ...(plain.length > 0
        ? [pairs(plain.map(([field, def]) => ({ field: def, words: wordsOf(def, answers[field]) })))]
        : []),
      ...fields.flatMap(([field, def]) =>
        def.kind === 'table' ? tableBlocks(def, answers[field], answers) : [],
      ),
      ...computed
        .filter(({ after }) => after === key)
        .flatMap(({ label: title, show }) => {
          const shown = derived === null ? undefined : show(derived);
          return shown ? shownBlocks(title, shown) : [];
        }),
    ];
  });
  return [
    { kind: 'title', lines: [`${name}申报表`] },
    { kind: 'paragraph', text: under, align: 'center', indent: false },
    ...sections,
  ];
};
