import { tableDefinition } from '../layout/layouts.ts';
import type { BudgetTable, Disclosure, Section } from '../model/disclosure.ts';
import type { Column } from '../layout/definition.ts';
import { departmentParts } from './department-parts.ts';
import { projectParts } from './project-parts.ts';
import { type CellKind, fixed, long, type Part, replaced, type Sheet, stored, words } from './sheet.ts';

/** The whole disclosure as grids, in reading order: cover, tables, goal forms, narrative. */
export function sheetsOf(model: Disclosure): readonly Sheet[] {
  return partsOf(model);
}

/** The disclosure with one cell typed anew; unknown places and fixed cells leave it as it is. */
export function withCell(
  model: Disclosure,
  sheet: string,
  row: number,
  column: number,
  text: string,
): Disclosure {
  const part = partsOf(model).find((own) => own.id === sheet);
  const before = part?.rows[row];
  if (part === undefined || before === undefined || part.columns[column]?.fixed !== undefined) return model;
  return part.write(replaced(part.rows, row, replaced(before, column, stored(text))));
}

/** The disclosure with a blank row before position `at`, where the sheet can grow. */
export function withRow(model: Disclosure, sheet: string, at: number): Disclosure {
  const part = partsOf(model).find((own) => own.id === sheet);
  if (part === undefined || !part.growable) return model;
  const blank = part.columns.map(() => null);
  return part.write([...part.rows.slice(0, at), blank, ...part.rows.slice(at)]);
}

/** The disclosure without the row at a position, where the sheet can grow. */
export function withoutRow(model: Disclosure, sheet: string, at: number): Disclosure {
  const part = partsOf(model).find((own) => own.id === sheet);
  if (part === undefined || !part.growable) return model;
  return part.write(part.rows.filter((_, row) => row !== at));
}

/** The disclosure with other rows in one sheet; unknown sheets leave it as it is. */
export function withRows(
  model: Disclosure,
  sheet: string,
  rows: readonly (readonly (string | null)[])[],
): Disclosure {
  return (
    partsOf(model)
      .find((own) => own.id === sheet)
      ?.write(rows) ?? model
  );
}

function partsOf(model: Disclosure): readonly Part[] {
  return [
    coverPart(model),
    notesPart(model),
    ...model.tables.map((table, at) => tablePart(model, table, at)),
    ...(model.departmentForm === null
      ? []
      : departmentParts(model.departmentForm, model.year, (departmentForm) => ({
          ...model,
          departmentForm,
        }))),
    ...model.projects.flatMap((form, at) =>
      projectParts(form, at, model.year, (next) => ({
        ...model,
        projects: replaced(model.projects, at, next),
      })),
    ),
    narrativePart(model),
  ];
}

function coverPart(model: Disclosure): Part {
  return {
    id: 'cover',
    owner: null,
    title: '部门和年度',
    columns: [fixed('label', '栏目'), words('value', '内容')],
    growable: false,
    rows: [
      ['部门名称', model.department.name],
      ['部门编码', model.department.code],
      ['预算年度', model.year],
    ],
    write: (rows) => ({
      ...model,
      department: { name: stored(rows[0]?.[1]), code: stored(rows[1]?.[1]) },
      year: stored(rows[2]?.[1]),
    }),
  };
}

function notesPart(model: Disclosure): Part {
  return {
    id: 'notes',
    owner: null,
    title: '各表单位和表注',
    columns: [fixed('title', '表'), words('unit', '单位'), long('note', '表注')],
    growable: false,
    rows: model.tables.map((table) => [table.title, table.unit, table.note]),
    write: (rows) => ({
      ...model,
      tables: model.tables.map((table, at) => {
        const unit = stored(rows[at]?.[1]);
        return {
          ...table,
          unit: unit === '万元' || unit === '元' ? unit : null,
          note: stored(rows[at]?.[2]),
        };
      }),
    }),
  };
}

const kinds: Record<Column['kind'], CellKind> = {
  seq: 'words',
  code: 'words',
  words: 'words',
  money: 'figure',
  count: 'figure',
};

function tablePart(model: Disclosure, table: BudgetTable, at: number): Part {
  const columns = tableDefinition(model.layout, table.id)?.columns ?? [];
  return {
    id: table.id,
    owner: table.id,
    title: table.title,
    columns: columns.map((column) => ({
      key: column.key,
      label: column.group === undefined ? column.label : `${column.group}·${column.label}`,
      kind: kinds[column.kind],
    })),
    growable: true,
    rows: table.rows,
    write: (rows) => ({ ...model, tables: replaced(model.tables, at, { ...table, rows }) }),
  };
}

function narrativePart(model: Disclosure): Part {
  return {
    id: 'narrative',
    owner: 'narrative',
    title: '文字说明',
    columns: [words('no', '序号'), words('title', '标题'), long('text', '正文')],
    growable: true,
    rows: model.narrative.map((section) => [section.no, section.title, section.paragraphs.join('\n')]),
    write: (rows) => ({
      ...model,
      narrative: rows.map(
        ([no, title, text]): Section => ({
          no: stored(no),
          title: stored(title),
          paragraphs: (text ?? '').split('\n').flatMap((line) => stored(line) ?? []),
        }),
      ),
    }),
  };
}
