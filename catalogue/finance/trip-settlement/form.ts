import {
  type AnswersOf,
  choice,
  choices,
  country,
  date,
  decimal,
  form,
  options,
  table,
  text,
} from '@zhitongche/form';
import { BILL_CURRENCIES } from '../../shared/currencies.ts';
import { HOST_COVERS, RANKS } from '../../shared/travel-words.ts';

/** What somebody claims besides the allowances, which follow from the standards. */
export const ITEMS = {
  air: '国际旅费',
  journey: '国外城市间交通费',
  lodging: '住宿费',
  other: '其他费用',
} as const;

/** Amounts of a bill are in the currency the bill is in. */
const IN = { column: 'currency', otherwise: '币种' };

/** What the group has in mind: where it was, who went, what was paid, at which rates. */
export const settlementForm = form({
  trip: {
    title: '出访',
    fields: {
      matter: text('办件编号', { max: 40, required: true, width: 4 }),
      group: text('团组名称', { max: 60, required: true, width: 8 }),
      exit: date('出境日期', { required: true, width: 4 }),
      entry: date('入境日期', { required: true, width: 4 }),
    },
  },
  stays: {
    title: '停留',
    intro: '住宿按夜、伙食和公杂按天，由抵离日期算出。',
    fields: {
      stays: table(
        '停留地',
        {
          country: country('国家（地区）', { required: true }),
          city: text('城市', { max: 40, required: true }),
          arrive: date('抵达日期', { required: true }),
          leave: date('离开日期', { required: true }),
          hostCovers: choices('接待方承担', options(HOST_COVERS)),
          standardFrom: country('参照开支标准的邻国'),
        },
        { required: true, minRows: 1, maxRows: 20, rowName: '站', names: ['country', 'city'] },
      ),
    },
  },
  people: {
    title: '人员',
    fields: {
      people: table(
        '出访人员',
        {
          name: text('姓名', { max: 60, required: true, sensitivity: 'personal' }),
          rank: choice('职级', options(RANKS), { required: true }),
          exit: date('本人出境日期', { help: '晚于团组出境的填' }),
          entry: date('本人入境日期', { help: '早于团组入境的填，伙食、公杂、住宿按本人的天数、夜数' }),
        },
        { required: true, minRows: 1, maxRows: 200, rowName: '人' },
      ),
    },
  },
  rates: {
    title: '汇率',
    intro: '每种外币一行：哪一天的折算率、从哪里来的。',
    fields: {
      rates: table(
        '折算率',
        {
          currency: choice('币种', options(BILL_CURRENCIES), { required: true }),
          day: date('日期', { required: true }),
          rate: decimal('1外币单位折合人民币', { scale: 6, min: '0.000001', required: true }),
          source: text('来源', { max: 120, required: true }),
        },
        { maxRows: 10, rowName: '种', names: ['currency'] },
      ),
    },
  },
  claims: {
    title: '票据',
    intro: '伙食费、公杂费按标准包干，不用填；其余每张票据一行。接待方承担的写在它那一列，从票面金额里减去。',
    fields: {
      claims: table(
        '票据',
        {
          who: text('姓名', { max: 60, required: true, sensitivity: 'personal' }),
          item: choice('费用', options(ITEMS), { required: true }),
          city: text('城市', {
            max: 80,
            help: '住宿费必填；两国有同名城市的，连国名一起写',
            shown: ({ item }) => item !== 'air',
          }),
          currency: choice('币种', options(BILL_CURRENCIES), { required: true }),
          amount: decimal('票面金额', { scale: 2, min: '0', required: true, currency: IN }),
          host: decimal('接待方承担', { scale: 2, min: '0', currency: IN }),
          approval: text('超标准的事前审批', { max: 200, shown: ({ item }) => item === 'lodging' }),
        },
        { maxRows: 2000, rowName: '张', importable: true, names: ['item', 'city'] },
      ),
    },
  },
});

/** Answers to it. */
export type Settlement = AnswersOf<typeof settlementForm>;
