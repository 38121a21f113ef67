import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { ask, policiesOf } from '../../shared/policies.ts';

const { key, figure, days, flag } = policiesOf('unit-account');
export { key };

/** What a rule about whoever files comes to. */
export const MEASURES = { off: '不启用', warn: '提醒，须说明理由', stop: '不能提交' } as const;

const measure = (name: string, label: string): PolicyDef => ({
  key: key(name),
  label,
  type: 'text',
  among: MEASURES,
  default: 'off',
  ...ask,
});

/** Figures that bear on whoever files any service; an office puts them in force from a day on. */
export const filingPolicies: readonly PolicyDef[] = [
  measure('filing', '没有经确认的有效备案，其他事项'),
  measure('training', '专办员培训超过年限，其他事项'),
];

/** How many clerks a unit has: filed with its account, or entered by hand. */
export const CLERKS_MOST: PolicyDef = { ...figure('clerks', '专办员最多', 2, '人'), shared: true };

/** Figures of the account itself. Nothing here stands in a source; every one awaits the office. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies('unit-account', { draftDays: 180, fileYears: 10, personalYears: 10 }),
  ...filingPolicies,
  figure('term-months', '备案的有效期', 12, '个月'),
  figure('signers', '签批人最多', 2, '人'),
  CLERKS_MOST,
  flag('city-confirms', '市属单位由市外办确认', true),
  days('both', '移交双方签字', 3),
  days('unit', '单位签批', 2),
  days('superior', '主管部门审核', 2),
  days('check', '核对', 2),
  days('confirm', '确认', 1),
];
