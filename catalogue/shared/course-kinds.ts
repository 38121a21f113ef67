/** What courses of an office are for. */
export const COURSE_KINDS = {
  filer: '专办员',
  apostille: '附加证明书',
  departure: '行前教育',
  consular: '领保',
  protocol: '礼宾',
  other: '其他',
} as const;

/** Rules on training money, by which courses are planned: the year's plan, its persons and days. */
export const TRAINING = {
  title: '本单位业务培训管理规定',
  article: '培训按计划举办，签到、考核逐人登记',
  unconfirmed: true,
} as const;
