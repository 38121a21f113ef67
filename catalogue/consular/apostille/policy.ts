import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { policiesOf } from '../../shared/policies.ts';

const { key, fee, figure, phrase } = policiesOf('apostille');
export { key };

const PROMISE = {
  basis: { title: '河北省外办2024年度部门预算', article: '附加证明书承诺办结时间为2-4工作日' },
};
const FEES = {
  basis: {
    title: '领事认证收费标准（2011年第三方转载）',
    article: '民事每份50元，商业每份100元，加急每份加50元',
  },
  unconfirmed: true,
} as const;

/** What it means when whoever signs has no training in force. */
export const TRAINING = { off: '不启用', warn: '提醒', stop: '不能签发' } as const;

/** Figures of the item; fees and most days await the office. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies('apostille', { draftDays: 90, fileYears: 10, personalYears: 10 }),
  figure('promise', '承诺办结时限', 4, '工作日', PROMISE),
  figure('urgent-promise', '加急的承诺办结时限', 2, '工作日', PROMISE),
  figure('remind-at', '时限提醒点（已用工作日占承诺时限的比例）', 50, '%', PROMISE),
  figure('inquiry-days', '向出证机构核询的期限', 10, '工作日'),
  fee('fee.civil', '民事类文书认证费', '份', '50.00', FEES),
  fee('fee.commercial', '商业类文书认证费', '份', '100.00', FEES),
  fee('fee.urgent', '加急费', '份', '50.00', FEES),
  figure('table-days', '缔约国表超过多少天没有核对即提醒', 365, '天'),
  figure('until-days', '公约将停止适用于使用国的，提前多少天提醒', 90, '天'),
  {
    key: key('training'),
    label: '签发人没有有效的附加证明书业务培训',
    type: 'text',
    among: TRAINING,
    default: 'stop',
    unconfirmed: true,
  },
  phrase('place', '证书上的签发地（空着取文头中的省、市名）', ''),
  figure('training-months', '附加证明书业务培训的有效期', 24, '个月'),
];
