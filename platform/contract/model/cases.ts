import Type from 'typebox';
import { BUSINESS_ROLES } from '@zhitongche/access';
import { endpoints } from './endpoint.ts';
import { CaseView } from './case-view.ts';
import {
  AnswersShape,
  AnyJson,
  CommandShape,
  Id,
  Instant,
  Key,
  ProblemDocument,
  SeatTroubleKind,
} from './shapes.ts';

const CaseParams = Type.Object({ case: Id });

/** Filing, deciding, reading: the life of a case. */
export const caseEndpoints = endpoints({
  createCase: {
    method: 'POST',
    path: '/api/cases',
    tag: '办件',
    summary: '新建申报',
    caller: BUSINESS_ROLES,
    writes: true,
    body: Type.Object({ service: Key, copyOf: Type.Optional(Id) }, { additionalProperties: false }),
    reply: Type.Object({ id: Id }),
  },
  case: {
    method: 'GET',
    path: '/api/cases/:case',
    tag: '办件',
    summary: '办件全貌',
    caller: 'signed-in',
    params: CaseParams,
    reply: CaseView,
    problems: ['case.not-found'],
  },
  caseSeats: {
    method: 'GET',
    path: '/api/cases/:case/seats',
    tag: '办件',
    summary: '当前环节无人可办的席位和怎么办',
    caller: 'signed-in',
    params: CaseParams,
    reply: Type.Array(Type.Object({ kind: SeatTroubleKind, message: Type.String(), todo: Type.String() })),
    problems: ['case.not-found'],
  },
  saveDraft: {
    method: 'PUT',
    path: '/api/cases/:case/draft',
    tag: '办件',
    summary: '自动保存草稿',
    caller: BUSINESS_ROLES,
    writes: true,
    params: CaseParams,
    body: Type.Object(
      { answers: AnswersShape, revision: Type.Integer({ minimum: 0 }) },
      { additionalProperties: false },
    ),
    reply: Type.Object({ revision: Type.Integer(), savedAt: Instant }),
    problems: ['case.not-found', 'case.stale-revision', 'case.not-editable'],
  },
  deleteDraft: {
    method: 'DELETE',
    path: '/api/cases/:case',
    tag: '办件',
    summary: '删除草稿',
    caller: BUSINESS_ROLES,
    writes: true,
    params: CaseParams,
    problems: ['case.not-found', 'case.not-editable'],
  },
  act: {
    method: 'POST',
    path: '/api/cases/:case/acts',
    tag: '办件',
    summary: '办理（提交、同意、退回……）',
    caller: 'signed-in',
    writes: true,
    params: CaseParams,
    body: Type.Object(
      { revision: Type.Integer({ minimum: 0 }), command: CommandShape },
      { additionalProperties: false },
    ),
    reply: CaseView,
    problems: [
      'case.not-found',
      'case.stale-revision',
      'act.not-open',
      'act.unknown',
      'act.opinion-required',
      'form.problems',
      'key.reused',
    ],
  },
  actMany: {
    method: 'POST',
    path: '/api/acts',
    tag: '办件',
    summary: '批量办理',
    caller: 'signed-in',
    writes: true,
    body: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            {
              case: Id,
              revision: Type.Integer({ minimum: 0 }),
              key: Type.String({ minLength: 8, maxLength: 64 }),
              command: CommandShape,
            },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: 100 },
        ),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({
      results: Type.Array(
        Type.Object({ case: Id, ok: Type.Boolean(), problem: Type.Optional(ProblemDocument) }),
      ),
    }),
  },
  reveal: {
    method: 'POST',
    path: '/api/cases/:case/reveal',
    tag: '办件',
    summary: '查看隐藏的个人信息（留痕）',
    caller: 'signed-in',
    writes: true,
    params: CaseParams,
    body: Type.Object(
      {
        fields: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50 }),
        purpose: Type.String({ minLength: 2, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ values: Type.Record(Type.String(), AnyJson) }),
  },
  rate: {
    method: 'POST',
    path: '/api/cases/:case/rating',
    tag: '办件',
    summary: '评价（好差评）',
    caller: BUSINESS_ROLES,
    writes: true,
    params: CaseParams,
    body: Type.Object(
      {
        score: Type.Integer({ minimum: 1, maximum: 5 }),
        comment: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
  },
});
