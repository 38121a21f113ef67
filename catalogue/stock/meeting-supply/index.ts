import { stop } from '@zhitongche/base';
import { choice, integer, options, text, yuan } from '@zhitongche/form';
import { figure } from '@zhitongche/office';
import { defineSupply } from '@zhitongche/register';
import { OFFICE_AND_CITIES } from '../../shared/desk-readers.ts';
import { PLACES } from '../../shared/stock-places.ts';
import { samples } from './samples.ts';

const SORTS = { paper: '席卡和证件', flag: '旗帜', water: '茶水', other: '其他' };

/** 会议用品: what meetings use up, bought by batch and handed out to whoever holds one. */
export const meetingSupplies = defineSupply({
  code: 'meeting-supply',
  name: '会议用品',
  noun: '用品',
  en: 'Meeting supplies',
  what: '席卡、证件、旗帜、茶水等会议用品：订购、验收、存放、发给谁、还剩多少。',
  basis: ['本单位库存物资管理规定'],
  unit: '件',
  places: PLACES,
  fields: {
    sort: choice('种类', options(SORTS), { required: true, width: 4 }),
    supplier: text('供应商', { max: 80, required: true, width: 8 }),
    price: yuan('单价', { width: 4 }),
  },
  inspection: {
    fields: { faulty: integer('不合格数量', { min: 0, unit: '件', required: true }) },
    fits: (_row, { arrived, faulty }, { policy }) => {
      const most = policy.number('meeting-supply.faulty');
      return [
        Number(faulty) * 100 > Number(arrived) * most &&
          stop(
            'meeting-supply.faulty',
            'faulty',
            `不合格的超过${most}%`,
            'Too many faulty',
            '请退供应商更换',
          ),
      ];
    },
  },
  policies: [figure('meeting-supply.faulty', '验收时不合格的最多占多少', 5, { unit: '%', bounds: [0, 100] })],
  readers: OFFICE_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
