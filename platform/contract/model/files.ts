import Type from 'typebox';
import { PAPER_ISSUERS } from '@zhitongche/access';
import { endpoints } from './endpoint.ts';
import { CaseRow, AsPhoto, FileShape, Id, Instant, Key, PaperName } from './shapes.ts';

const CaseParams = Type.Object({ case: Id });

/** Files of a case and the papers made for it. */
export const fileEndpoints = endpoints({
  uploadFile: {
    method: 'POST',
    path: '/api/cases/:case/files',
    tag: '文件',
    summary: '上传附件',
    caller: 'signed-in',
    params: CaseParams,
    query: AsPhoto,
    upload: { maxBytes: 50 * 1024 * 1024 },
    reply: FileShape,
    problems: ['file.too-large', 'file.type', 'file.bomb', 'file.name', 'photo.no-jpeg', 'photo.turned'],
  },
  specimens: {
    method: 'GET',
    path: '/api/cases/:case/specimens',
    tag: '文件',
    summary: '与签字盖章件比对的印鉴、签字样本',
    caller: 'signed-in',
    params: CaseParams,
    reply: Type.Array(
      Type.Object({
        id: Id,
        label: Type.String(),
        holder: Type.String(),
        since: Type.String(),
        name: Type.String(),
        type: Type.String(),
      }),
    ),
    problems: ['case.not-found'],
  },
  specimen: {
    method: 'GET',
    path: '/api/cases/:case/specimens/:file',
    tag: '文件',
    summary: '打开一份印鉴、签字样本',
    caller: 'signed-in',
    params: Type.Object({ case: Id, file: Id }),
    file: ['application/octet-stream'],
    problems: ['case.not-found', 'file.not-found'],
  },
  fileScans: {
    method: 'GET',
    path: '/api/cases/:case/files',
    tag: '文件',
    summary: '附件的查毒情况',
    caller: 'signed-in',
    params: CaseParams,
    reply: Type.Array(
      Type.Object({
        id: Id,
        state: Type.Union([
          Type.Literal('clean'),
          Type.Literal('partly'),
          Type.Literal('waiting'),
          Type.Literal('infected'),
          Type.Literal('none'),
        ]),
        text: Type.String(),
      }),
    ),
  },
  file: {
    method: 'GET',
    path: '/api/cases/:case/files/:file',
    tag: '文件',
    summary: '查看附件',
    caller: 'signed-in',
    params: Type.Object({ case: Id, file: Id }),
    file: ['application/octet-stream'],
  },
  paper: {
    method: 'GET',
    path: '/api/cases/:case/papers/:paper',
    tag: '文件',
    summary: '下载证件文书',
    caller: 'signed-in',
    params: Type.Object({ case: Id, paper: PaperName }),
    query: Type.Object({ format: Type.Optional(Type.Union([Type.Literal('pdf'), Type.Literal('docx')])) }),
    file: ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  preparedPaper: {
    method: 'GET',
    path: '/api/cases/:case/prepared/:paper',
    tag: '文件',
    summary: '下载代拟稿：按草稿所填拟好、待盖章传回的材料',
    caller: 'signed-in',
    params: Type.Object({ case: Id, paper: Key }),
    query: Type.Object({
      format: Type.Optional(Type.Union([Type.Literal('pdf'), Type.Literal('docx')])),
      row: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
    }),
    file: ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    problems: ['case.not-found', 'case.not-editable', 'paper.not-found'],
  },
  applicationSheet: {
    method: 'GET',
    path: '/api/cases/:case/sheet',
    tag: '文件',
    summary: '打印申报表（PDF 或 Word），隐去读者不可见的内容',
    caller: 'signed-in',
    params: CaseParams,
    query: Type.Object({ format: Type.Optional(Type.Union([Type.Literal('pdf'), Type.Literal('docx')])) }),
    file: ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    problems: ['case.not-found'],
  },
  stuckPapers: {
    method: 'GET',
    path: '/api/papers/stuck',
    tag: '文件',
    summary: '待出证与失败清单',
    caller: PAPER_ISSUERS,
    reply: Type.Array(
      Type.Object({
        case: CaseRow,
        paper: Type.String(),
        title: Type.String(),
        status: Type.String(),
        attempts: Type.Integer(),
        problem: Type.Union([Type.String(), Type.Null()]),
        undrawn: Type.Array(Type.String(), { description: '字体所缺的字，重试前须先说明在文书上写作什么' }),
        since: Instant,
      }),
    ),
  },
});
