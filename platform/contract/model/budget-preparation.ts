import { BUDGET_READERS, BUDGET_WRITERS } from '@zhitongche/access';
import Type from 'typebox';
import { BUDGET_FILES, Counts, DisclosureShape } from './budget-shapes.ts';
import { endpoints } from './endpoint.ts';
import { Id, Instant } from './shapes.ts';

const writers = BUDGET_WRITERS;
const readers = [...BUDGET_READERS, 'city-leader'] as const;
const IdParams = Type.Object({ id: Id });
const No = Type.String({ pattern: '^[1-9]\\d{0,5}$', maxLength: 6 });
const OrNull = Type.Union([Type.String(), Type.Null()]);
const closed = { additionalProperties: false } as const;
const Layout = Type.Union([Type.Literal('hebei'), Type.Literal('shanxi')]);

/** Figures a letter from the finance department sets, 万元 by category. */
const Held = Type.Union([Type.Record(Type.String(), OrNull), Type.Null()]);

const Version = Type.Object({
  no: Type.Integer(),
  /** SM3 of the canonical content; the case's events name it. */
  digest: Type.String(),
  /** What it was sent as: 一上, 二上, 定稿; empty when it was only kept. */
  round: Type.String(),
  by: Type.String(),
  at: Instant,
  note: Type.String(),
});

/** Preparing a department budget: the working draft beside its case, and the versions the case's events name. */
export const preparationEndpoints = endpoints({
  beginPreparation: {
    method: 'POST',
    path: '/api/budget/preparations',
    tag: '预算编制',
    summary: '开始编制一个年度的部门预算：从已有预算、读入的文件或空表',
    caller: writers,
    writes: true,
    body: Type.Object(
      {
        year: Type.String({ pattern: '^20\\d\\d$', maxLength: 4 }),
        department: Type.String({ minLength: 1, maxLength: 60 }),
        code: Type.Union([Type.String({ maxLength: 20 }), Type.Null()]),
        from: Type.Union([
          Type.Object({ kind: Type.Literal('disclosure'), id: Id }, closed),
          Type.Object({ kind: Type.Literal('reading'), id: Id }, closed),
          Type.Object({ kind: Type.Literal('empty'), layout: Layout }, closed),
        ]),
        /** Whether amounts are taken over or left blank. */
        figures: Type.Union([Type.Literal('keep'), Type.Literal('blank')]),
      },
      closed,
    ),
    reply: Type.Object({ id: Id }),
    problems: ['budget.not-found', 'budget.preparing-already', 'service.not-yours'],
  },
  preparations: {
    method: 'GET',
    path: '/api/budget/preparations',
    tag: '预算编制',
    summary: '正在编制和已编制的部门预算',
    caller: readers,
    reply: Type.Array(
      Type.Object({
        id: Id,
        department: OrNull,
        year: OrNull,
        status: Type.String(),
        step: OrNull,
        savedAt: Instant,
        savedBy: Type.String(),
      }),
    ),
  },
  preparation: {
    method: 'GET',
    path: '/api/budget/preparations/:id',
    tag: '预算编制',
    summary: '编制中的预算、上年预算、控制数、批复数和各版',
    caller: readers,
    params: IdParams,
    reply: Type.Object({
      id: Id,
      revision: Type.Integer(),
      model: DisclosureShape,
      savedAt: Instant,
      savedBy: Type.String(),
      /** Whether I may change it now. */
      mine: Type.Boolean(),
      last: Type.Union([Type.Object({ name: Type.String(), model: DisclosureShape }), Type.Null()]),
      control: Held,
      approval: Held,
      versions: Type.Array(Version),
      /** Revision that is public, null when none is. */
      published: Type.Union([Type.Integer(), Type.Null()]),
    }),
  },
  savePreparation: {
    method: 'PUT',
    path: '/api/budget/preparations/:id/draft',
    tag: '预算编制',
    summary: '自动保存编制中的预算',
    caller: writers,
    writes: true,
    params: IdParams,
    body: Type.Object(
      { revision: Type.Integer({ minimum: 1, maximum: 10_000_000 }), model: DisclosureShape },
      closed,
    ),
    reply: Type.Object({ revision: Type.Integer(), savedAt: Instant }),
    problems: ['budget.not-found', 'budget.not-editable', 'budget.stale-revision', 'budget.problems'],
  },
  keepPreparation: {
    method: 'POST',
    path: '/api/budget/preparations/:id/versions',
    tag: '预算编制',
    summary: '把编制中的预算固定为一版',
    caller: writers,
    writes: true,
    params: IdParams,
    body: Type.Object(
      {
        revision: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      },
      closed,
    ),
    reply: Type.Object({
      no: Type.Integer(),
      digest: Type.String(),
      totals: Type.Record(Type.String(), OrNull),
    }),
    problems: ['budget.not-found', 'budget.not-editable', 'budget.stale-revision'],
  },
  preparationVersion: {
    method: 'GET',
    path: '/api/budget/preparations/:id/versions/:no',
    tag: '预算编制',
    summary: '固定过的一版',
    caller: readers,
    params: Type.Object({ id: Id, no: No }),
    reply: Type.Object({ no: Type.Integer(), digest: Type.String(), model: DisclosureShape }),
  },
  preparationFile: {
    method: 'GET',
    path: '/api/budget/preparations/:id/versions/:no/files/:file',
    tag: '预算编制',
    summary: '导出固定过的一版，文件名同预算导出',
    caller: readers,
    params: Type.Object({
      id: Id,
      no: No,
      file: Type.String({ pattern: '^[A-Za-z0-9-]{1,40}\\.[a-z]{3,4}$', maxLength: 48 }),
    }),
    file: BUDGET_FILES,
  },
  publishPreparation: {
    method: 'POST',
    path: '/api/budget/preparations/:id/publication',
    tag: '预算编制',
    summary: '公开定稿的一版',
    caller: writers,
    writes: true,
    params: IdParams,
    reply: Type.Object({ revision: Type.Integer(), counts: Counts }),
    problems: ['budget.not-found', 'budget.not-editable', 'budget.twice'],
  },
});
