import { text } from '@zhitongche/form';
import { stockCount } from '../../shared/stock-count.ts';
import { custodyRule } from './basis.ts';
import { desks } from './desks.ts';

/** 证照盘点: what two found in the cabinets by scanning, and every document that was not there or too many. */
export const custodyCounts = stockCount({
  code: 'custody-count',
  name: '证照盘点',
  en: 'Counts of documents',
  category: '证照',
  what: '每次盘点应有多少本、扫到多少本、少哪几本、多哪几本，两人签字。',
  measure: '本',
  place: text('盘点的柜', { max: 60, help: '只盘一个柜的填写，各柜一起盘的空着', width: 4 }),
  serials: 'sensitive',
  basis: custodyRule('定期清点，账实相符'),
  ...desks,
  samples: (today) => [{ answers: { day: today, expected: 1, scanned: 1, place: '乙柜' } }],
});
