import {
  type Answers,
  type AnswersOf,
  type Ask,
  choice,
  country,
  date,
  files,
  form,
  identifier,
  integer,
  options,
  soundAnswers,
  table,
  text,
  yesNo,
} from '@zhitongche/form';
import { ROOMS } from './boxes.ts';

const MB = 1024 * 1024;

/** Kinds of papers, as 公证、贸促、检验 and courts issue them. */
export const KINDS = {
  notarial: '公证书',
  origin: '原产地证书',
  commercial: '商事证明书',
  inspection: '检验检疫证书',
  court: '司法文书',
  administrative: '行政文书',
  school: '学历、学位、成绩单',
  other: '其他公文书',
} as const;
/** Which of them are charged as commercial. */
export const COMMERCIAL: readonly string[] = ['origin', 'commercial', 'inspection'];

/** Documents by which whoever applies is told. */
export const ID_KINDS = {
  'citizen-id': '居民身份证',
  passport: '护照',
  pass: '来往内地（大陆）通行证',
  uscc: '统一社会信用代码',
  note: '外国使领馆照会',
} as const;

const posted: Ask = (row, whole) => (row.collect ?? whole.collect) === 'post';
const byAgent: Ask = (row, whole) => (row.byAgent ?? whole.byAgent) === true;

/** 申请领事认证/附加证明书: the country of use first, then who applies, the papers one by one, and how they come back. */
export const applicationForm = form({
  use: {
    title: '使用地',
    en: 'Use',
    intro:
      '使用国家决定办附加证明书还是领事认证。附加证明书只证明文书上最后一个印鉴、签署属实，不证明内容；请先向使用机构问清要求。',
    fields: {
      country: country('使用国家（地区）', { required: true, width: 6 }),
      purpose: text('用途', { max: 60, required: true, width: 6, help: '如投资设立公司、留学、投标' }),
      inProvince: yesNo('文书均在本省出具', { required: true, width: 6 }),
      urgent: yesNo('加急', { required: true, width: 6 }),
      urgentReason: text('加急原因', {
        max: 200,
        required: true,
        shown: (row, whole) => (row.urgent ?? whole.urgent) === true,
      }),
    },
  },
  applicant: {
    title: '申请人',
    en: 'Applicant',
    fields: {
      applicant: text('申请人姓名或单位', { max: 60, required: true, width: 6 }),
      idKind: choice('证件', options(ID_KINDS), { required: true, width: 6 }),
      idNumber: text('证件号码', { max: 40, required: true, sensitivity: 'personal', width: 6 }),
      phone: identifier('phone', '联系电话', { required: true, sensitivity: 'personal', width: 6 }),
      idScan: files('证件扫描件', {
        accept: ['pdf', 'jpg', 'jpeg', 'png'],
        maxBytes: 10 * MB,
        maxFiles: 3,
        sensitivity: 'personal',
      }),
      byAgent: yesNo('由他人代办', { required: true, width: 6 }),
      agent: text('代办人姓名', { max: 30, required: true, shown: byAgent, width: 6 }),
      mandate: files('委托书', {
        accept: ['pdf', 'jpg', 'jpeg', 'png'],
        maxBytes: 10 * MB,
        maxFiles: 2,
        required: true,
        shown: byAgent,
      }),
    },
  },
  documents: {
    title: '文书',
    en: 'Documents',
    intro: '每份文书一行，各自审查、各自出证。签署人、身份、印鉴照文书上的写，将印在证书上。',
    fields: {
      documents: table(
        '文书',
        {
          kind: choice('种类', options(KINDS), { required: true }),
          title: text('文书名称', { max: 60, required: true }),
          number: text('文书编号', { max: 40, required: true }),
          issuer: text('出证机构', { max: 60, required: true }),
          issuedOn: date('出证日期', { required: true }),
          signer: text('签署人', {
            max: 60,
            required: true,
            room: { ...ROOMS.signer, on: '证书' },
            help: '没有签署人的写“未署名”',
          }),
          capacity: text('签署人身份', { max: 60, required: true, room: { ...ROOMS.capacity, on: '证书' } }),
          seal: text('印鉴名称', { max: 80, required: true, room: { ...ROOMS.seal, on: '证书' } }),
          pages: integer('页数', { min: 1, max: 2000, required: true }),
          original: choice('原件', options({ paper: '纸质', electronic: '电子（PDF）' }), { required: true }),
          scan: files('扫描件或电子原件', {
            accept: ['pdf', 'jpg', 'jpeg', 'png'],
            maxBytes: 15 * MB,
            maxFiles: 1,
            required: true,
            signed: true,
          }),
        },
        {
          required: true,
          minRows: 1,
          maxRows: 20,
          rowName: '份',
          names: ['title', 'number'],
          lead: ['kind', ['issuer', 'signer', 'capacity'], 'seal', 'scan'],
        },
      ),
    },
  },
  collect: {
    title: '取件',
    en: 'Collection',
    fields: {
      collect: choice('取件方式', options({ window: '窗口领取', post: '邮寄' }), {
        required: true,
        width: 6,
      }),
      receiver: text('收件人', { max: 30, required: true, shown: posted, width: 6 }),
      address: text('收件地址', {
        max: 120,
        required: true,
        shown: posted,
        sensitivity: 'personal',
      }),
    },
  },
});

/** Sound answers to it. */
export type Application = AnswersOf<typeof applicationForm>;
/** One paper as it was told. */
export type Told = NonNullable<Application['documents']>[number];

/** Reads answers, whatever is still missing. */
export const readApplication = (answers: Answers): Application => soundAnswers(applicationForm, answers);

/** Papers of a case by the ids their strands have: their place in the list, which is closed once the case is accepted. */
export const documentsOf = ({
  answers,
}: {
  readonly answers: Answers;
}): readonly { readonly id: string; readonly told: Told }[] =>
  (readApplication(answers).documents ?? []).map((told, at) => ({ id: `d${at + 1}`, told }));

/** The paper of a strand. */
export const documentOf = (state: { readonly answers: Answers }, id: string | undefined): Told =>
  documentsOf(state).find((one) => one.id === id)?.told ?? {};
