import Type from 'typebox';
import type { CommandSent } from '@zhitongche/register';
import { endpoints } from './endpoint.ts';
import {
  AnswersShape,
  AnyJson,
  Cursor,
  Day,
  FileShape,
  Id,
  Instant,
  Key,
  page,
  ProblemShape,
} from './shapes.ts';

const Reason = Type.String({ minLength: 1, maxLength: 500 });
const Far = Type.Object({ register: Key, id: Id }, { additionalProperties: false });

/** An act on a kept row as sent; which keys an act takes is the row's own to say. */
const RowCommandShape = Type.Unsafe<CommandSent>(
  Type.Union([
    Type.Object(
      {
        act: Type.Literal('enter'),
        answers: AnswersShape,
        stage: Type.Optional(Key),
        reason: Type.Optional(Type.String({ maxLength: 500 })),
        despite: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        act: Type.Literal('edit'),
        answers: AnswersShape,
        reason: Type.Optional(Type.String({ maxLength: 500 })),
        despite: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        act: Type.Literal('move'),
        move: Key,
        data: Type.Optional(AnswersShape),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    Type.Object({ act: Type.Literal('agree') }, { additionalProperties: false }),
    Type.Object(
      { act: Type.Literal('refuse'), note: Type.Optional(Type.String({ maxLength: 500 })) },
      { additionalProperties: false },
    ),
    Type.Object(
      { act: Type.Union([Type.Literal('tie'), Type.Literal('untie')]), relation: Key, to: Far },
      { additionalProperties: false },
    ),
    Type.Object(
      { act: Type.Union([Type.Literal('retire'), Type.Literal('restore')]), reason: Reason },
      { additionalProperties: false },
    ),
    Type.Object({ act: Type.Literal('merge'), into: Far, reason: Reason }, { additionalProperties: false }),
  ]),
);

const Facts = Type.Array(Type.Object({ label: Type.String(), value: Type.String() }));

/** One row of a register that people keep, as a list shows it. */
const RowLine = Type.Object({
  id: Id,
  title: Type.String(),
  org: Id,
  orgName: Type.String(),
  stage: Type.String(),
  stageSince: Instant,
  /** A move waits for a second person. */
  waiting: Type.Boolean(),
  day: Day,
  due: Type.Union([Day, Type.Null()]),
  revision: Type.Integer(),
  retired: Type.Boolean(),
  /** Columns of the register's own, computed. */
  figures: Type.Record(Type.String(), Type.String()),
  answers: Type.Record(Type.String(), AnyJson),
  facts: Facts,
});

const RowCard = Type.Object({
  id: Id,
  register: Key,
  title: Type.String(),
  org: Id,
  orgName: Type.String(),
  revision: Type.Integer(),
  stage: Type.String(),
  stageSince: Instant,
  answers: AnswersShape,
  facts: Facts,
  clearance: Type.Union([Type.Literal('open'), Type.Literal('personal'), Type.Literal('sensitive')]),
  masked: Type.Array(Type.String()),
  retired: Type.Union([Type.Object({ at: Instant, reason: Type.String() }), Type.Null()]),
  mergedInto: Type.Union([Type.Object({ id: Id, title: Type.String() }), Type.Null()]),
  dues: Type.Array(Type.Object({ label: Type.String(), day: Day })),
  ties: Type.Array(
    Type.Object({
      relation: Key,
      label: Type.String(),
      register: Key,
      id: Id,
      title: Type.String(),
      back: Type.Boolean(),
    }),
  ),
  /** Whether the reader changes and retires it. */
  keeps: Type.Boolean(),
  restorable: Type.Boolean(),
  moves: Type.Array(
    Type.Object({
      key: Key,
      label: Type.String(),
      to: Key,
      form: Type.Boolean(),
      second: Type.Boolean(),
      needs: Type.Array(ProblemShape),
    }),
  ),
  asked: Type.Union([
    Type.Object({
      label: Type.String(),
      by: Type.String(),
      at: Instant,
      mine: Type.Boolean(),
      decides: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  story: Type.Array(
    Type.Object({
      at: Instant,
      by: Type.String(),
      text: Type.String(),
      changes: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
    }),
  ),
});

const RowsQuery = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  stage: Type.Optional(Key),
  /** `field=value`, separated by line feeds. */
  filters: Type.Optional(Type.String({ maxLength: 1000 })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  dueFrom: Type.Optional(Day),
  dueUntil: Type.Optional(Day),
  order: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('title'), Type.Literal('due')])),
  retired: Type.Optional(Type.Boolean()),
};

const Piece = Type.Object({ id: Id, title: Type.String(), stage: Type.String() });
const OfRegister = Type.Object({ register: Key });
const OfRow = Type.Object({ register: Key, id: Id });

/** Registers that people keep. */
export const keptEndpoints = endpoints({
  keptRegisters: {
    method: 'GET',
    path: '/api/kept',
    tag: '资源台账',
    summary: '直管台账目录',
    caller: 'signed-in',
    reply: Type.Array(
      Type.Object({
        code: Key,
        name: Type.String(),
        category: Type.String(),
        measure: Type.String(),
        keeps: Type.Boolean(),
        count: Type.Integer(),
      }),
    ),
  },
  keptRows: {
    method: 'GET',
    path: '/api/kept/:register/rows',
    tag: '资源台账',
    summary: '直管台账',
    caller: 'signed-in',
    params: OfRegister,
    query: Type.Object({
      ...RowsQuery,
      cursor: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: page(RowLine),
  },
  picks: {
    method: 'GET',
    path: '/api/picks/:from',
    tag: '资源台账',
    summary: '供选择的单位或台账条目',
    caller: 'signed-in',
    params: Type.Object({ from: Key }),
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }),
    reply: Type.Array(Type.Object({ id: Id, title: Type.String(), note: Type.String() })),
  },
  keptStages: {
    method: 'GET',
    path: '/api/kept/:register/stages',
    tag: '资源台账',
    summary: '各阶段条数',
    caller: 'signed-in',
    params: OfRegister,
    reply: Type.Object({
      stages: Type.Array(Type.Object({ stage: Type.String(), label: Type.String(), count: Type.Integer() })),
      retired: Type.Integer(),
    }),
  },
  keptCounts: {
    method: 'GET',
    path: '/api/kept/:register/counts',
    tag: '资源台账',
    summary: '眼前这些条按一列的各值计数；多到数不过来时不计',
    caller: 'signed-in',
    params: OfRegister,
    query: Type.Object({ ...RowsQuery, by: Type.String({ maxLength: 64 }) }),
    reply: Type.Object({
      /** Rows counted; null where there are too many. */
      rows: Type.Union([Type.Integer(), Type.Null()]),
      counts: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() })),
    }),
    problems: ['row.column'],
  },
  keptRow: {
    method: 'GET',
    path: '/api/kept/:register/rows/:id',
    tag: '资源台账',
    summary: '一条',
    caller: 'signed-in',
    params: OfRow,
    reply: RowCard,
    problems: ['row.unknown'],
  },
  publicRegisters: {
    method: 'GET',
    path: '/api/public/registers',
    tag: '公众查询',
    summary: '可查询的台账',
    caller: 'public',
    reply: Type.Array(
      Type.Object({
        code: Key,
        name: Type.String(),
        en: Type.String(),
        by: Type.Array(Type.Object({ key: Type.String(), label: Type.String() })),
      }),
    ),
  },
  askRegister: {
    method: 'POST',
    path: '/api/public/registers/:register',
    tag: '公众查询',
    summary: '凭编号、日期等查询一条；编号不存在与不相符的答复相同',
    caller: 'public',
    params: OfRegister,
    body: Type.Object({
      given: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 200 }), {
        maxProperties: 6,
      }),
    }),
    reply: Type.Object({
      found: Type.Boolean(),
      name: Type.String(),
      stage: Type.String(),
      facts: Facts,
    }),
  },
  keptUpload: {
    method: 'POST',
    path: '/api/kept/:register/files',
    tag: '资源台账',
    summary: '上传一条的附件',
    caller: 'signed-in',
    params: OfRegister,
    upload: { maxBytes: 50 * 1024 * 1024 },
    reply: FileShape,
    problems: ['file.too-large', 'file.type', 'file.bomb', 'file.name', 'file.not-open'],
  },
  keptFile: {
    method: 'GET',
    path: '/api/kept/:register/rows/:id/files/:file',
    tag: '资源台账',
    summary: '查看一条的附件',
    caller: 'signed-in',
    params: Type.Object({ register: Key, id: Id, file: Id }),
    file: ['application/octet-stream'],
    problems: ['row.unknown', 'file.not-found', 'file.quarantined'],
  },
  keptCount: {
    method: 'POST',
    path: '/api/kept/:register/count',
    tag: '资源台账',
    summary: '盘点：扫到的与应在的相比，不改动任何一件',
    caller: 'signed-in',
    writes: true,
    params: OfRegister,
    body: Type.Object({
      place: Type.Optional(Key),
      names: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50_000 }),
    }),
    reply: Type.Object({
      expected: Type.Integer(),
      scanned: Type.Integer(),
      repeated: Type.Integer(),
      missing: Type.Array(Piece),
      missingCount: Type.Integer(),
      elsewhere: Type.Array(Piece),
      unknown: Type.Array(Type.String()),
      unknownCount: Type.Integer(),
    }),
    problems: ['stock.none'],
  },
  keptCalendar: {
    method: 'GET',
    path: '/api/kept/:register/rows/:id/calendar.ics',
    tag: '资源台账',
    summary: '一条预约的日历文件',
    caller: 'signed-in',
    params: OfRow,
    file: ['text/calendar'],
    problems: ['row.unknown'],
  },
  keptEnter: {
    method: 'POST',
    path: '/api/kept/:register/rows',
    tag: '资源台账',
    summary: '登记一条',
    caller: 'signed-in',
    writes: true,
    params: OfRegister,
    body: Type.Object({ command: RowCommandShape }),
    reply: Type.Object({ id: Id }),
    problems: ['row.taken', 'row.near', 'row.not-open'],
  },
  keptImport: {
    method: 'POST',
    path: '/api/kept/:register/import',
    tag: '资源台账',
    summary: '导入清单：先核对，再整份写入',
    caller: 'signed-in',
    writes: true,
    params: OfRegister,
    query: Type.Object({
      /** Digest of the file looked at before: it is written now. */
      confirm: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 })),
      despite: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    upload: { maxBytes: 10 * 1024 * 1024 },
    reply: Type.Object({
      digest: Type.String(),
      written: Type.Boolean(),
      fresh: Type.Integer(),
      changed: Type.Integer(),
      same: Type.Integer(),
      faulty: Type.Integer(),
      problems: Type.Array(
        Type.Object({
          sheet: Type.String(),
          line: Type.Integer(),
          cell: Type.String(),
          problem: ProblemShape,
        }),
      ),
      unknownHeads: Type.Array(Type.String()),
      passedOver: Type.Array(Type.String()),
    }),
    problems: ['file.type', 'file.bomb', 'import.no-head', 'import.other-file', 'row.stale-revision'],
  },
  keptTemplate: {
    method: 'GET',
    path: '/api/kept/:register/template',
    tag: '资源台账',
    summary: '导入模板',
    caller: 'signed-in',
    params: OfRegister,
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  keptExport: {
    method: 'GET',
    path: '/api/kept/:register/export',
    tag: '资源台账',
    summary: '导出眼前这些条',
    caller: 'signed-in',
    params: OfRegister,
    query: Type.Object({
      ...RowsQuery,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    problems: ['export.too-many'],
  },
  keptAct: {
    method: 'POST',
    path: '/api/kept/:register/rows/:id/acts',
    tag: '资源台账',
    summary: '修改、流转、关联、注销一条',
    caller: 'signed-in',
    writes: true,
    params: OfRow,
    body: Type.Object({ revision: Type.Integer({ minimum: 0 }), command: RowCommandShape }),
    reply: Type.Object({ id: Id }),
    problems: ['row.unknown', 'row.stale-revision', 'row.not-open', 'row.taken', 'row.near'],
  },
});
