import { PERMIT_SUSPENSION, RETURN_DAYS } from '../../shared/return-days.ts';
import { keepPolicies } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { ask, type More, policiesOf } from '../../shared/policies.ts';
import { CHANGE_PARTS, POSITIONS, RANKS, UNIT_DEPARTMENTS } from './choices.ts';
import { TRANSPORT_SHARE } from '../../shared/transport-share.ts';
import { funds516, opinion16, passportDesk, practice } from './basis.ts';

const KEY = 'outbound-trip';

const { key, figure, days: promise, flag, words, phrase } = policiesOf(KEY);
export { key };

const asRead = (article: string): More => ({ basis: opinion16(article), unconfirmed: true });

const limits: readonly PolicyDef[] = [
  figure('max-days.1', '出访1国在外天数上限', 5, '天', asRead('出访1个国家在外停留不超过5天')),
  figure('max-days.2', '出访2国在外天数上限', 8, '天', asRead('出访2个国家在外停留不超过8天')),
  figure('max-days.3', '出访3国在外天数上限', 10, '天', asRead('出访3个国家在外停留不超过10天')),
  figure('extra-days.far', '拉美、非洲航班衔接不便国家可增加天数', 1, '天', asRead('拉美、非洲增加1天')),
  flag('longer-stay-by-request', '附书面请示后天数超限转为个案审定', true, asRead('确需增加天数的书面说明')),
  figure(
    'max-countries',
    '每次出访国家（地区）数上限，含经停',
    3,
    '个',
    asRead('每次出访不超过3个国家和地区'),
  ),
  figure('transit-nights', '仅过境（不离开机场）最多停留', 1, '晚', ask),
  figure('max-members', '团组人数上限，含翻译', 6, '人', asRead('每个团组不超过6人')),
  figure('split-window', '同类团组前后多少天内视为可能拆分', 15, '天', ask),
  phrase(
    'official-share',
    '公务活动占在外天数的最低比例',
    '2/3',
    asRead('公务活动时间不少于在外时间三分之二'),
  ),
  words(
    'doubtful-words',
    '出访事由中需说明的用语',
    [
      '考察性',
      '照顾性',
      '一般性出访',
      '一般性考察',
      '观光',
      '游览',
      '游玩',
      '疗养',
      '庆典',
      '开工',
      '奠基',
      '慰问',
    ],
    asRead('不得安排考察性、照顾性、无实质内容的一般性出访'),
  ),
];

const frequency: readonly PolicyDef[] = [
  figure('frequency.bureau.max', '厅局级在周期内出访次数上限（0为不限）', 1, '次', {
    basis: practice('山东、四川关于厅局级干部因公出国的规定（16号文实施规定）', '厅局级2年内不超过1次'),
    unconfirmed: true,
  }),
  figure('frequency.bureau.years', '厅局级出访次数周期', 2, '年', ask),
  figure('frequency.bureau.term-max', '厅局级在一届任期内出访次数上限（0为不限）', 2, '次', {
    basis: practice('山东、四川关于厅局级干部因公出国的规定（16号文实施规定）', '任期内不超过2次'),
    unconfirmed: true,
  }),
  figure('frequency.principal.max', '市党政正职、政府副职、省直正职每年出访次数上限（0为不限）', 1, '次', {
    basis: practice('山东省关于领导干部因公出国的规定（2013）', '每年不超过1次'),
    unconfirmed: true,
  }),
  figure('frequency.division.max', '县处级在周期内出访次数上限（0为不限）', 1, '次', {
    basis: practice('单位规定（2012年度出访计划通知）', '处级2年内不超过1次'),
    unconfirmed: true,
  }),
  figure('frequency.division.years', '县处级出访次数周期', 2, '年', ask),
];

const paperwork: readonly PolicyDef[] = [
  figure('publicity-days', '公示不少于', 5, '工作日', asRead('出访前公示不少于5个工作日')),
  figure('publicity-valid-days', '公示期满后多少天内申报有效', 180, '天', ask),
  flag('plan-required', '计划外团组须说明置换', true, asRead('未列入计划的原则上不予受理')),
  figure('lead-days', '建议提前申报天数', 30, '天', ask),
  figure('passport-months', '护照有效期在回国后至少还有', 6, '个月', {
    basis: passportDesk('有效期不足6个月的一般应换发'),
    unconfirmed: true,
  }),
  RETURN_DAYS,
  figure('overdue-lock-days', '护照逾期多少天后暂停单位申报', 30, '天', {
    basis: practice('北京市外办因公护照收缴情况通报（2014）', '逾期30天以上暂停受理新的申报'),
  }),
  PERMIT_SUSPENSION,
  figure('health-age', '须附健康担保证明的年龄', 70, '岁', ask),
  figure('report-days', '回国后提交出访报告', 15, '工作日', ask),
];

const money: readonly PolicyDef[] = [
  phrase('home-port', '往返口岸城市，拟写往返路线时用', '北京', ask),
  phrase('nights', '住宿计算方式：nights 按实际过夜，days 按在外天数', 'nights', ask),
  TRANSPORT_SHARE,
  flag('stop-over-ceiling', '出访使本单位三公额度超支的不得申报（否则只提醒）', true, {
    basis: funds516('无预算或超预算的不得安排出国'),
  }),
  words('ceiling-warn', '出访使三公额度用到百分之几时提醒', ['80', '90'], ask),
  figure('train-allowance', '国际列车境外段每人每天补助', 12, '美元', {
    basis: funds516('国际列车境外段超过6小时的，每人每天补助12美元'),
  }),
  figure('long-stay-days', '超过多少天的伙食费、公杂费须个案核定', 14, '天', ask),
];

