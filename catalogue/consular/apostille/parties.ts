import type { ReferenceTable } from '@zhitongche/office';

const AS_OF = '2023-10-31';
/** In force between China and those who were parties before it. */
const FOR_CHINA = '2023-11-07';
const SURVEY = 'Bird & Bird 2023年综述';
/** A row that was read in no source: its word is no official list's. */
const OPEN = '待确认';
const UNREAD =
  '通行说法，未核对官方名单（江苏省外办2023年11月的通知截至2023-10-31有125个缔约国，只读到总数）';

const NAMES = [
  // 亚洲
  '亚美尼亚 阿塞拜疆 巴林 文莱 格鲁吉亚 印度尼西亚 以色列 日本 哈萨克斯坦 吉尔吉斯斯坦 蒙古 阿曼 巴基斯坦 菲律宾 韩国 沙特阿拉伯 新加坡 塔吉克斯坦 土耳其 乌兹别克斯坦',
  // 非洲
  '博茨瓦纳 布隆迪 佛得角 埃斯瓦蒂尼 莱索托 利比里亚 马拉维 毛里求斯 摩洛哥 纳米比亚 圣多美和普林西比 塞内加尔 塞舌尔 南非 突尼斯',
  // 欧洲
  '阿尔巴尼亚 安道尔 奥地利 白俄罗斯 比利时 波黑 保加利亚 克罗地亚 塞浦路斯 捷克 丹麦 爱沙尼亚 芬兰 法国 德国 希腊 匈牙利 冰岛 爱尔兰 意大利 拉脱维亚 列支敦士登 立陶宛 卢森堡 马耳他 摩纳哥 黑山 荷兰 北马其顿 挪威 波兰 葡萄牙 摩尔多瓦 罗马尼亚 俄罗斯 圣马力诺 塞尔维亚 斯洛伐克 斯洛文尼亚 西班牙 瑞典 瑞士 乌克兰 英国',
  // 北美洲
  '安提瓜和巴布达 巴哈马 巴巴多斯 伯利兹 哥斯达黎加 多米尼克 多米尼加 萨尔瓦多 格林纳达 危地马拉 洪都拉斯 牙买加 墨西哥 尼加拉瓜 巴拿马 圣基茨和尼维斯 圣卢西亚 圣文森特和格林纳丁斯 特立尼达和多巴哥 美国',
  // 南美洲
  '阿根廷 玻利维亚 巴西 智利 哥伦比亚 厄瓜多尔 圭亚那 巴拉圭 秘鲁 苏里南 乌拉圭 委内瑞拉',
  // 大洋洲
  '澳大利亚 库克群岛 斐济 马绍尔群岛 新西兰 纽埃 帕劳 萨摩亚 汤加 瓦努阿图',
]
  .join(' ')
  .split(' ');

/** Territories the table of names has by themselves: whether a party has extended the Convention to them was not read. */
const UNSETTLED = '阿鲁巴岛 百慕大 格陵兰 波多黎各 关岛 新喀里多尼亚 法属波利尼西亚 法属留尼汪'.split(' ');

const LATER = [
  { country: '加拿大', from: '2024-01-11', source: SURVEY, trust: '第三方' },
  { country: '卢旺达', from: '2024-06-05', source: SURVEY, trust: '第三方' },
  { country: '孟加拉国', from: '2025-03-30', source: '公开百科条目（2024-07），未核对官方名单', trust: OPEN },
];

/** Who is bound by the Convention together with China, from when, and where it is not so although both are parties. */
export const parties: ReferenceTable = {
  name: 'apostille-parties',
  title: '《取消外国公文书认证要求的公约》缔约国表（与中国之间）',
  source: `${SURVEY}（印度、加拿大、卢旺达）；其余为通行说法，逐国名单未核对`,
  validFrom: FOR_CHINA,
  unconfirmed:
    '江苏省外办2023年11月的通知只读到总数125个，标“待确认”的各行没有逐国核对；2023年10月以后的加入只补了三个；对中国加入提出异议的，读到的材料只写明印度。请按海牙国际私法会议的状态表核对后导入新表',
  rows: [
    ...NAMES.map((country) => ({
      country,
      from: FOR_CHINA,
      until: '',
      standing: 'party',
      asOf: AS_OF,
      source: UNREAD,
      trust: OPEN,
    })),
    ...LATER.map((row) => ({ ...row, until: '', standing: 'party', asOf: AS_OF })),
    {
      country: '印度',
      from: '',
      until: '',
      standing: 'objection',
      asOf: AS_OF,
      source: `${SURVEY}：公约在中国与印度之间不生效`,
      trust: '第三方',
    },
    ...UNSETTLED.map((country) => ({
      country,
      from: '',
      until: '',
      standing: 'unsettled',
      asOf: AS_OF,
      source: '公约是否延伸适用于该地区，未核对官方名单',
      trust: OPEN,
    })),
  ],
};

/** What those ask for who are not bound: an office adds what it learns, country by country. */
export const ways: ReferenceTable = {
  name: 'legalisation-ways',
  title: '非缔约国领事认证要求（单认证、双认证、免认证）',
  source: '外交部领事司答问：使用国要求的，还须经其驻华使领馆认证',
  validFrom: FOR_CHINA,
  unconfirmed: '各国要求没有读到统一的官方表，由本办逐国核实后填入；没有填的由窗口受理时认定',
  rows: [
    {
      country: '印度',
      way: 'double',
      office: 'ministry',
      asOf: AS_OF,
      source: '公约在中国与印度之间不生效，沿用原领事认证',
      trust: '待核实',
    },
  ],
};
