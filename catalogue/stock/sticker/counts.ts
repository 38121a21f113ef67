import { checksFor } from '@zhitongche/case';
import { choice, date, form, integer, options, table, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { PLACES } from '../../shared/stock-places.ts';
import { stockroom } from './stockroom.ts';

const countForm = form({
  count: {
    title: '盘点',
    fields: {
      day: date('盘点日期', { required: true, width: 4 }),
      place: choice('地点', options(PLACES), { required: true, width: 4 }),
      expected: integer('账上张数', { min: 0, required: true, width: 4 }),
      scanned: integer('扫到张数', { min: 0, required: true, width: 4 }),
      missing: table(
        '账上有、没有扫到',
        { serial: text('号码', { max: 30, required: true }), reason: text('说明', { max: 120 }) },
        { maxRows: 1000, rowName: '张', importable: true },
      ),
      extra: table(
        '扫到、账上不在此处',
        { serial: text('号码', { max: 30, required: true }), reason: text('说明', { max: 120 }) },
        { maxRows: 1000, rowName: '张', importable: true },
      ),
      note: text('处理意见', { max: 300, lines: 3 }),
    },
  },
});

const check = checksFor<typeof countForm>();
const RULE = { title: '本单位库存物资管理规定', article: '盘点两人签字，差异逐件写明', unconfirmed: true };

/** 贴纸盘点: what two found on the shelf, and every sticker that was not there; the difference is an entry of its own, never a correction. */
export const stickerCounts = defineRegister({
  code: 'sticker-count',
  name: '贴纸盘点',
  noun: '盘点',
  en: 'Counts of stickers',
  category: '库存',
  what: '每次盘点账上多少、扫到多少、差哪几张，两人签字。',
  basis: [RULE.title],
  measure: '次',
  form: countForm,
  checks: [
    check({
      code: 'S-21',
      title: '张数与差异相符',
      level: 'block',
      basis: RULE,
      reads: ['expected', 'scanned'],
      run({ expected, scanned, missing = [], extra = [] }) {
        const right = scanned === expected - missing.length + extra.length;
        return right
          ? []
          : [
              {
                at: ['scanned'],
                message: `账上${expected}张，少${missing.length}张、多${extra.length}张，应扫到${expected - missing.length + extra.length}张，写的是${scanned}张`,
                en: 'The figures do not agree with the differences',
                todo: '请逐张写明差异，或核对张数',
              },
            ];
      },
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [],
  title: ({ day, place }) => (day && place ? `${day} ${PLACES[place]}` : '盘点'),
  cardFacts: ({ expected, missing = [], extra = [] }) => [
    { label: '账上', value: expected === undefined ? '' : `${expected}张` },
    {
      label: '差异',
      value: missing.length + extra.length === 0 ? '相符' : `少${missing.length}、多${extra.length}`,
    },
  ],
  columns: [
    { key: 'day', later: true },
    { key: 'place', filter: true, later: true },
    { key: 'expected' },
    { key: 'scanned' },
  ],
  unique: ['day', 'place'],
  day: 'day',
  stages: {
    first: 'counted',
    list: { counted: { label: '已盘点' }, signed: { label: '两人签字', ends: true } },
    moves: [{ key: 'sign', label: '签字', from: ['counted'], to: 'signed', second: true, basis: RULE }],
  },
  dates: [],
  relations: [],
  ...stockroom,
  samples: (today) => [{ answers: { day: today, place: 'store', expected: 6, scanned: 6 } }],
});
