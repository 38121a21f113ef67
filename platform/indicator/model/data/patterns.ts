/** One way of wording a target that no published line has word for word, and the record that answers it. */
export interface Pattern {
  /** What its name says; with `not`, what it does not. */
  readonly says: RegExp;
  readonly not?: RegExp;
  /** Record it is counted from, by the source codes of the published lines. */
  readonly source: string;
  readonly reason: string;
}

/** Wordings by which a line is proposed to a measure, most telling first; a measure that does not exist yet is what the line waits for. */
export const PATTERNS: readonly Pattern[] = [
  { says: /出访报告.*提交/, source: 'out.report.rate', reason: '说的是出访报告交没交' },
  {
    says: /(因公)?(出国|出访).*(团组|批次|次数)/,
    not: /费|成本|及时|报告|目的|人次|计划|满意/,
    source: 'out.own_groups',
    reason: '数的是本办组织的出访团组',
  },
  {
    says: /(组织|团组)?出访(人次|人数)$/,
    source: 'out.own_travellers',
    reason: '数的是本办团组出国（境）的人',
  },
  {
    says: /审(核|批).*(出国|出境).*(人数|人员数量|人次)/,
    source: 'out.travellers',
    reason: '数的是审批出国（境）的人次',
  },
  { says: /出访.*(计划|任务)执行率/, source: 'out.plan', reason: '问的是年度出访计划执行了多少' },
  { says: /合作意向.*(数|个)/, source: 'intent.count', reason: '数的是出访报告里写明的合作意向' },
  { says: /培训(次数|班次|期数)/, source: 'train.sessions', reason: '数的是开了几次班' },
  {
    says: /培训.*(人数|人次|参加人)/,
    not: /满意|费|成本/,
    source: 'train.attendance',
    reason: '数的是参加培训的人',
  },
  { says: /培训.*合格率/, source: 'train.pass', reason: '问的是参训人员合格的比例' },
  { says: /培训时长/, source: 'train.duration', reason: '问的是每班的学时' },
  { says: /等级?保(护)?测评.*(分数|得分)/, source: 'ops.assess.score', reason: '问的是等保测评的得分' },
  { says: /等级保护测评.*数量/, source: 'ops.assess.count', reason: '数的是做完的等保测评' },
  { says: /密评.*数量/, source: 'ops.crypto.count', reason: '数的是做完的密评' },
  { says: /渗透测试.*数量/, source: 'ops.pentest.count', reason: '数的是做完的漏扫和渗透测试' },
  {
    says: /系统.*(正常运行率|运行正常率|可用率)/,
    source: 'ops.uptime',
    reason: '问的是系统可用的时间占多少',
  },
  { says: /系统故障率/, source: 'ops.failure', reason: '问的是系统不可用的时间占多少' },
  { says: /响应时间/, source: 'ops.response', reason: '问的是从报告到响应用了多久' },
  { says: /故障修复.*时长/, source: 'ops.repair', reason: '问的是从报告到修复用了多久' },
  { says: /任务完成及时率/, source: 'sla.task', reason: '问的是督办任务按期办结的比例' },
  { says: /附加证明书贴纸.*(采购量|数量)/, source: 'stock.stickers', reason: '数的是验收入库的贴纸' },
  {
    says: /调研报告.*(篇|数量)?$|形成报告篇数/,
    not: /采纳/,
    source: 'research.reports',
    reason: '数的是完成的调研报告',
  },
  { says: /调研(次数|工作)$/, source: 'research.trips', reason: '数的是做过的调研' },
  { says: /投诉率/, source: 'complaints.rate', reason: '问的是投诉占办件多少' },
  { says: /接待.*(批次|团组数量)/, not: /来访/, source: 'recv.groups', reason: '数的是接待的团组' },
  { says: /接待人数/, source: 'recv.persons', reason: '数的是接待的人' },
  { says: /APEC.*受理/, source: 'apec.accepted', reason: '数的是受理的APEC商务旅行卡' },
  { says: /参训人员满意|学员满意/, source: 'survey.trainees', reason: '问参训人员满不满意' },
  { says: /(社会)?公众满意|群众.*满意/, source: 'survey.public', reason: '问公众满不满意' },
  {
    says: /出访人员满意|参团人员满意/,
    not: /来访|接待/,
    source: 'survey.delegates',
    reason: '问参团人员满不满意',
  },
];
