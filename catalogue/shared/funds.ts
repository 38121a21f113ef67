/** Where money comes from, as the first budget table lists it. */
export const FUNDS = {
  general: '一般公共预算拨款',
  fund: '政府性基金预算拨款',
  state: '国有资本经营预算拨款',
  special: '财政专户管理资金',
  own: '单位资金',
} as const;
