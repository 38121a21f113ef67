import type { WorkedTrip } from '../trip.ts';

/** Trips 37–40. */
export const trips: readonly WorkedTrip[] = [
  {
    n: 37,
    title: '自组团赴德国、日本培训两周，跨月',
    how: '4月26日至5月9日14天（4月5天、5月9天），不超过14天；柏林7天7晚，大阪7天6晚。培训费德国66欧元、日本8400日元，正好到上限。大阪酒店按美元报价110，折781元，不超过18000日元折846元。自组的培训团组同样附培训审核件。',
    filing: {
      missionKind: 'training',
      dates: '04-26 05-09',
      legs: [
        '德国 柏林 04-26>05-03 fee=66 inviter=institute',
        '日本 大阪 05-03>05-09 fee=8400 hotel=110 cur=USD inviter=institute',
      ],
      people: ['division', 'technical*3'],
      fares: ['economy 14100'],
      more: { trainingApproval: 'upload' },
    },
    first: { more: {}, stops: 'M-03' },
    days: 14,
    countries: '德国、日本',
    stays: '德国柏林 7天7晚，日本大阪 7天6晚',
    money: `
      国际旅费（经济舱） 往返 CNY 14100.00 4×1 56400.00 56400.00
      住宿费 德国柏林 EUR 150.00 4×7 4200.00 34440.00
      伙食费 德国柏林 EUR 60.00 4×7 1680.00 13776.00
      公杂费 德国柏林 EUR 38.00 4×7 1064.00 8724.80
      培训费 德国柏林 EUR 66.00 4×7 1848.00 15153.60
      住宿费 日本大阪 USD 110.00 4×6 2640.00 18744.00
      伙食费 日本大阪 JPY 10000.00 4×7 280000.00 13160.00
      公杂费 日本大阪 JPY 5000.00 4×7 140000.00 6580.00
      培训费 日本大阪 JPY 8400.00 4×7 235200.00 11054.40
    `,
    total: '178032.80',
    entries: '德国 8天 公务→签证 公务普通→签证；日本 7天 公务→签证 公务普通→签证',
    says: { info: 'R-06' },
    road: '意见 签批 备案 受理 经办 会签 处长 副主任',
    due: '05-17',
    decides: '分管副主任',
    papers: '受理通知 意见表 批件 名单',
  },
  {
    n: 38,
    title: '八名教学科研人员赴英国学术交流十二天，一人72岁返聘',
    how: '教学科研人员学术交流不限人数、天数；离退休人员不派遣，先停；返聘的教学科研人员可以，附返聘文件，满70岁附健康担保证明。曼彻斯特140英镑。',
    filing: {
      missionKind: 'academic',
      unit: '某某大学',
      dates: '05-11 05-22',
      legs: ['英国 曼彻斯特 05-11>05-21 inviter=institute hotel=139.95'],
      people: ['technical*7', 'technical employment=reemployed born=1954-03-01'],
      fares: ['economy 9990'],
      costs: ['registration GBP 320 8'],
      more: { reemployment: 'upload', healthGuarantee: 'upload', fundSources: ['research'] },
    },
    first: {
      people: [
        'technical*6',
        'technical employment=retired',
        'technical employment=reemployed born=1954-03-01',
      ],
      more: { fundSources: ['research'] },
      stops: 'M-04 M-07 R-18',
    },
    days: 12,
    countries: '英国',
    stays: '英国曼彻斯特 12天10晚',
    money: `
      国际旅费（经济舱） 往返 CNY 9990.00 8×1 79920.00 79920.00
      住宿费 英国曼彻斯特 GBP 139.95 8×10 11196.00 105242.40
      伙食费 英国曼彻斯特 GBP 45.00 8×12 4320.00 40608.00
      公杂费 英国曼彻斯特 GBP 35.00 8×12 3360.00 31584.00
      会议注册费 GBP 320.00 8×1 2560.00 24064.00
    `,
    total: '281418.40',
    entries: '英国 11天 公务普通→核实',
    says: { info: 'R-20' },
    road: '意见 签批 备案 受理 经办 会签 处长 副主任',
    due: '05-30',
    decides: '分管副主任',
    papers: '受理通知 意见表 批件 名单',
  },
  {
    n: 39,
    title: '赴俄罗斯，三种护照同团，一人核心涉密',
    how: '因私护照没有例外情形、另有一本因公护照未交、涉密没有承诺书，三样一次拦下；核心涉密另附备案表。莫斯科285、45、40美元。持居留许可的如实说明。公务护照免签30天，公务普通、因私护照要签证。',
    filing: {
      dates: '04-20 04-24',
      legs: ['俄罗斯 莫斯科 04-20>04-24 hotel=284.5'],
      people: ['division', 'section secrecy=core', 'technical passport=private grounds=resident resides'],
      fares: ['economy 6150'],
      more: { secrecyPledge: 'upload', coreFiling: 'upload' },
    },
    first: {
      people: ['division other', 'section secrecy=core', 'technical passport=private grounds=none'],
      more: {},
      stops: 'M-05 M-10 R-25 R-26',
    },
    days: 5,
    countries: '俄罗斯',
    stays: '俄罗斯莫斯科 5天4晚',
    money: `
      国际旅费（经济舱） 往返 CNY 6150.00 3×1 18450.00 18450.00
      住宿费 俄罗斯莫斯科 USD 284.50 3×4 3414.00 24239.40
      伙食费 俄罗斯莫斯科 USD 45.00 3×5 675.00 4792.50
      公杂费 俄罗斯莫斯科 USD 40.00 3×5 600.00 4260.00
    `,
    total: '51741.90',
    entries: '俄罗斯 5天 公务→出境证明 公务普通→签证 因私→签证',
    says: { warn: 'P-03' },
    road: '意见 签批 备案 受理 经办 会签 处长 副主任',
    due: '05-02',
    decides: '分管副主任',
    papers: '受理通知 意见表 批件 名单',
  },
  {
    n: 40,
    title: '赴澳大利亚：护照逾期锁定、带配偶、疑似拆分',
    how: '本单位一本护照逾期41天（超过30天）锁定申报，配偶同行不许，先停；交回、去掉配偶后，同国同期另有一团，说明不是拆分；护照2026年9月到期，回国后不足6个月，须换发。珀斯即标准表的帕斯，180美元。',
    filing: {
      dates: '06-22 06-26',
      legs: ['澳大利亚 珀斯 06-22>06-25'],
      people: ['division until=2026-09-01', 'section*2'],
      fares: ['economy 8300'],
    },
    first: { more: { family: true }, remembered: ['overdue 甲 2026-01-20 41'], stops: 'R-10 R-28' },
    remembered: ['similar 2026-06-22 2026-06-26 澳大利亚'],
    days: 5,
    countries: '澳大利亚',
    stays: '澳大利亚珀斯 5天3晚',
    money: `
      国际旅费（经济舱） 往返 CNY 8300.00 3×1 24900.00 24900.00
      住宿费 澳大利亚珀斯 USD 180.00 3×3 1620.00 11502.00
      伙食费 澳大利亚珀斯 USD 60.00 3×5 900.00 6390.00
      公杂费 澳大利亚珀斯 USD 50.00 3×5 750.00 5325.00
    `,
    total: '48117.00',
    entries: '澳大利亚 4天 公务→签证 公务普通→签证',
    says: { warn: 'R-09 R-24' },
    road: '意见 签批 备案 受理 经办 会签 处长 副主任',
    due: '07-04',
    decides: '分管副主任',
    papers: '受理通知 意见表 批件 名单',
  },
];
