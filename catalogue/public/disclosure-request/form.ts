import {
  type Answers,
  type AnswersOf,
  type Ask,
  choice,
  files,
  form,
  identifier,
  options,
  soundAnswers,
  text,
} from '@zhitongche/form';

/** Who asks, by the columns of the yearly table. */
export const APPLICANTS = {
  person: '自然人',
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal: '法律服务机构',
  other: '其他组织',
} as const;
const FORMS = { paper: '纸质', electronic: '电子文件', look: '当场查阅、抄录' } as const;
const WAYS = { net: '网上', mail: '电子邮件', post: '邮寄', window: '窗口自取' } as const;

const MB = 1024 * 1024;
const person: Ask = (row, whole) => (row.kind ?? whole.kind) === 'person';
const body: Ask = (row, whole) => {
  const kind = row.kind ?? whole.kind;
  return kind !== undefined && kind !== 'person';
};
const by =
  (way: keyof typeof WAYS): Ask =>
  (row, whole) =>
    (row.way ?? whole.way) === way;

/** What article 29 asks of whoever wants information, and no more: no reason is asked for. */
export const requestForm = form({
  applicant: {
    title: '申请人',
    en: 'Applicant',
    fields: {
      kind: choice('申请人类别', options(APPLICANTS), { required: true, width: 6 }),
      name: text('姓名或名称', { max: 60, required: true, width: 6, sensitivity: 'personal' }),
      document: text('身份证件号码', {
        max: 30,
        required: true,
        width: 6,
        shown: person,
        sensitivity: 'personal',
        help: '身份证、护照或通行证',
      }),
      uscc: identifier('uscc', '统一社会信用代码', { required: true, width: 6, shown: body }),
      contact: text('联系人', { max: 30, required: true, width: 6, shown: body, sensitivity: 'personal' }),
      phone: identifier('phone', '联系电话', { required: true, width: 6, sensitivity: 'personal' }),
      proof: files('身份证明', {
        accept: ['pdf', 'jpg', 'jpeg', 'png'],
        maxBytes: 20 * MB,
        maxFiles: 5,
        required: true,
        sensitivity: 'personal',
        help: '个人为身份证件正反面，组织为营业执照等证书',
      }),
    },
  },
  wanted: {
    title: '所需信息',
    en: 'Information wanted',
    intro: '写明文件名称、文号或其他便于查询的特征，写得越具体，找得越准。不必说明用途。',
    fields: {
      what: text('名称', { max: 100, required: true }),
      number: text('文号', { max: 60, width: 6 }),
      description: text('特征性描述', {
        max: 1000,
        lines: 4,
        required: true,
        help: '时间、内容、发文机关等',
      }),
    },
  },
  delivery: {
    title: '提供方式',
    en: 'How to get it',
    fields: {
      form: choice('形式', options(FORMS), { required: true, width: 6 }),
      way: choice('获取方式', options(WAYS), { required: true, width: 6 }),
      mail: text('电子邮箱', { max: 100, required: true, shown: by('mail'), sensitivity: 'personal' }),
      address: text('邮寄地址和邮编', {
        max: 120,
        required: true,
        shown: by('post'),
        sensitivity: 'personal',
      }),
    },
  },
});

/** Sound answers to it. */
export type Request = AnswersOf<typeof requestForm>;

/** Reads answers, whatever is still missing. */
export const readRequest = (answers: Answers): Request => soundAnswers(requestForm, answers);
