import { CURRENCIES } from '../../shared/currencies.ts';
import { options } from '@zhitongche/form';
import { HOST_KINDS } from '../../shared/host-kinds.ts';
import { FUND_SOURCES, HOST_COVERS, RANKS, ROLES_IN_GROUP } from '../../shared/travel-words.ts';

export { FUND_SOURCES, HOST_COVERS, labelOf, RANKS, ROLES_IN_GROUP } from '../../shared/travel-words.ts';

/** How the delegation comes about; decides materials, papers and whose rules apply. */
export const CASE_TYPES = {
  own: '自组团',
  'span-lead': '双跨团组（本单位组团）',
  'span-join': '双跨团组（派员参加）',
  join: '参团（随部委、省或市团组）',
  training: '培训团组',
} as const;

/** Nature of the task; those after `visit` are decided case by case in days and size. */
export const MISSION_KINDS = {
  visit: '一般公务访问',
  conference: '国际会议',
  negotiation: '多双边机制性磋商谈判',
  special: '执行外交特殊使命',
  emergency: '应对海外突发事件',
  sports: '体育比赛',
  performance: '文艺演出',
  fair: '大型招商、展览',
  training: '培训',
  academic: '教学科研人员学术交流合作',
} as const;

/** Purpose class printed on provincial forms. */
export const TASK_KINDS = {
  investment: '招商引资',
  trade: '经贸洽谈',
  fair: '参展参会',
  cooperation: '合作交流',
  friendship: '友好访问',
  training: '培训',
  technical: '专业技术考察',
} as const;

/** Special positions: the first two the frequency rules name, the others the road of approval (§7). */
export const POSITIONS = {
  none: '其他',
  principal: '市党政正职、政府副职或省直部门正职',
  external: '分管外事、商务工作或外事、商务部门负责人',
  'county-secretary': '县（市、区）委书记',
  'county-head': '县（市、区）长',
  'enterprise-head': '省管企业负责人',
} as const;

/** Employment of a traveller. */
export const EMPLOYMENTS = {
  serving: '在职在编',
  contract: '在职非在编',
  engaged: '自聘（由派遣单位聘用，不在编）',
  reemployed: '退休返聘',
  retired: '离退休',
} as const;

/** Travel document used for the trip. */
export const PASSPORT_KINDS = {
  diplomatic: '外交护照',
  service: '公务护照',
  'public-ordinary': '公务普通护照',
  private: '因私普通护照',
} as const;

/** Why a private passport may be used for an official trip. */
export const PRIVATE_GROUNDS = {
  none: '无例外情形',
  student: '在读学生',
  study: '公派留学',
  resident: '持有目的地居留许可',
} as const;

/** Secrecy class of a traveller. */
export const SECRECY = {
  none: '非涉密',
  general: '一般涉密',
  important: '重要涉密',
  core: '核心涉密',
} as const;

/** How a traveller is cleared by the authority that manages him (§5.8). */
export const CLEARANCES = {
  new: '新办政审（审查批件）',
  filing: '人员备案表',
  valid: '在有效期内的审查批件加备案表',
} as const;

/** 政治面貌 as personnel forms put it. */
export const POLITICS = {
  party: '中共党员',
  probationary: '中共预备党员',
  league: '共青团员',
  democratic: '民主党派',
  none: '无党派、群众',
} as const;

/** 婚姻状况. */
export const MARITAL = { single: '未婚', married: '已婚', divorced: '离异', widowed: '丧偶' } as const;

/** 称谓: what a relative is to the traveller. */
export const RELATIONS = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  'parent-in-law': '配偶的父母',
  sibling: '兄弟姐妹',
  other: '其他',
} as const;

/** Departments of the unit whose opinion is the basis of the approval (§9.1). */
export const UNIT_DEPARTMENTS = {
  affairs: '外事部门',
  finance: '财务部门',
  personnel: '组织人事部门',
} as const;

/** Air cabins, best first. */
export const CABINS = { first: '头等舱', business: '公务舱', economy: '经济舱' } as const;

/** Who invites; the last four are not acceptable as inviters. */
export const INVITERS = HOST_KINDS;

/** Nature of a programme entry; decides the share of official activity. */
export const ACTIVITIES = { official: '公务活动', travel: '旅途', other: '其他安排' } as const;

/** Part of the day. */
export const PERIODS = { am: '上午', pm: '下午', day: '全天' } as const;

/** Journeys abroad that are reimbursed at cost. */
export const JOURNEYS = { intercity: '国外城市间交通', airport: '往返机场交通' } as const;

/** Other fees allowed by 财行〔2013〕516号. */
export const OTHER_FEES = {
  visa: '签证费',
  insurance: '保险费',
  vaccine: '防疫费',
  registration: '会议注册费',
  other: '其他必要费用',
} as const;

export { CURRENCIES };

/** Official documents a trip sends out. */
export const DOCUMENTS = { passport: '因公护照', permit: '因公往来港澳通行证' } as const;
/** Kind of such a document. */
export type DocumentKind = keyof typeof DOCUMENTS;

/** Where such a document is, as the desk that keeps it records it. */
export const DOCUMENT_STATES = {
  out: '尚未交回',
  returned: '交回',
  damaged: '损毁（已交回，待注销）',
  lost: '遗失',
  'not-collected': '未领取',
} as const;
/** Where a document is. */
export type DocumentState = keyof typeof DOCUMENT_STATES;

/** What a change may touch. */
export const CHANGE_PARTS = {
  members: '人员',
  dates: '出境、入境日期',
  route: '出访地和路线',
  programme: '日程、任务',
  funding: '经费',
} as const;

/** Option lists in the order shown. */
export const OPTIONS = {
  caseTypes: options(CASE_TYPES),
  missionKinds: options(MISSION_KINDS),
  taskKinds: options(TASK_KINDS),
  ranks: options(RANKS),
  positions: options(POSITIONS),
  roles: options(ROLES_IN_GROUP),
  employments: options(EMPLOYMENTS),
  passportKinds: options(PASSPORT_KINDS),
  privateGrounds: options(PRIVATE_GROUNDS),
  secrecy: options(SECRECY),
  clearances: options(CLEARANCES),
  politics: options(POLITICS),
  marital: options(MARITAL),
  relations: options(RELATIONS),
  cabins: options(CABINS),
  inviters: options(INVITERS),
  hostCovers: options(HOST_COVERS),
  activities: options(ACTIVITIES),
  periods: options(PERIODS),
  journeys: options(JOURNEYS),
  otherFees: options(OTHER_FEES),
  currencies: options(CURRENCIES),
  fundSources: options(FUND_SOURCES),
} as const;
