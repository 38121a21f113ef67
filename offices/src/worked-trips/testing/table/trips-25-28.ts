import type { WorkedTrip } from '../trip.ts';

/** Trips 25–28. */
export const trips: readonly WorkedTrip[] = [
  {
    n: 25,
    title: '企业技术人员赴印度尼西亚检修设备',
    how: '一般企业人员由省外办批；公务普通护照只有一条未载护照种类的修订，须向领事部门核实；表外城市没有，全境125、50、35美元。计划外先被拦下，写明置换哪个团组后说明理由。',
    filing: {
      unit: '某某重型机械有限公司',
      dates: '04-13 04-17',
      legs: ['印度尼西亚 三宝垄 04-13>04-17 inviter=company'],
      people: ['technical*4'],
      fares: ['economy 5050.5'],
      costs: ['airport 三宝垄机场 三宝垄 USD 9.99 4'],
      more: { fundSources: ['enterprise'], inPlan: false, planSwap: '置换本年第三季度赴泰国检修团组' },
    },
    first: { more: { fundSources: ['enterprise'], inPlan: false }, stops: 'R-22' },
    days: 5,
    countries: '印度尼西亚',
    stays: '印度尼西亚三宝垄 5天4晚',
    money: `
      国际旅费（经济舱） 往返 CNY 5050.50 4×1 20202.00 20202.00
      住宿费 印度尼西亚三宝垄 USD 125.00 4×4 2000.00 14200.00
      伙食费 印度尼西亚三宝垄 USD 50.00 4×5 1000.00 7100.00
      公杂费 印度尼西亚三宝垄 USD 35.00 4×5 700.00 4970.00
      往返机场交通 三宝垄机场—三宝垄 USD 9.99 4×1 39.96 283.72
    `,
    total: '46755.72',
    entries: '印度尼西亚 5天 公务普通→核实',
    says: { warn: 'R-22' },
    road: '意见 签批 备案 受理 经办 会签 处长 副主任',
    due: '04-25',
    decides: '分管副主任',
    papers: '受理通知 意见表 批件 名单',
  },
  {
    n: 26,
    title: '省里组织的双跨团组，三个单位派员赴意大利',
    how: '全省组织的双跨团组报省政府；组团单位出批件，另两个派员单位各一份任务通知书，写明批件文号、各派几人、谁付费。米兰140欧元。中介机构不能邀请，先停。',
    filing: {
      caseType: 'span-lead',
      unit: '某某省科学技术厅',
      dates: '05-11 05-15',
      legs: ['意大利 米兰 05-11>05-15'],
      people: ['division', 'technical unit=某某省科学院', 'technical*2 unit=某某大学'],
      fares: ['economy 8800'],
      more: { dispatchUnits: '某某省科学院、某某大学' },
    },
    first: { legs: ['意大利 米兰 05-11>05-15 inviter=agency'], stops: 'I-01' },
    days: 5,
    countries: '意大利',
    stays: '意大利米兰 5天4晚',
    money: `
      国际旅费（经济舱） 往返 CNY 8800.00 4×1 35200.00 35200.00
      住宿费 意大利米兰 EUR 140.00 4×4 2240.00 18368.00
      伙食费 意大利米兰 EUR 65.00 4×5 1300.00 10660.00
      公杂费 意大利米兰 EUR 38.00 4×5 760.00 6232.00
    `,
    total: '70460.00',
    entries: '意大利 5天 公务→签证 公务普通→签证',
    says: {},
    road: '意见 签批 备案 受理 经办 会签 处长 副主任 主任 上报',
    due: '05-23',
    decides: '某某省人民政府',
    papers: '受理通知 意见表 批件 通知书:某某省科学院 通知书:某某大学 名单',
    reads: {
      '通知书:某某省科学院': ['你单位派1人', '部门预算'],
      '通知书:某某大学': ['你单位派2人', '部门预算'],
    },
  },
  {
    n: 27,
    title: '一名处级参加外省组织的双跨团组赴土耳其',
    how: '参加方凭组团单位的任务通知书办任务确认件，由省外办批；没有通知书就停。安卡拉105、45、30美元；公务护照免签、不限停留。',
    filing: {
      caseType: 'span-join',
      unit: '某某省农业农村厅',
      dates: '06-01 06-05',
      legs: ['土耳其 安卡拉 06-01>06-05'],
      people: ['division role=member'],
      fares: ['economy 7300'],
      more: {
        organiser: '某某部对外合作司',
        dispatchUnits: '某某省农业农村厅',
        organiserNumber: '某外通字〔2026〕88号',
        groupTotal: 6,
        organiserNotice: 'upload',
      },
    },
    first: {
      more: {
        organiser: '某某部对外合作司',
        dispatchUnits: '某某省农业农村厅',
        organiserNumber: '某外通字〔2026〕88号',
        groupTotal: 6,
      },
      stops: 'M-01',
    },
    days: 5,
    countries: '土耳其',
    stays: '土耳其安卡拉 5天4晚',
    money: `
      国际旅费（经济舱） 往返 CNY 7300.00 1×1 7300.00 7300.00
      住宿费 土耳其安卡拉 USD 105.00 1×4 420.00 2982.00
      伙食费 土耳其安卡拉 USD 45.00 1×5 225.00 1597.50
      公杂费 土耳其安卡拉 USD 30.00 1×5 150.00 1065.00
    `,
    total: '12944.50',
    entries: '土耳其 5天 公务→出境证明',
    says: {},
    road: '意见 签批 备案 受理 经办 会签 处长 副主任',
    due: '06-13',
    decides: '分管副主任',
    papers: '受理通知 意见表 确认件 名单',
    reads: { 确认件: ['某某部对外合作司', '某外通字〔2026〕88号任务通知书收悉'] },
  },
  {
    n: 28,
    title: '市属单位一名技术人员随部委团组赴柬埔寨',
    how: '先经没有授权的市外办，再由省外办批，出确认件；柬埔寨只免外交、公务护照，公务普通护照要签证。100、40、30美元；接待方供餐、供车，伙食费不发，公杂费30按40%发12。',
    filing: {
      caseType: 'join',
      unit: '某某市水利局',
      dates: '05-18 05-22',
      legs: ['柬埔寨 金边 05-18>05-22 host=meals+transport'],
      people: ['technical role=member'],
      fares: ['economy 4700'],
      more: {
        organiser: '某某部国际司',
        dispatchUnits: '某某市水利局',
        organiserNumber: '某外通字〔2026〕101号',
        groupTotal: 5,
        organiserNotice: 'upload',
      },
    },
    underCity: true,
    days: 5,
    countries: '柬埔寨',
    stays: '柬埔寨金边 5天4晚',
    money: `
      国际旅费（经济舱） 往返 CNY 4700.00 1×1 4700.00 4700.00
      住宿费 柬埔寨金边 USD 100.00 1×4 400.00 2840.00
      公杂费 柬埔寨金边 USD 30.00 1×5 60.00 426.00
    `,
    total: '7966.00',
    entries: '柬埔寨 5天 公务普通→签证',
    says: {},
    road: '意见 签批 备案 市审 市签 受理 经办 会签 处长 副主任',
    due: '05-30',
    decides: '分管副主任',
    papers: '受理通知 意见表 确认件 名单',
  },
];
