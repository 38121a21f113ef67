import { choice, country, form, options, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { WHOLE_OFFICE } from '../../shared/desk-readers.ts';
import { HOST_KINDS } from '../../shared/host-kinds.ts';
import { samples } from './samples.ts';

const bodyForm = form({
  who: {
    title: '机构',
    fields: {
      name: text('中文名称', { max: 80, required: true, width: 6 }),
      foreignName: text('外文名称', { max: 160, required: true, width: 6 }),
      country: country('国家（地区）', { required: true, width: 4 }),
      city: text('城市', { max: 40, width: 4 }),
      kind: choice('性质', options(HOST_KINDS), { required: true, width: 4 }),
      address: text('地址（中文、外文）', { max: 200, lines: 2 }),
      phone: text('电话', { max: 40, width: 4 }),
    },
  },
  contact: {
    title: '公务联系人',
    intro: '只记对外交往中公开使用的姓名、职务，不记私人联系方式。',
    fields: {
      person: text('姓名', { max: 80, width: 6 }),
      post: text('职务', { max: 80, width: 6 }),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
});

/** 境外机构库: whoever invites, hosts or works with us abroad, typed once for every service. */
export const foreignBodies = defineRegister({
  code: 'foreign-body',
  name: '境外机构库',
  noun: '境外机构',
  en: 'Bodies abroad',
  category: '资源',
  what: '邀请、接待、合作的境外机构：中外文名称、地址、联系人登记一次，各事项取用。',
  basis: ['《中华人民共和国个人信息保护法》'],
  measure: '家',
  form: bodyForm,
  title: ({ name }) => name ?? '境外机构',
  cardFacts: ({ country: of, foreignName }) => [
    { label: '国家（地区）', value: of ?? '' },
    { label: '外文名称', value: foreignName ?? '' },
  ],
  columns: [
    { key: 'name', later: true },
    { key: 'country', filter: true },
    { key: 'foreignName' },
    { key: 'kind', filter: true },
    { key: 'city', later: true },
    { key: 'person', later: true },
  ],
  facts: { tables: ['countries'], lookups: {} },
  unique: ['foreignName'],
  near: ['name'],
  dates: [],
  readers: [{ roles: [...WHOLE_OFFICE, 'city-reviewer', 'city-leader', 'filer', 'signer'], rows: 'office' }],
  keepers: ['handler', 'division-head', 'city-reviewer', 'filer'],
  samples,
});
