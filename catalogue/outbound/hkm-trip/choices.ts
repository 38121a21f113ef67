/** Regions these trips go to, by the name of the country table. */
export const REGIONS = ['香港', '澳门'] as const;

/** How the delegation comes about; decides which paper it gets. */
export const CASE_TYPES = {
  own: '自组团',
  'span-lead': '双跨团组（本单位组团）',
  'span-join': '双跨团组（派员参加）',
} as const;

/** What is done there; some of it is not the office's to approve. */
export const PURPOSES = {
  visit: '公务访问、交流',
  trade: '经贸洽谈、招商',
  culture: '文化、体育、展览活动',
  conference: '会议',
  training: '培训',
  work: '工作（驻港澳机构、企业）',
  study: '就读',
  teaching: '讲学、任教',
  research: '共同研究',
  labour: '劳务',
} as const;

/** Endorsements that are asked for, by what the permit will say. */
export const ENDORSEMENTS = {
  once: '访问签注，3个月一次',
  twice: '访问签注，3个月二次',
  multiple: '访问签注，3个月多次',
  'half-year': '访问签注，半年多次',
  'one-year': '访问签注，一年多次',
  work: '工作签注',
  study: '就读签注',
} as const;

/** Endorsements for a visit: each stay has its longest. */
export const VISITS: readonly string[] = ['once', 'twice', 'multiple', 'half-year', 'one-year'];

/** How somebody stands as to a permit, as the register of documents has it. */
export const PERMIT_STATES = {
  none: '没有通行证，须申办',
  valid: '只办签注',
  renew: '有效期不足，须换发',
  lost: '已报失，须补发',
  overdue: '逾期未交回，不能出访',
  suspended: '曾逾期交回，暂停出访',
} as const;

/** Where the permit of somebody who was approved is. */
export const PERMIT_FATES = {
  out: '待交回',
  returned: '已交回',
  damaged: '损毁（已交回）',
  lost: '遗失',
  unused: '未领取',
} as const;
