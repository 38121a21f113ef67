import { keepPolicies } from '@zhitongche/case';
import { policiesOf } from '../../shared/policies.ts';
import { regulation } from './basis.ts';

const { key, figure, days } = policiesOf('disclosure-request');
export { key };

const by = (article: string) => ({ basis: regulation(article) });

/** Figures of the regulation, and the office's own days within them. */
export const policies = [
  ...keepPolicies('disclosure-request', { draftDays: 180, fileYears: 10, personalYears: 10 }),
  figure('answer', '答复期限', 20, '工作日', by('第三十三条')),
  figure('extension', '延长答复期限', 20, '工作日', by('第三十三条')),
  figure('consult', '第三方、其他机关答复意见', 15, '工作日', by('第三十二条、第三十四条')),
  days('receive', '收件登记', 1),
  days('examine', '补正告知', 7, by('第三十条')),
  days('handle', '拟定答复', 9),
  days('decide', '审定', 3),
];
