import {
  type Answers,
  type AnswersOf,
  type Ask,
  choice,
  choices,
  date,
  files,
  form,
  identifier,
  options,
  soundAnswers,
  table,
  text,
  yesNo,
} from '@zhitongche/form';
import { clerkPhoto } from './clerk-photo.ts';

/** What may be asked for, in the order of a unit's life. */
export const MATTERS = {
  open: '开户备案',
  renew: '年度续期',
  change: '变更',
  handover: '专办员交接',
  close: '注销',
} as const;
/** What a change may be about. */
export const CHANGES = {
  name: '单位名称、证书',
  seal: '公章',
  signers: '签批人',
  clerks: '增加专办员',
} as const;

const MB = 1024 * 1024;
const scan = (label: string, more: { required?: boolean | Ask; shown?: Ask; signed?: true; help?: string }) =>
  files(label, { accept: ['pdf', 'jpg', 'jpeg', 'png'], maxBytes: 20 * MB, maxFiles: 5, ...more });
/** A specimen is looked at beside a scan: a picture. */
const specimen = (label: string, more: { required?: boolean; shown?: Ask; help?: string }) =>
  files(label, {
    accept: ['jpg', 'jpeg', 'png'],
    maxBytes: 5 * MB,
    maxFiles: 1,
    sensitivity: 'personal',
    ...more,
  });

const is =
  (...matters: readonly string[]): Ask =>
  (row, whole) =>
    matters.some((one) => one === (row.matter ?? whole.matter));
const changing =
  (part: string): Ask =>
  (row, whole) => {
    const { matter, changes } = row.matter === undefined ? whole : row;
    return matter === 'change' && Array.isArray(changes) && changes.includes(part);
  };

/** Who is named by the account: at least one, shown where it is opened or changed. */
const people = (names: readonly string[], changes: Ask) =>
  ({
    required: true,
    minRows: 1,
    maxRows: 10,
    rowName: '人',
    names,
    shown: either(is('open'), changes),
  }) as const;
const either =
  (...asks: readonly Ask[]): Ask =>
  (row, whole) =>
    asks.some((one) => one(row, whole));

/** What a unit tells the office about itself, its signers and its clerks. */
export const accountForm = form({
  matter: {
    title: '办理事项',
    en: 'Matter',
    fields: {
      matter: choice('办理事项', options(MATTERS), { required: true }),
      unit: text('单位名称', { max: 60, required: true, help: '与统一社会信用代码证书一致' }),
      changes: choices('变更内容', options(CHANGES), { required: true, shown: is('change') }),
      newName: text('变更后的单位名称', { max: 60, required: true, shown: changing('name') }),
      reason: text('原因', {
        max: 300,
        lines: 2,
        required: true,
        shown: is('change', 'handover', 'close'),
      }),
    },
  },
  certificate: {
    title: '单位证书',
    en: 'Certificate',
    fields: {
      uscc: identifier('uscc', '统一社会信用代码', {
        required: true,
        width: 6,
        shown: either(is('open'), changing('name')),
      }),
      certificateUntil: date('证书有效期至', {
        width: 6,
        help: '长期有效的空着',
        shown: either(is('open'), changing('name')),
      }),
      certificate: scan('统一社会信用代码证书', {
        required: true,
        shown: either(is('open'), changing('name')),
      }),
    },
  },
  seal: {
    title: '公章、申请和承诺',
    en: 'Seal and commitment',
    fields: {
      seal: specimen('公章样本', {
        required: true,
        help: '盖在白纸上，拍照或扫描',
        shown: either(is('open'), changing('seal')),
      }),
      letter: scan('申请函', { required: true, signed: true, shown: is('open', 'change', 'close') }),
      commitment: scan('材料保管承诺书', { required: true, signed: true, shown: is('open', 'renew') }),
    },
  },
  signers: {
    title: '签批人',
    en: 'Signers',
    intro: '签发本单位申报材料的负责人；签字样本在审核时与签字件并排比对。',
    fields: {
      signers: table(
        '签批人',
        {
          name: text('姓名', { max: 30, required: true }),
          post: text('职务', { max: 60, required: true }),
          specimen: specimen('签字样本', { required: true, help: '本人在白纸上签名' }),
          appointment: scan('任职文件', {}),
        },
        people(['name', 'post'], changing('signers')),
      ),
    },
  },
  clerks: {
    title: '专办员',
    en: 'Clerks',
    intro: '登录用户名由外办系统管理员预先开通。',
    fields: {
      clerks: table(
        '专办员',
        {
          name: text('姓名', { max: 30, required: true }),
          login: text('登录用户名', { max: 64, required: true }),
          phone: identifier('phone', '手机', { required: true, sensitivity: 'personal' }),
          photo: clerkPhoto,
          letter: scan('备案函', { signed: true }),
        },
        people(['name', 'login'], changing('clerks')),
      ),
    },
  },
  handover: {
    title: '交接',
    en: 'Hand-over',
    intro: '移交人名下未办结的办件和草稿全部转给接收人；确认后移交人在本单位的岗位全部收回，登录随即失效。',
    fields: {
      from: text('移交人登录用户名', { max: 64, required: true, width: 6, shown: is('handover') }),
      to: text('接收人登录用户名', { max: 64, required: true, width: 6, shown: is('handover') }),
      absent: yesNo('移交人已离岗，不能签字', { required: true, shown: is('handover') }),
    },
  },
});

/** Sound answers to it. */
export type Account = AnswersOf<typeof accountForm>;

/** Reads answers, whatever is still missing. */
export const readAccount = (answers: Answers): Account => soundAnswers(accountForm, answers);
