/** What a body abroad is, as far as it matters who invites; the last four may not. */
export const HOST_KINDS = {
  counterpart: '业务对口的外国政府部门或机构',
  organisation: '国际组织或会议、展会主办方',
  institute: '外国高校或科研机构',
  company: '外国企业',
  'own-company': '本企业境外机构（企业负责人处理本企业境外业务）',
  'chinese-company': '境外中资企业',
  mission: '外国驻华使领馆',
  'overseas-chinese': '华侨华人个人或社团',
  agency: '中介机构',
} as const;
