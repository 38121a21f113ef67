import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { AnswersShape, AnyJson, Day, Key, PolicyValueShape, ProblemShape } from './shapes.ts';

const ServiceParams = Type.Object({ service: Key });
const FieldParams = Type.Object({ service: Key, field: Type.String({ maxLength: 64 }) });

/** What the checks of a service need from outside, so that the browser runs the same functions as the server. */
export const catalogueEndpoints = endpoints({
  services: {
    method: 'GET',
    path: '/api/services',
    tag: '事项',
    summary: '事项目录',
    caller: 'signed-in',
    reply: Type.Array(
      Type.Object({
        code: Key,
        name: Type.String(),
        en: Type.String(),
        category: Type.String(),
        /** The occasion in life or work one looks for it under. */
        occasion: Type.String(),
        /** What a hand types for its name: `yglsc`. */
        initials: Type.String(),
        version: Type.Integer(),
        what: Type.String(),
        mayFile: Type.Boolean(),
        why: Type.String(),
        /** The same in English; empty where nobody told it in English. */
        whyEn: Type.String(),
      }),
    ),
  },
  policies: {
    method: 'GET',
    path: '/api/services/:service/policies',
    tag: '事项',
    summary: '事项现行数值',
    caller: 'signed-in',
    params: ServiceParams,
    reply: Type.Array(
      Type.Object({
        key: Type.String(),
        value: PolicyValueShape,
        source: Type.String(),
        validFrom: Type.Union([Day, Type.Null()]),
      }),
    ),
  },
  table: {
    method: 'GET',
    path: '/api/tables/:table',
    tag: '事项',
    summary: '参考表（带日期与来源）',
    caller: 'signed-in',
    params: Type.Object({ table: Key }),
    query: Type.Object({ on: Type.Optional(Day) }),
    reply: Type.Array(Type.Record(Type.String(), AnyJson)),
  },
  calendar: {
    method: 'GET',
    path: '/api/calendar',
    tag: '事项',
    summary: '工作日历',
    caller: 'signed-in',
    reply: Type.Object({
      today: Day,
      covers: Type.Object({ from: Day, to: Day }),
      exceptions: Type.Array(
        Type.Object({
          date: Day,
          kind: Type.Union([Type.Literal('off'), Type.Literal('work')]),
          notice: Type.String(),
        }),
      ),
    }),
  },
  glyphs: {
    method: 'GET',
    path: '/api/glyphs',
    tag: '事项',
    summary: '文书字体能印出的字符',
    caller: 'signed-in',
    reply: Type.Object({
      ranges: Type.String({
        description: '字符区间的起止码位，逐个记为与前一个之差（三十六进制），以空格相隔',
      }),
    }),
  },
  lookups: {
    method: 'POST',
    path: '/api/services/:service/lookups',
    tag: '事项',
    summary: '按填写内容查询台账',
    caller: 'signed-in',
    params: ServiceParams,
    body: Type.Object(
      {
        answers: AnswersShape,
        case: Type.Optional(Type.String({ maxLength: 36 })),
        /** The act whose form is filled in; the answers are then the case's own, whatever is sent. */
        act: Type.Optional(Type.Object({ form: Key, data: AnswersShape }, { additionalProperties: false })),
      },
      { additionalProperties: false },
    ),
    reply: Type.Record(Type.String(), AnyJson),
  },
  importRows: {
    method: 'POST',
    path: '/api/services/:service/import/:field',
    tag: '事项',
    summary: '从表格导入明细（XLSX/CSV）',
    caller: 'signed-in',
    params: FieldParams,
    upload: { maxBytes: 5 * 1024 * 1024 },
    reply: Type.Object({
      rows: Type.Array(AnswersShape),
      problems: Type.Array(ProblemShape),
      unknownHeads: Type.Array(Type.String()),
      passedOver: Type.Array(Type.String()),
    }),
  },
  importTemplate: {
    method: 'GET',
    path: '/api/services/:service/import/:field/template',
    tag: '事项',
    summary: '下载导入模板',
    caller: 'signed-in',
    params: FieldParams,
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
});
