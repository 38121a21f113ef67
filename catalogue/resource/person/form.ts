import {
  choice,
  conditional,
  country,
  date,
  form,
  identifier,
  options,
  pick,
  table,
  text,
  yesNo,
} from '@zhitongche/form';

/** Ways a person came onto the register, each with the ground it may be kept on. */
export const ORIGINS = { unit: '单位填报', case: '办件登记', import: '原系统迁入' } as const;
/** Grounds of the law on personal information. */
export const GROUNDS = { duty: '履行法定职责所必需', consent: '本人同意' } as const;
/** What a document of a person is. */
export const DOCUMENTS = {
  diplomatic: '外交护照',
  service: '公务护照',
  'service-ordinary': '公务普通护照',
  ordinary: '普通护照',
  hkm: '因公往来港澳通行证',
} as const;

const asked = form({
  who: {
    title: '基本情况',
    fields: {
      name: text('姓名', { max: 60, required: true, width: 4 }),
      pinyin: text('拼音', { max: 60, width: 4, help: '护照上的写法，如 ZHANG SAN' }),
      sex: choice('性别', options({ male: '男', female: '女' }), { width: 4 }),
      foreign: yesNo('外国人', { required: true, width: 4 }),
      country: country('国籍', { required: true, width: 4 }),
      citizenId: identifier('citizen-id', '身份证号', {
        sensitivity: 'sensitive',
        width: 6,
      }),
      birth: date('出生日期', { sensitivity: 'personal', width: 6 }),
      birthPlace: text('出生地', { max: 30, sensitivity: 'personal', width: 4 }),
      household: text('户籍地', { max: 60, sensitivity: 'personal', width: 4 }),
      nation: text('民族', { max: 20, sensitivity: 'personal', width: 4 }),
      unit: pick('所属单位', 'org', { required: true, width: 6 }),
      post: text('职务', { max: 60, width: 6 }),
      phone: identifier('phone', '联系电话', { sensitivity: 'personal', width: 6 }),
    },
  },
  papers: {
    title: '证件',
    fields: {
      documents: table(
        '证件',
        {
          kind: choice('种类', options(DOCUMENTS), { required: true }),
          number: identifier('passport', '号码', { required: true, sensitivity: 'personal' }),
          until: date('有效期至', { required: true }),
        },
        { maxRows: 10, rowName: '本', names: ['kind'] },
      ),
    },
  },
  origin: {
    title: '来源与依据',
    intro: '个人信息只为办理外事业务而留存，写明从哪里来、凭什么留。',
    fields: {
      origin: choice('来源', options(ORIGINS), { required: true, width: 4 }),
      ground: choice('依据', options(GROUNDS), { required: true, width: 4 }),
      agreedOn: date('本人同意日期', {
        width: 4,
        required: true,
      }),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
});

/** What is kept of a person. */
export const personForm = conditional(asked, {
  country: { shown: ({ foreign }) => foreign === true },
  citizenId: { shown: ({ foreign }) => foreign !== true },
  agreedOn: { shown: ({ ground }) => ground === 'consent' },
});