const ALL_RANKS = ['ministry', 'bureau', 'division', 'section', 'technical'];

/** Ranks are named as the form names them. */
const ranks: More = { ...ask, among: RANKS };

/** Posts whatever their rank, named as the form names them. */
const { none: _none, ...POSTS } = POSITIONS;
const posts: More = {
  basis: practice(
    '浙江省因公临时出国审批权限',
    '县（市、区）委书记、县（市、区）长和省管企业负责人由省外办审核后报省政府',
  ),
  unconfirmed: true,
  among: POSTS,
};
const UP = ['county-secretary', 'county-head', 'enterprise-head'];

const routes: readonly PolicyDef[] = [
  words('countersign', '会签处室代码（空为不会签）', ['security', 'finance'], ask),
  flag('city-delegated', '市外办有权审批并出具批件', false, ask),
  words('city-delegated-ranks', '授权市外办审批的职级', ['division', 'section', 'technical'], ranks),
  words('city-not-delegated-posts', '不授权市外办审批的任职（不论职级）', UP, posts),
  words('route.deputy', '须分管副主任签批的最高职级', ALL_RANKS, ranks),
  words('route.director', '须主任签批的最高职级', ['ministry', 'bureau'], ranks),
  words('route.director-posts', '须主任签批的任职（不论职级）', UP, posts),
  words('route.report', '须上报省领导的最高职级', ['ministry', 'bureau'], ranks),
  words('route.report-posts', '须上报省领导的任职（不论职级）', UP, posts),
  words('change.ends-below', '上级机关批准的任务，下列变更由本办审定、不再上报（空为都上报）', [], {
    basis: practice('单位因公临时出国管理办法（同济大学、上海中医药大学）', '谁派出、谁负责，谁审批、谁负责'),
    unconfirmed: true,
    among: { ...CHANGE_PARTS, extension: '延期', revocation: '撤销任务' },
  }),
  flag('route.report-span', '牵头双跨团组须上报', true, ask),
];

const beforeFiling: readonly PolicyDef[] = [
  words(
    'unit-opinions',
    '申报单位须在线签署意见的部门（空为上传盖章的审批意见表）',
    Object.keys(UNIT_DEPARTMENTS),
    {
      basis: funds516('先审核后审批：外事部门审核任务、财务部门审核预算，意见作为审批依据'),
      unconfirmed: true,
      among: UNIT_DEPARTMENTS,
    },
  ),
  flag('personnel-filing', '申报前须登记人员备案、政审结果（否为随申报上传）', true, {
    basis: practice('因公临时出国（境）人员备案办理流程', '申报前按干部管理权限办理人员备案、政审'),
    unconfirmed: true,
  }),
  words(
    'clearance.filing-ranks',
    '只需人员备案表的职级（其他人员须有审查批件）',
    ['ministry', 'bureau', 'division'],
    {
      basis: practice(
        '因公出国（境）政审办理须知',
        '正处级以上人员填报备案表，首次出访的其他人员办理政审批件',
      ),
      unconfirmed: true,
      among: RANKS,
    },
  ),
  words('sensitive-countries', '须附驻外使领馆意见的敏感、热点国家（地区）', [], {
    basis: practice('北京市因公普通护照申请流程', '前往敏感、热点国家的须附我驻当地使领馆意见'),
    unconfirmed: true,
  }),
];

const copies: readonly PolicyDef[] = [
  words('copies-to', '批件抄送机关（参团人员所在单位自动列入）', [], ask),
];

const clocks: readonly PolicyDef[] = [
  figure('promise', '受理后办结时限', 3, '工作日', {
    basis: practice('省外办对外公开服务承诺', '因公出访团组审核审批3个工作日'),
  }),
  figure('promise-urgent', '加急件受理后办结时限', 2, '工作日', ask),
  flag('promise-stands-for-leader', '等候领导签批的时间不计入办结时限', true, {
    basis: practice(
      '兴安盟行署外办《因公临时出国（境）审核》办事指南（2018-07-20）',
      '审核7至10个工作日，等候领导签批的时间除外',
    ),
    unconfirmed: true,
  }),
  promise('opinions', '单位各部门审核意见', 2),
  promise('unit', '单位签批', 2),
  promise('superior', '主管部门审核', 2),
  promise('personnel', '人员备案、政审', 5),
  promise('city', '市外办各环节', 2),
  promise('window', '窗口受理', 1),
  promise('handler', '经办审核', 1),
  promise('countersign', '处室会签', 1),
  promise('countersign-urgent', '加急件处室会签（0为当日）', 0),
  promise('head', '处长审核', 1),
  promise('leader', '主任、副主任签批', 1),
  promise('change', '变更、延期、撤销事项各环节', 1),
  promise('evaluation', '出访评估', 5),
];

/** Every figure and switch of the service. */
export const policies: readonly PolicyDef[] = [
  // 国家档案局令第8号 gives papers of a mission 30 years; what is not a paper need not live as long.
  ...keepPolicies(KEY, { draftDays: 180, fileYears: 10, personalYears: 10 }),
  ...limits,
  ...frequency,
  ...paperwork,
  ...money,
  ...beforeFiling,
  ...routes,
  ...copies,
  ...clocks,
];
