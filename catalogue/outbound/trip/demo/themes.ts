import type { SamplePlan, SampleStop } from '../sample-trip.ts';

/** What a demo trip is about; who goes, when and from where is told by the case. */
export type Theme = Pick<SamplePlan, 'purpose' | 'necessity' | 'results' | 'stops'> &
  Partial<Pick<SamplePlan, 'missionKind' | 'taskKind' | 'caseType'>> & {
    /** Ends the name of the group: `云泽省商务厅` + `经贸代表团`. */
    readonly group: string;
  };

const stop = (
  country: string,
  city: string,
  nights: number,
  inviter: string,
  inviterForeign: string,
  more: Partial<SampleStop> = {},
): SampleStop => ({ country, city, nights, inviter, inviterForeign, ...more });

const DEFAULT = {
  necessity: '事项须当面商定并实地核验，通过视频、函电方式无法完成。',
  results: '形成会谈纪要，明确下一步合作事项和责任分工。',
} as const;

/** Themes by key. */
export const themes = {
  trade: {
    ...DEFAULT,
    group: '经贸合作代表团',
    purpose: '洽谈经贸合作项目并签署合作备忘录',
    taskKind: 'trade',
    stops: [
      stop('日本', '大阪', 4, '日本某商工会议所', 'Example Chamber of Commerce and Industry'),
      stop('韩国', '釜山', 3, '韩国某贸易振兴公社', 'Example Trade Promotion Corporation'),
    ],
  },
  asean: {
    ...DEFAULT,
    group: '东盟农业合作代表团',
    purpose: '商定热带农业合作示范项目实施方案',
    taskKind: 'cooperation',
    stops: [
      stop('泰国', '曼谷', 4, '泰国某农业合作中心', 'Example Agricultural Cooperation Centre', {
        inviterKind: 'institute',
      }),
      stop('马来西亚', '吉隆坡', 3, '马来西亚某农业研究院', 'Example Agricultural Research Institute', {
        inviterKind: 'institute',
      }),
    ],
  },
  sister: {
    ...DEFAULT,
    group: '友好访问团',
    purpose: '出席友好城市缔结周年活动并商定交流计划',
    taskKind: 'friendship',
    stops: [stop('日本', '长野', 4, '日本某市役所', 'Example City Office')],
  },
  france: {
    ...DEFAULT,
    group: '职业教育交流团',
    purpose: '商定职业院校合作办学方案',
    stops: [
      stop('法国', '巴黎', 4, '法国某职业教育联盟', 'Exemple Alliance de la Formation', {
        inviterKind: 'organisation',
      }),
    ],
  },
  italy: {
    ...DEFAULT,
    group: '文物保护合作代表团',
    purpose: '商定文物保护修复合作项目',
    stops: [
      stop('意大利', '罗马', 4, '意大利某文物修复研究所', 'Esempio Istituto per il Restauro', {
        inviterKind: 'institute',
      }),
    ],
  },
  egypt: {
    ...DEFAULT,
    group: '水利合作代表团',
    purpose: '商定节水灌溉技术合作项目',
    stops: [
      stop('埃及', '开罗', 4, '埃及某水资源研究中心', 'Example Water Research Center', {
        inviterKind: 'institute',
      }),
    ],
  },
  kazakhstan: {
    ...DEFAULT,
    group: '物流通道合作代表团',
    purpose: '商定中欧班列集货节点合作方案',
    taskKind: 'cooperation',
    stops: [
      stop('哈萨克斯坦', '阿拉木图', 4, '哈萨克斯坦某铁路物流公司', 'Example Rail Logistics Company', {
        inviterKind: 'company',
      }),
    ],
  },
  australia: {
    ...DEFAULT,
    group: '林业科技交流团',
    purpose: '商定森林防火监测技术合作',
    stops: [
      stop('澳大利亚', '悉尼', 4, '澳大利亚某林业研究所', 'Example Forestry Institute', {
        inviterKind: 'institute',
      }),
    ],
  },
  serbia: {
    ...DEFAULT,
    group: '医疗合作代表团',
    purpose: '商定传统医药中心共建方案',
    stops: [
      stop('塞尔维亚', '贝尔格莱德', 4, '塞尔维亚某医学中心', 'Example Medical Centre', {
        inviterKind: 'institute',
      }),
    ],
  },
  singapore: {
    ...DEFAULT,
    group: '招商代表团',
    purpose: '举办产业对接会并走访意向投资企业',
    taskKind: 'investment',
    stops: [
      stop('新加坡', '新加坡', 4, '新加坡某贸易协会', 'Example Trade Association Singapore', {
        inviterKind: 'organisation',
      }),
    ],
  },
  brazil: {
    ...DEFAULT,
    group: '矿业装备合作代表团',
    purpose: '商定矿业装备供货和售后服务合作',
    taskKind: 'trade',
    stops: [
      stop('巴西', '圣保罗', 5, '巴西某工业联合会', 'Exemplo Federação das Indústrias', {
        inviterKind: 'organisation',
      }),
    ],
  },
  conference: {
    ...DEFAULT,
    group: '学术交流组',
    purpose: '出席国际学术会议并作报告',
    missionKind: 'academic',
    taskKind: 'cooperation',
    stops: [stop('英国', '伦敦', 6, '英国某大学', 'Example University', { inviterKind: 'institute' })],
  },
  germany: {
    ...DEFAULT,
    group: '产业合作代表团',
    purpose: '商定装备制造联合研发项目',
    stops: [
      stop('德国', '慕尼黑', 4, '德国某工程协会', 'Beispiel Verband der Ingenieure', {
        inviterKind: 'organisation',
      }),
    ],
  },
} as const satisfies Readonly<Record<string, Theme>>;

/** Key of a theme. */
export type ThemeKey = keyof typeof themes;
