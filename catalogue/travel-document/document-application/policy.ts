import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { ask, policiesOf } from '../../shared/policies.ts';
import { passportDesk } from './basis.ts';

const CODE = 'document-application';
const { key, figure, days, words, phrase } = policiesOf(CODE);
export { key };

/** Every figure of the service. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies(CODE, { draftDays: 180, fileYears: 10, personalYears: 10 }),
  figure('promise', '受理后制证时限', 3, '工作日', {
    basis: { title: '河北省外办2024年度部门预算', article: '接案后按承诺办结时间完成制证，不超过3个工作日' },
  }),
  figure('valid-years', '证照有效期最长', 5, '年', {
    basis: passportDesk('有效期最长5年'),
    unconfirmed: true,
  }),
  figure('uncollected-days', '制好多少天无人领取即提示', 180, '天', ask),
  words(
    'uncollected-tell',
    '领取期限已过百分之几时提醒（可写明角色）',
    ['80', '100', '100:passport-officer'],
    ask,
  ),
  words('capture', '首次申领须现场采集的证照', ['diplomatic', 'official', 'ordinary'], {
    basis: passportDesk('首次办理电子护照的现场采集照片、指纹、签名'),
    unconfirmed: true,
  }),
  phrase('capture-room', '采集室在“会议室、窗口与车辆”台账里的名称', '护照采集室', ask),
  days('window', '受理', 1),
  days('capture', '现场采集', 5),
  days('review', '审核', 1),
  days('decide', '审批', 1),
  days('make', '制证', 1),
];
