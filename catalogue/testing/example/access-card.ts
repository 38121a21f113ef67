import { choice, onePage, options, page, text } from '@zhitongche/form';
import { figure } from '@zhitongche/office';
import { defineRegister, move } from '@zhitongche/register';
import { PLACES } from '../../shared/stock-places.ts';

/** 门禁卡: an example of a stock, piece by piece, whole and ready to be copied. */
export const accessCards = defineRegister({
  code: 'example-card',
  name: '门禁卡',
  en: 'Access cards',
  category: '库存',
  what: '每一张门禁卡在哪里、谁领着，坏了怎么销毁。',
  basis: ['本单位库存物资管理规定'],
  measure: '张',
  form: onePage('门禁卡', {
    serial: text('卡号', { max: 20, required: true }),
    place: choice('存放地点', options(PLACES), { required: true }),
  }),
  set: page('去向', { holder: text('领用人', { max: 40, required: true }) }),
  policies: [figure('example-card.least', '门禁卡最低库存', 10, { unit: '张' })],
  unique: ['serial'],
  stages: {
    list: { in: '在库', out: '领用', gone: { label: '已销毁', ends: true } },
    moves: [
      move('issue', '领用', 'in', 'out', { asks: ['holder'] }),
      move('return', '退库', 'out', 'in', { clears: ['holder'] }),
      move('destroy', '销毁', 'in', 'gone', { second: true }),
    ],
  },
  stock: { inStage: 'in', place: 'place', least: 'example-card.least' },
  readers: [{ roles: ['window', 'director'], rows: 'office' }],
  keepers: ['handler', 'passport-officer'],
  samples: () => [{ answers: { serial: 'K-0001', place: 'store' } }],
});
