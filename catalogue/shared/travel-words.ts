/** Rank of a traveller; decides cabin, room and who signs. */
export const RANKS = {
  ministry: '省部级',
  bureau: '厅局级',
  division: '县处级',
  section: '科级及以下',
  technical: '专业技术人员',
} as const;

/** Part a traveller has in the delegation. */
export const ROLES_IN_GROUP = {
  leader: '团长',
  deputy: '副团长',
  member: '团员',
  interpreter: '翻译',
} as const;

/** Where the money comes from. */
export const FUND_SOURCES = {
  budget: '部门预算',
  enterprise: '企业自筹',
  research: '科研经费',
  host: '邀请方承担',
  other: '其他',
} as const;

/** What the host pays for or provides in kind. */
export const HOST_COVERS = {
  lodging: '住宿',
  meals: '伙食',
  transport: '市内交通',
  incidentals: '公杂费',
} as const;

const SEX: Readonly<Record<string, string>> = { M: '男', F: '女' };
/** 男 or 女; empty while not told. */
export const sexOf = (sex: string | undefined): string => SEX[sex ?? ''] ?? '';

/** Label of a stored value, or the value itself when a later version dropped it. */
export const labelOf = (labels: Readonly<Record<string, string>>, value: string | undefined): string =>
  value === undefined ? '' : (labels[value] ?? value);
