import { BUDGET_READERS, BUDGET_WRITERS } from '@zhitongche/access';
import Type from 'typebox';
import {
  BUDGET_FILES,
  Counts,
  DisclosureShape,
  FindingShape,
  ProfileShape,
  ReconciliationShape,
  Settled,
  SourceLine,
  SourceShape,
} from './budget-shapes.ts';
import { endpoints } from './endpoint.ts';
import { Id, Instant, ProblemShape } from './shapes.ts';

export { DisclosureShape, FindingShape, ReconciliationShape, ProfileShape } from './budget-shapes.ts';

const writers = BUDGET_WRITERS;
const readers = BUDGET_READERS;
const IdParams = Type.Object({ id: Id });
const FileParams = Type.Object({
  id: Id,
  file: Type.String({ pattern: '^[A-Za-z0-9-]{1,40}\\.[a-z]{3,4}$', maxLength: 48 }),
});
const Status = Type.Union([Type.Literal('draft'), Type.Literal('published')]);
const OrNull = Type.Union([Type.String(), Type.Null()]);

const Listed = {
  id: Id,
  department: OrNull,
  year: OrNull,
  counts: Counts,
};

/** What everybody may know of a published disclosure. */
const OpenBudget = {
  ...Listed,
  layout: Type.String(),
  source: SourceShape,
  publishedAt: Instant,
  profile: ProfileShape,
};

/** Department budgets: read a published file, correct it, prove it, publish it as open data. */
export const budgetEndpoints = endpoints({
  readBudget: {
    method: 'POST',
    path: '/api/budget/readings',
    tag: '预算',
    summary: '上传预算公开文件，开始读取（text、docx、xlsx、pdf）',
    caller: writers,
    writes: true,
    upload: { maxBytes: 50 * 1024 * 1024 },
    reply: Type.Object({ id: Id }),
    problems: ['file.empty', 'file.type', 'file.bomb', 'file.name', 'file.too-large', 'budget.queue'],
  },
  budgetReadings: {
    method: 'GET',
    path: '/api/budget/readings',
    tag: '预算',
    summary: '我读取过、还没有存为预算的文件',
    caller: writers,
    reply: Type.Array(
      Type.Object({ id: Id, name: Type.String(), size: Type.Integer(), at: Instant, status: Type.String() }),
    ),
  },
  budgetReading: {
    method: 'GET',
    path: '/api/budget/readings/:id',
    tag: '预算',
    summary: '读取进度和结果',
    caller: writers,
    params: IdParams,
    reply: Type.Object({
      id: Id,
      status: Type.Union([
        Type.Literal('waiting'),
        Type.Literal('reading'),
        Type.Literal('done'),
        Type.Literal('failed'),
      ]),
      /** Share of the file read, 0 to 1. */
      share: Type.Number(),
      source: SourceShape,
      /** Why nothing could be read. */
      problems: Type.Array(ProblemShape),
      result: Type.Union([
        Type.Object({
          kind: Type.String(),
          encoding: OrNull,
          model: DisclosureShape,
          findings: Type.Array(FindingShape),
          reconciliation: ReconciliationShape,
        }),
        Type.Null(),
      ]),
    }),
  },
  budgetSource: {
    method: 'GET',
    path: '/api/budget/readings/:id/source',
    tag: '预算',
    summary: '原文各行',
    caller: readers,
    params: IdParams,
    reply: Type.Object({
      lines: Type.Array(SourceLine),
      /** True when the file holds more lines than are kept for showing. */
      cut: Type.Boolean(),
    }),
  },
  budgetOriginal: {
    method: 'GET',
    path: '/api/budget/readings/:id/original',
    tag: '预算',
    summary: '原件',
    caller: readers,
    params: IdParams,
    file: BUDGET_FILES,
  },
  disclosures: {
    method: 'GET',
    path: '/api/budget/disclosures',
    tag: '预算',
    summary: '预算公开文本',
    caller: readers,
    reply: Type.Array(
      Type.Object({
        ...Listed,
        status: Status,
        revision: Type.Integer(),
        /** Spots nobody has looked at yet. */
        open: Type.Integer(),
        updatedAt: Instant,
        updatedBy: Type.String(),
        mine: Type.Boolean(),
      }),
    ),
  },
  disclosure: {
    method: 'GET',
    path: '/api/budget/disclosures/:id',
    tag: '预算',
    summary: '一份预算及其核对结果',
    caller: readers,
    params: IdParams,
    reply: Type.Object({
      ...Listed,
      status: Status,
      revision: Type.Integer(),
      source: SourceShape,
      /** True when it was drawn up here: there is no file to look at beside it. */
      prepared: Type.Boolean(),
      model: DisclosureShape,
      findings: Type.Array(FindingShape),
      settled: Type.Array(Settled),
      reconciliation: ReconciliationShape,
      versions: Type.Array(
        Type.Object({
          no: Type.Integer(),
          status: Status,
          by: Type.String(),
          at: Instant,
          note: Type.String(),
        }),
      ),
      /** Whether I may change it. */
      mine: Type.Boolean(),
    }),
  },
  saveDisclosure: {
    method: 'PUT',
    path: '/api/budget/disclosures/:id',
    tag: '预算',
    summary: '保存草稿或确认公开；编号与读取编号相同',
    caller: writers,
    writes: true,
    params: IdParams,
    body: Type.Object(
      {
        /** Revision the change is based on; 0 for a reading not saved before. */
        revision: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
        status: Status,
        model: DisclosureShape,
        settled: Type.Array(Settled, { maxItems: 20_000 }),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ revision: Type.Integer(), counts: Counts }),
    problems: ['budget.problems', 'budget.stale-revision', 'budget.unread'],
  },
  disclosureVersion: {
    method: 'GET',
    path: '/api/budget/disclosures/:id/versions/:no',
    tag: '预算',
    summary: '以前的一版',
    caller: readers,
    params: Type.Object({ id: Id, no: Type.String({ pattern: '^[1-9]\\d{0,5}$', maxLength: 6 }) }),
    reply: Type.Object({ no: Type.Integer(), model: DisclosureShape }),
  },
  disclosureFile: {
    method: 'GET',
    path: '/api/budget/disclosures/:id/files/:file',
    tag: '预算',
    summary:
      '导出：budget.xlsx、budget.docx、budget.pdf、budget.json、data.zip、indicators.csv、checks.csv、表号.csv',
    caller: readers,
    params: FileParams,
    file: BUDGET_FILES,
  },
  openBudgets: {
    method: 'GET',
    path: '/api/open/budgets',
    tag: '公开',
    summary: '已公开的部门预算及可比数据',
    caller: 'public',
    reply: Type.Array(Type.Object(OpenBudget)),
  },
  openBudget: {
    method: 'GET',
    path: '/api/open/budgets/:id',
    tag: '公开',
    summary: '一个部门公开的预算、核对结果和未能读入之处',
    caller: 'public',
    params: IdParams,
    reply: Type.Object({
      ...OpenBudget,
      model: DisclosureShape,
      reconciliation: ReconciliationShape,
      /** Spots of the source that stayed blank. */
      gaps: Type.Array(FindingShape),
    }),
  },
  openBudgetFile: {
    method: 'GET',
    path: '/api/open/budgets/:id/files/:file',
    tag: '公开',
    summary: '下载公开的预算，文件名同导出',
    caller: 'public',
    params: FileParams,
    file: BUDGET_FILES,
  },
  openComparison: {
    method: 'GET',
    path: '/api/open/comparison.csv',
    tag: '公开',
    summary: '各部门可比数据（CSV）',
    caller: 'public',
    file: ['text/csv'],
  },
});
