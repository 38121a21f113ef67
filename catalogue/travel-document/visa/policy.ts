import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { ask, policiesOf } from '../../shared/policies.ts';
import { visaDesk } from './basis.ts';

const { key, fee, figure, days, phrase } = policiesOf('visa');
export { key };

/** Every figure of the service; what each mission charges is a table. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies('visa', { draftDays: 90, fileYears: 10, personalYears: 10 }),
  figure('promise', '受理后首批送签或出具出境证明的时限', 5, '工作日'),
  figure('passport-months', '护照在回国后至少还须有效', 6, '个月', {
    basis: visaDesk('护照有效期六个月以上'),
  }),
  fee('fee.agency', '签证代办费', '人次', '330.00', {
    basis: { title: '宁波市外办签证申办须知（2009年）', article: '经北京送签每人330元' },
    unconfirmed: true,
  }),
  phrase('office-en', '本机关英文名称（照会用）', 'Foreign Affairs Office', ask),
  days('accept', '受理', 1),
  days('confirm', '免签核对', 1),
  days('review', '材料审核', 2),
  days('sign', '照会签发', 1),
  days('out', '护照在使领馆（超过即提示）', 15),
];
