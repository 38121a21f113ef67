import { blocking } from '@zhitongche/base';
import { date, files, form, identifier, pick, table, text } from '@zhitongche/form';
import { defineRegister, type GivenStages, move } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';
import { accountRule, BOOK, notBefore } from './basis.ts';
import { readByUnits } from './readers.ts';

const MB = 1024 * 1024;
const scan = (label: string, accept: readonly string[] = ['pdf', 'jpg', 'jpeg', 'png']) =>
  files(label, { accept, maxBytes: 20 * MB, maxFiles: 5, sensitivity: 'personal' });

/** What is on file of a unit. */
const bookForm = form({
  unit: {
    title: '单位',
    fields: {
      unit: pick('单位', 'org', { required: true, width: 6 }),
      name: text('备案名称', { max: 60, required: true, width: 6 }),
      uscc: identifier('uscc', '统一社会信用代码', { required: true, width: 6 }),
      belongs: pick('所属外办', 'org', { required: true, width: 6 }),
      superior: pick('主管部门', 'org', { width: 6, help: '二级单位填写' }),
      certificateUntil: date('证书有效期至', { width: 4 }),
      since: date('备案日期', { required: true, width: 4 }),
      until: date('有效期至', { required: true, width: 4 }),
    },
  },
  files: {
    title: '留存材料',
    fields: {
      certificate: scan('统一社会信用代码证书'),
      seal: scan('公章样本', ['jpg', 'jpeg', 'png']),
      commitment: scan('材料保管承诺书'),
      signers: table(
        '签批人',
        {
          name: text('姓名', { max: 30, required: true }),
          post: text('职务', { max: 60 }),
          specimen: scan('签字样本', ['jpg', 'jpeg', 'png']),
        },
        { maxRows: 10, rowName: '人', names: ['name', 'post'] },
      ),
    },
  },
});

const stages: GivenStages = {
  first: 'open',
  list: {
    open: '有效',
    lapsed: '已到期',
    closed: '已注销',
  },
  moves: [
    move('renew', '续期', ['open', 'lapsed'], 'open', {
      asks: { until: date('有效期至', { required: true }) },
      fits: (row, { until }, { today }) =>
        typeof until === 'string' && until > today && until >= textIn(row.answers.until)
          ? []
          : [
              blocking(
                'account.term',
                ['until'],
                '有效期应晚于今天和原有效期',
                'The term must reach further',
                {
                  todo: '请核对日期',
                  basis: accountRule('续期自确认之日起算'),
                },
              ),
            ],
      sets: (_row, { until }) => ({ until }),
    }),
    move('lapse', '到期', 'open', 'lapsed', {
      needs: ({ answers }, { today }) => notBefore(textIn(answers.until), today),
    }),
    move('reopen', '重新开户', 'closed', 'open', {
      asks: { until: date('有效期至', { required: true }) },
      sets: (_row, { until }) => ({ until }),
    }),
    move('close', '注销', ['open', 'lapsed'], 'closed', {
      asks: {
        day: date('注销日期', { required: true }),
        reason: text('原因', { max: 300, required: true }),
      },
    }),
  ],
};

/** 单位备案: which units may file, until when, under whose signature and seal. */
export const unitAccounts = defineRegister({
  code: BOOK,
  name: '单位备案',
  en: 'Unit accounts',
  category: '资源',
  what: '哪些单位已开户备案、有效期到哪天、谁签批、用哪枚章；样本按时间留存，审核时与签字件并排比对。',
  basis: [accountRule('').title],
  measure: '家',
  form: bookForm,
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: `${BOOK}.warn`,
      label: '单位备案到期前几天提醒',
      type: 'list',
      default: ['30', '7', '0'],
      unconfirmed: true,
    },
  ],
  title: ({ name }) => name ?? '单位',
  cardFacts: ({ uscc, until }) => [
    { label: '信用代码', value: uscc ?? '' },
    { label: '有效期至', value: until ?? '' },
  ],
  columns: [
    {
      key: 'office',
      label: '所属外办',
      filter: true,
      of: ({ belongs }) =>
        belongs instanceof Object && 'title' in belongs && typeof belongs.title === 'string'
          ? belongs.title
          : '',
    },
    { key: 'name', later: true },
    { key: 'uscc' },
    { key: 'superior' },
    { key: 'since', later: true },
    { key: 'until' },
    {
      key: 'signing',
      label: '签批人',
      of: ({ signers }) =>
        Array.isArray(signers)
          ? signers
              .flatMap((one) =>
                one instanceof Object && 'name' in one && typeof one.name === 'string' ? [one.name] : [],
              )
              .join('、')
          : '',
    },
    { key: 'certificateUntil', later: true },
  ],
  unique: ['unit'],
  near: ['uscc'],
  day: 'until',
  org: 'unit',
  stages,
  dates: [
    {
      field: 'until',
      label: '备案到期',
      warn: `${BOOK}.warn`,
      after: 'lapse',
      tells: ['filer'],
      when: ({ stage }) => stage === 'open',
    },
  ],
  relations: [],
  ...readByUnits,
  samples: () => [
    {
      answers: {
        unit: { id: '', title: '云泽国际经济技术合作有限责任公司' },
        belongs: { id: '', title: '云泽省人民政府外事办公室' },
        name: '云泽国际经济技术合作有限责任公司',
        uscc: '91110000802100433B',
        since: '2026-01-04',
        until: '2099-12-31',
      },
    },
  ],
});
