import { choice, form, options, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { PLACES } from '../../shared/stock-places.ts';

const holder = form({
  out: { title: '领用', fields: { holder: text('领用人', { max: 40, required: true }) } },
});

/** 门禁卡: an example of a stock, piece by piece, whole and ready to be copied. */
export const accessCards = defineRegister({
  code: 'example-card',
  name: '门禁卡',
  en: 'Access cards',
  category: '库存',
  what: '每一张门禁卡在哪里、谁领着，坏了怎么销毁。',
  basis: ['本单位库存物资管理规定'],
  measure: '张',
  form: form({
    card: {
      title: '门禁卡',
      fields: {
        serial: text('卡号', { max: 20, required: true }),
        place: choice('存放地点', options(PLACES), { required: true }),
      },
    },
  }),
  set: { title: '去向', fields: { holder: text('领用人', { max: 40 }) } },
  policies: [
    {
      key: 'example-card.least',
      label: '门禁卡最低库存',
      type: 'number',
      unit: '张',
      default: 10,
      unconfirmed: true,
    },
  ],
  unique: ['serial'],
  stages: {
    first: 'in',
    list: { in: { label: '在库' }, out: { label: '领用' }, gone: { label: '已销毁', ends: true } },
    moves: [
      {
        key: 'issue',
        label: '领用',
        from: ['in'],
        to: 'out',
        form: holder,
        sets: (_row, { holder: who }) => ({ holder: who }),
      },
      { key: 'return', label: '退库', from: ['out'], to: 'in', sets: () => ({ holder: '' }) },
      { key: 'destroy', label: '销毁', from: ['in'], to: 'gone', second: true },
    ],
  },
  stock: { inStage: 'in', place: 'place', least: 'example-card.least' },
  readers: [{ roles: ['window', 'director'], rows: 'office' }],
  keepers: ['handler', 'passport-officer'],
  samples: () => [{ answers: { serial: 'K-0001', place: 'store' } }],
});
