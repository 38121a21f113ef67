import { checksFor } from '@zhitongche/case';
import { choice, date, form, identifier, integer, options, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';

const KINDS = {
  state: '国有企业',
  private: '民营企业',
  foreign: '外商投资企业',
  institution: '事业单位',
  social: '社会组织',
  other: '其他',
} as const;

const enterpriseForm = form({
  what: {
    title: '基本情况',
    fields: {
      name: text('名称', { max: 120, required: true, width: 8 }),
      uscc: identifier('uscc', '统一社会信用代码', { required: true, width: 4 }),
      nameEn: text('英文名', { max: 160, width: 6 }),
      kind: choice('类别', options(KINDS), { required: true }),
      founded: date('成立日期', { width: 4 }),
      people: integer('人数', { min: 0, max: 10_000_000, unit: '人', width: 4 }),
      place: text('住所', { max: 160 }),
      business: text('主营业务', { max: 300, lines: 2 }),
    },
  },
  handler: {
    title: '经办人',
    fields: {
      contact: text('经办人', { max: 60, sensitivity: 'personal', width: 4 }),
      phone: identifier('phone', '联系电话', { sensitivity: 'personal', width: 4 }),
      email: identifier('email', '电子邮箱', { sensitivity: 'personal', width: 4 }),
    },
  },
});

const check = checksFor<typeof enterpriseForm>();
const CODE = { title: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》' };

/** 单位企业库: enterprises and other bodies that file, invite, sign and pay; one by its code, whatever it is called. */
export const enterprises = defineRegister({
  code: 'enterprise',
  name: '单位企业库',
  noun: '单位',
  en: 'Enterprises',
  category: '资源',
  what: '申请、邀请、签约、付款的企业和社会组织：一个信用代码一条，改名、合并都留痕。',
  basis: [CODE.title],
  measure: '家',
  form: enterpriseForm,
  checks: [
    check({
      code: 'E-01',
      title: '成立日期不在今天之后',
      level: 'block',
      basis: { title: '本单位企业库管理规定', unconfirmed: true },
      reads: ['founded'],
      run: ({ founded }, { today }) =>
        founded > today
          ? [
              {
                at: ['founded'],
                message: '成立日期在今天之后',
                en: 'Founded after today',
                todo: '请核对营业执照',
              },
            ]
          : [],
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [],
  title: ({ name }) => name ?? '单位',
  cardFacts: ({ uscc, kind }) => [
    { label: '信用代码', value: uscc ?? '' },
    ...(kind === undefined ? [] : [{ label: '类别', value: KINDS[kind] }]),
  ],
  columns: [
    { key: 'name', later: true },
    { key: 'uscc' },
    { key: 'kind', filter: true },
    { key: 'people' },
    { key: 'place', later: true },
  ],
  unique: ['uscc'],
  near: ['name'],
  day: 'founded',
  dates: [],
  relations: [
    { key: 'parent', label: '上级单位', back: '下属单位', to: 'enterprise', one: true, acyclic: true },
  ],
  readers: [
    {
      roles: [
        'division-head',
        'deputy-director',
        'director',
        'countersigner',
        'finance-officer',
        'passport-officer',
      ],
      rows: 'office',
    },
    { roles: ['city-leader'], rows: 'reach' },
  ],
  keepers: ['window', 'handler', 'city-reviewer'],
  samples: () => [
    {
      answers: {
        name: '云泽国际经济技术合作公司',
        uscc: '91110000802100433B',
        kind: 'state',
        people: 860,
        business: '对外承包工程、设备出口',
      },
    },
  ],
});
