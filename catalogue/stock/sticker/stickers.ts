import { choice, onePage, options, page, text } from '@zhitongche/form';
import { figure } from '@zhitongche/office';
import { defineRegister } from '@zhitongche/register';
import { PLACES } from '../../shared/stock-places.ts';
import { stages } from './stages.ts';
import { stockroom } from './stockroom.ts';

/** 附加证明书贴纸: every sticker by its serial, from the delivery to the certificate it stands on, or to the shredder. */
export const stickers = defineRegister({
  code: 'sticker',
  name: '附加证明书贴纸',
  noun: '贴纸',
  en: 'Apostille stickers',
  category: '库存',
  what: '每一张贴纸按号码管理：在库、领用、已用、作废、销毁，哪一号用在哪件上，随时能答。',
  basis: ['《取消外国公文书认证要求的公约》（1961）', '河北省外办2024年度部门预算：附加证明书贴纸采购'],
  measure: '张',
  form: onePage('贴纸', {
    serial: text('号码', { max: 30, required: true, also: ['贴纸号', '序列号'], width: 6 }),
    batch: text('批号', { max: 30, required: true, width: 6 }),
    place: choice('存放地点', options(PLACES), { required: true, width: 6 }),
  }),
  set: page('去向', {
    holder: text('领用人', { max: 40, required: true }),
    certificate: text('用于证书', { max: 60, required: true }),
    reason: text('作废原因', { max: 200, required: true }),
  }),
  policies: [figure('sticker.least', '附加证明书贴纸最低库存', 500, { unit: '张', bounds: [0, 1_000_000] })],
  title: ({ serial }) => serial ?? '贴纸',
  cardFacts: ({ batch, place }) => [
    { label: '批号', value: batch ?? '' },
    { label: '地点', value: place === undefined ? '' : PLACES[place] },
  ],
  columns: ['batch', 'place', 'holder', 'certificate'],
  later: ['serial', 'reason'],
  unique: ['serial'],
  stages,
  ...stockroom,
  stock: { inStage: 'in', place: 'place', least: 'sticker.least' },
  samples: () =>
    Array.from({ length: 6 }, (_, n) => ({
      answers: { serial: `YZ00012${n}`, batch: '2026-01', place: 'store' as const },
    })),
});
