import { choice, options } from '@zhitongche/form';
import { stockCount } from '../../shared/stock-count.ts';
import { PLACES } from '../../shared/stock-places.ts';
import { stockroom } from './stockroom.ts';

/** 贴纸盘点: what two found on the shelf, and every sticker that was not there. */
export const stickerCounts = stockCount({
  code: 'sticker-count',
  name: '贴纸盘点',
  en: 'Counts of stickers',
  category: '库存',
  what: '每次盘点账上多少、扫到多少、差哪几张，两人签字。',
  measure: '张',
  place: choice('地点', options(PLACES), { required: true, width: 4 }),
  serials: 'open',
  basis: { title: '本单位库存物资管理规定', article: '盘点两人签字，差异逐件写明', unconfirmed: true },
  ...stockroom,
  samples: (today) => [{ answers: { day: today, place: 'store', expected: 6, scanned: 6 } }],
});
