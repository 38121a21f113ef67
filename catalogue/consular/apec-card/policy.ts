import type { Basis } from '@zhitongche/base';
import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { policiesOf } from '../../shared/policies.ts';
import { nanjing, shanghai, wuxi, zhongshan } from './basis.ts';

const { key, days, fee, figure, words } = policiesOf('apec-card');
export { key };

const local = (basis: Basis) => ({ basis, unconfirmed: true }) as const;

/** What it means that a passport ends before it should. */
export const PASSPORT_RULE = { stop: '不能申办', cap: '可以申办，卡的有效期以护照为限' } as const;

/** Figures of the item: thresholds of city guides, to be confirmed by each office. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies('apec-card', { draftDays: 90, fileYears: 10, personalYears: 10 }),
  figure('trade-min', '上年度进出口额不少于', 500_000, '元', local(wuxi('上年度进出口额50万元以上'))),
  words('tax-grades', '可以申办的纳税信用等级', ['A', 'B', 'M'], local(nanjing('上年度纳税信用等级M级以上'))),
  figure('headcount-min', '企业人数不少于', 10, '人', local(wuxi('企业人数10人以上；南京为5人以上'))),
  figure('employed-months', '申请人在本企业工作不少于', 6, '个月', local(wuxi('在申办企业工作满6个月'))),
  figure('passport-months', '申请时护照有效期不少于', 66, '个月', local(wuxi('护照有效期5.5年以上'))),
  {
    key: key('passport-rule'),
    label: '护照有效期不足的',
    type: 'text',
    among: PASSPORT_RULE,
    default: 'stop',
    ...local(wuxi('护照有效期5.5年以上')),
  },
  figure('card-months', '卡的最长有效期', 60, '个月', local(shanghai('有效期最长五年'))),
  figure('renew-months', '到期前几个月起可以续办', 6, '个月', { basis: shanghai('有效期届满前6个月内续办') }),
  figure('mandate-warn', '经办人授权到期前几天提醒', 30, '天'),
  words('charged', '收制卡费的业务', ['new', 'renew', 'remake', 'replace', 'reissue', 'early'], {
    ...local(shanghai('换卡、补卡、重新制卡须再缴费；提前制卡待确认')),
  }),
  fee('fee.card', '制卡费（外交部）', '张', '720.00', { basis: zhongshan('每卡720元') }),
  fee('fee.service', '本单位代办服务费', '张', '0.00', local(zhongshan('除720元外不另收费；他地有收取的'))),
  figure('promise', '承诺办结时限', 3, '工作日', {
    basis: { title: '河北省外办2024年度部门预算', article: 'APEC商务旅行卡审核审批3个工作日' },
  }),
  days('city', '市外办初审', 3),
  days('sign', '处长审定', 1),
];
