import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { OfRegister, RowsQuery } from './kept-shapes.ts';
import { Id, Key, ProblemShape } from './shapes.ts';

/** Lists of a register as files: read in, taken out, and the papers made of its rows. */
export const keptFileEndpoints = endpoints({
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
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv'), Type.Literal('pdf')])),
    }),
    file: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'application/pdf',
    ],
    problems: ['export.too-many', 'row.column'],
  },
  keptPaper: {
    method: 'GET',
    path: '/api/kept/:register/papers/:paper',
    tag: '资源台账',
    summary: '一条的单据或眼前这些条的清册，供打印后签字；由维护台账的人出具，出具记入审计',
    caller: 'signed-in',
    params: Type.Object({ register: Key, paper: Key }),
    query: Type.Object({ ...RowsQuery, row: Type.Optional(Id) }),
    file: ['application/pdf'],
    problems: ['row.no-paper', 'export.too-many'],
  },
});
