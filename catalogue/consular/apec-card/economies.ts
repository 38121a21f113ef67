/** Economies that pre-clear holders from the mainland: full members of the scheme but for the three below. */
export const ECONOMIES = {
  AUS: '澳大利亚',
  BRN: '文莱',
  CHL: '智利',
  IDN: '印度尼西亚',
  JPN: '日本',
  KOR: '韩国',
  MYS: '马来西亚',
  MEX: '墨西哥',
  NZL: '新西兰',
  PNG: '巴布亚新几内亚',
  PER: '秘鲁',
  PHL: '菲律宾',
  RUS: '俄罗斯',
  SGP: '新加坡',
  THA: '泰国',
  VNM: '越南',
} as const;

/** Members that do not pre-clear a holder from the mainland, and why. */
export const NOT_APPLICABLE = {
  CHN: '中国内地（持卡人所属经济体，凭护照出入境）',
  HKG: '中国香港（与内地互不受理此卡，可走持卡人专用通道）',
  TWN: '中国台北（与内地互不受理此卡）',
} as const;

const listed = (names: Readonly<Record<string, string>>) => () =>
  Object.entries(names).map(([id, label]) => ({ id, label }));

/** Where each economy stands, and those that have no part in it. */
export const strands = {
  economy: {
    label: '各经济体预批',
    one: '个经济体',
    of: listed(ECONOMIES),
    states: {
      pending: { label: '待审', tone: 'wait' },
      approved: { label: '已批', tone: 'good' },
      denied: { label: '未批', tone: 'bad' },
    },
    first: 'pending',
  },
  outside: {
    label: '不适用的经济体',
    one: '个经济体',
    of: listed(NOT_APPLICABLE),
    states: { none: { label: '不适用', tone: 'idle' } },
    first: 'none',
  },
} as const;
