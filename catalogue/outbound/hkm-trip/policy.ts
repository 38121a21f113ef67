import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { ask, policiesOf } from '../../shared/policies.ts';
import { PERMIT_SUSPENSION, RETURN_DAYS } from '../../shared/return-days.ts';
import { RANKS } from '../../shared/travel-words.ts';
import { endorsements, hunan, shenzhen, units } from './basis.ts';
import { ENDORSEMENTS, PURPOSES } from './choices.ts';

const CODE = 'hkm-trip';
const { key, figure, days, flag, words } = policiesOf(CODE);
export { key };

const up = (article: string) => ({ basis: shenzhen(article), unconfirmed: true });
const ranks = { ...ask, among: RANKS };

/** What is not the office's to approve, by what is asked for. */
const upwards: readonly PolicyDef[] = [
  figure('up.hongkong-days', '一次在香港停留超过多少天须上报', 30, '天', up('一次赴港停留超过30天')),
  figure('up.macao-days', '一次在澳门停留超过多少天须上报', 20, '天', up('一次赴澳停留超过20天')),
  words('up.endorsements', '须上报的签注', ['one-year', 'work', 'study'], {
    ...up('六个月以上多次往返签注'),
    among: ENDORSEMENTS,
  }),
  words('up.purposes', '须上报的任务类别', ['training', 'work', 'study', 'teaching', 'research', 'labour'], {
    ...up('工作、就读、讲学、共同研究、培训、劳务'),
    among: PURPOSES,
  }),
];

const limits: readonly PolicyDef[] = [
  figure('stay-most', '访问签注每次停留不超过', 30, '天', {
    basis: endorsements('访问签注每次停留不超过30天'),
    unconfirmed: true,
  }),
  figure('stay-usual', '一般在外停留不超过', 7, '天', {
    basis: hunan('一般停留7天，最长30天'),
    unconfirmed: true,
  }),
  figure('permit-months', '通行证有效期在返回后须超过', 6, '个月', ask),
  figure('lead-days', '建议提前申报', 30, '天', { basis: units('赴港澳提前30天申报'), unconfirmed: true }),
  figure('report-days', '返回后提交报告', 10, '工作日', ask),
  RETURN_DAYS,
  PERMIT_SUSPENSION,
  words(
    'return-tell',
    '通行证交回期限已过百分之几时提醒（可写明角色）',
    ['80', '100', '100:passport-officer'],
    ask,
  ),
];

const routes: readonly PolicyDef[] = [
  words('route.deputy', '须分管副主任签批的最高职级', ['ministry', 'bureau'], ranks),
  words('route.director', '须主任签批的最高职级', ['ministry', 'bureau'], ranks),
  flag('route.director-up', '上报国务院港澳办的须主任签批', true, ask),
];

const clocks: readonly PolicyDef[] = [
  figure('promise', '受理后办结时限', 3, '工作日', ask),
  figure('promise-urgent', '加急件受理后办结时限', 2, '工作日', ask),
  flag('promise-stands-for-leader', '等候领导签批的时间不计入办结时限', true, ask),
  days('unit', '单位签批', 2),
  days('superior', '主管部门审核', 2),
  days('city', '市外办审核', 2),
  days('window', '窗口受理', 1),
  days('handler', '经办审核', 1),
  days('head', '处长审核', 1),
  days('leader', '主任、副主任签批', 1),
  days('revocation', '撤销事项各环节', 2),
];

/** Every figure and switch of the service. */
export const policies: readonly PolicyDef[] = [
  ...keepPolicies(CODE, { draftDays: 180, fileYears: 10, personalYears: 10 }),
  ...upwards,
  ...limits,
  ...routes,
  ...clocks,
];
