import { checksFor } from '@zhitongche/case';
import { choice, date, integer, onePage, options, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { PLACES } from '../../shared/stock-places.ts';
import { stages } from './batch-stages.ts';
import { stockroom } from './stockroom.ts';

const batchForm = onePage('到货', {
  batch: text('批号', { max: 30, required: true, width: 4 }),
  supplier: text('供货单位', { max: 80, required: true, width: 8 }),
  contract: text('合同编号', { max: 60, width: 6 }),
  arrived: date('到货日期', { required: true, width: 6 }),
  prefix: text('号码字头', { max: 10, width: 3, help: '号码前面不变的字母，没有就空着' }),
  digits: integer('数字位数', { min: 1, max: 12, required: true, width: 3 }),
  from: integer('起号', { min: 0, max: 999_999_999_999, required: true, width: 3 }),
  to: integer('止号', { min: 0, max: 999_999_999_999, required: true, width: 3 }),
  place: choice('存放地点', options(PLACES), { required: true }),
});

const check = checksFor<typeof batchForm>();
const RECEIPT = {
  title: '本单位库存物资管理规定',
  article: '到货凭号段验收，抽检合格方可入库',
  unconfirmed: true,
};
/** Most pieces of one delivery. */
const MOST = 50_000;

/** 贴纸到货批次: a range of serials, inspected by two and then on the shelf, each by its number. */
export const stickerBatches = defineRegister({
  code: 'sticker-batch',
  name: '贴纸到货批次',
  noun: '到货批次',
  en: 'Deliveries of stickers',
  category: '库存',
  what: '每一批到货：号段、抽检、合格率，验收后逐张入库。',
  basis: [RECEIPT.title],
  measure: '批',
  form: batchForm,
  set: { title: '验收', fields: { checked: integer('抽检张数'), sound: integer('合格张数') } },
  checks: [
    check({
      code: 'S-01',
      title: '止号不小于起号，一批不超过五万张',
      level: 'block',
      basis: RECEIPT,
      reads: ['from', 'to'],
      run: ({ from, to }) =>
        to < from || to - from >= MOST
          ? [
              {
                at: ['to'],
                message: to < from ? '止号小于起号' : `这一批有${to - from + 1}张，一批最多${MOST}张`,
                en: 'The range of serials is wrong',
                todo: to < from ? '请核对起止号' : '请分成几批登记',
              },
            ]
          : [],
    }),
    check({
      code: 'S-02',
      title: '止号写得下数字位数',
      level: 'block',
      basis: RECEIPT,
      reads: ['to', 'digits'],
      run: ({ to, digits }) =>
        String(to).length > digits
          ? [
              {
                at: ['digits'],
                message: `止号${to}有${String(to).length}位，多于${digits}位`,
                en: 'The last serial has more digits than there are places',
                todo: '请核对数字位数',
              },
            ]
          : [],
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'sticker-batch.sample',
      label: '每批贴纸至少抽检张数',
      type: 'number',
      unit: '张',
      default: 20,
      bounds: [1, 50_000],
      unconfirmed: true,
    },
    {
      key: 'sticker-batch.rate',
      label: '贴纸抽检合格率不低于',
      type: 'number',
      unit: '%',
      default: 95,
      bounds: [0, 100],
      basis: { title: '河北省外办2024年度部门预算', article: '附加证明书贴纸采购：合格率≥95%' },
    },
  ],
  title: ({ batch, supplier }) => (batch ? `${batch} ${supplier ?? ''}`.trim() : '到货批次'),
  cardFacts: ({ prefix = '', digits = 0, from, to }) => {
    if (from === undefined || to === undefined) return [];
    const [first, last] = [from, to].map((n) => prefix + String(n).padStart(digits, '0'));
    return [
      { label: '号段', value: `${first}至${last}` },
      { label: '张数', value: `${to - from + 1}张` },
    ];
  },
  columns: [
    { key: 'batch', later: true },
    { key: 'supplier', later: true },
    { key: 'arrived' },
    { key: 'from' },
    { key: 'to' },
    {
      key: 'rate',
      label: '抽检合格率',
      of: ({ checked, sound }) =>
        typeof checked === 'number' && typeof sound === 'number' && checked > 0
          ? `${Math.floor((sound * 1000) / checked) / 10}%（${sound}/${checked}）`
          : '',
    },
    { key: 'contract', later: true },
  ],
  unique: ['batch'],
  day: 'arrived',
  stages,
  dates: [],
  relations: [],
  ...stockroom,
  samples: (today) => [
    {
      answers: {
        batch: '2026-01',
        supplier: '云泽证照印务有限公司',
        arrived: today,
        prefix: 'YZ',
        digits: 6,
        from: 126,
        to: 625,
        place: 'store',
      },
    },
  ],
});
