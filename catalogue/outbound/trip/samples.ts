import type { Answers } from '@zhitongche/form';
import type { SamplePerson } from './sample-people.ts';
import { samplePerson } from '../../shared/sample-people.ts';
import { sampleTrip, type SamplePlan, type SampleStop } from './sample-trip.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';

/** What the caller may set on any sample: the day it is filed, the unit, the people, the departure. */
export type SampleSetting = Pick<SamplePlan, 'today'> &
  Partial<Pick<SamplePlan, 'unit' | 'people' | 'leaveIn' | 'group'>>;

const crew = (
  from: number,
  count: number,
  posts: readonly string[],
  rank?: SamplePerson['rank'],
): readonly SamplePerson[] =>
  Array.from({ length: count }, (_, i) =>
    samplePerson(from + i, posts[Math.min(i, posts.length - 1)] ?? '工作人员', i === 0 ? rank : 'section'),
  );

const build = (base: Omit<SamplePlan, 'today'>, setting: SampleSetting): Answers =>
  sampleTrip({ ...base, ...setting });

const TOKYO: SampleStop = {
  country: '日本',
  city: '东京',
  nights: 3,
  inviter: '日本某国际交流协会',
  inviterForeign: 'Example International Exchange Association',
  hotelPrice: '18000.00',
};
const SEOUL: SampleStop = {
  country: '韩国',
  city: '首尔',
  nights: 3,
  inviter: '韩国某道厅国际合作官室',
  inviterForeign: 'International Cooperation Office, Example Province',
  hotelPrice: '170.00',
};
const SINGAPORE: SampleStop = {
  country: '新加坡',
  city: '新加坡',
  nights: 3,
  inviter: '新加坡某贸易协会',
  inviterForeign: 'Example Trade Association Singapore',
};

/** Own delegation: six people, three countries, ten days; the trip of the first story. */
export const ownDelegation = (setting: SampleSetting): Answers =>
  build(
    {
      leaveIn: 75,
      unit: '某某市商务局',
      group: '某某市经贸合作代表团',
      purpose: '洽谈经贸合作项目并签署合作备忘录',
      necessity: '三国为我市主要贸易伙伴，已有合作意向需当面商定，远程方式无法完成实地核验和签约。',
      results: '签署合作备忘录3份，确定下一年度项目清单。',
      taskKind: 'trade',
      stops: [TOKYO, SEOUL, SINGAPORE],
      people: crew(0, 6, ['副局长', '科长', '副科长', '一级主任科员', '二级主任科员', '翻译'], 'division'),
    },
    setting,
  );

/** A city's friendship delegation to its sister city: five people, one country, five days. */
export const friendshipDelegation = (setting: SampleSetting): Answers =>
  build(
    {
      leaveIn: 60,
      unit: '某某市人民政府外事办公室',
      group: '某某市友好访问团',
      purpose: '出席友好城市缔结周年纪念活动并商定交流计划',
      necessity: '友好城市市长来函邀请，双方约定当面商定青少年和医疗交流计划。',
      results: '签署下一年度友好交流备忘录。',
      taskKind: 'friendship',
      stops: [
        {
          country: '日本',
          city: '长野',
          nights: 4,
          inviter: '日本某市役所',
          inviterForeign: 'Example City Office',
        },
      ],
      people: crew(20, 5, ['副主任', '科长', '科员', '科员', '翻译'], 'division'),
    },
    setting,
  );

const NEW_YORK: SampleStop = {
  country: '美国',
  city: '纽约',
  nights: 4,
  inviter: '美国某文化艺术中心',
  inviterForeign: 'Example Center for Culture and the Arts',
  inviterKind: 'organisation',
};

const WEEK_TASKS = [
  ['非遗展览组', '布置非物质文化遗产展览并组织讲解', '纽约', '美国某博物馆', 'Example Museum'],
  [
    '旅游推介组',
    '举办文化旅游推介会并与旅行商签约',
    '芝加哥',
    '美国某旅行商协会',
    'Example Travel Association',
  ],
  ['教育交流组', '与合作学校商定学生互访计划', '波士顿', '美国某学区', 'Example School District'],
  ['经贸对接组', '举办产业对接会并走访合作企业', '洛杉矶', '美国某商会', 'Example Chamber of Commerce'],
] as const;

/**
 * A culture week in the United States with 84 travellers: one performing troupe of 60, whose size is decided case by
 * case, and four working groups of six, each with a task, city and inviter of its own.
 */
export const cultureWeek = (setting: SampleSetting): readonly Answers[] => [
  build(
    {
      leaveIn: 90,
      unit: '某某省文化和旅游厅',
      group: '某某省文化周艺术团',
      purpose: '在文化周演出民族音乐和戏曲',
      necessity: '应主办方邀请参加文化周开幕和巡演，演职人员数量由剧目确定。',
      results: '演出4场，观众约4000人次。',
      missionKind: 'performance',
      stops: [NEW_YORK],
      people: crew(30, 60, ['副团长', '舞台监督', '演员'], 'division'),
    },
    setting,
  ),
  ...WEEK_TASKS.map(([group, task, city, inviter, inviterForeign], i) =>
    build(
      {
        leaveIn: 90,
        unit: '某某省文化和旅游厅',
        group: `某某省文化周${group}`,
        purpose: task,
        necessity: `${task}须在文化周期间与当地单位共同完成。`,
        results: '形成合作协议或活动总结各1份。',
        stops: [{ country: '美国', city, nights: 4, inviter, inviterForeign, inviterKind: 'institute' }],
        people: crew(90 + i * 6, 6, ['处长', '科长', '专员'], 'division'),
      },
      setting.group ? { ...setting, group: `${setting.group}${group}` } : setting,
    ),
  ),
];

/** Two researchers at a conference; days and size follow actual need. */
export const academicTrip = (setting: SampleSetting): Answers =>
  build(
    {
      leaveIn: 70,
      unit: '某某大学',
      group: '某某大学学术交流组',
      purpose: '出席国际学术会议并开展合作研究',
      necessity: '论文入选会议报告，并须在合作实验室完成联合实验。',
      results: '会议报告2篇，合作论文1篇。',
      missionKind: 'academic',
      stops: [
        {
          country: '英国',
          city: '伦敦',
          nights: 11,
          inviter: '英国某大学',
          inviterForeign: 'Example University',
          inviterKind: 'institute',
        },
      ],
      people: [samplePerson(12, '教授', 'technical'), samplePerson(13, '副教授', 'technical')],
      more: {
        fundSources: ['research'],
        fundNote: '科研项目经费列支',
        academicConference: true,
        conferenceStatement: sampleUpload('conference', '参加学术会议情况说明'),
      },
    },
    setting,
  );

/** A training group of twelve in Germany. */
export const trainingTrip = (setting: SampleSetting): Answers =>
  build(
    {
      leaveIn: 100,
      unit: '某某省人力资源和社会保障厅',
      group: '某某省职业教育管理培训团',
      purpose: '参加职业教育管理培训',
      necessity: '培训项目已经审核，学习双元制职业教育的组织与评价方法。',
      results: '形成培训报告和我省试点方案。',
      caseType: 'training',
      missionKind: 'training',
      taskKind: 'training',
      stops: [
        {
          country: '德国',
          city: '柏林',
          nights: 13,
          inviter: '德国某职业教育研究所',
          inviterForeign: 'Example Institut für Berufsbildung',
          inviterKind: 'institute',
        },
      ],
      people: crew(40, 12, ['副处长', '校长', '教师'], 'division'),
      more: { trainingApproval: sampleUpload('training', '培训审核件') },
    },
    setting,
  );

/** One person joining a cross-unit delegation of another province's office. */
export const spanParticipant = (setting: SampleSetting): Answers =>
  build(
    {
      leaveIn: 65,
      unit: '某某市农业农村局',
      organiser: '某某部对外合作司',
      group: '农业技术合作代表团',
      purpose: '随团洽谈农业技术合作',
      necessity: '我市为项目实施地，须由技术负责人参加现场商定。',
      results: '落实项目实施分工。',
      caseType: 'span-join',
      stops: [
        {
          country: '埃及',
          city: '开罗',
          nights: 4,
          inviter: '埃及某农业研究中心',
          inviterForeign: 'Example Agricultural Research Centre',
        },
      ],
      people: [samplePerson(55, '高级农艺师', 'technical')],
      more: {
        dispatchUnits: '某某市农业农村局',
        organiserNumber: '某外通字〔2026〕88号',
        organiserNotice: sampleUpload('notice', '任务通知书'),
      },
    },
    setting,
  );

/** A cross-unit delegation led by us, with people of two other units. */
export const spanLeader = (setting: SampleSetting): Answers =>
  build(
    {
      leaveIn: 80,
      unit: '某某省科学技术厅',
      group: '某某省科技合作代表团',
      purpose: '商定联合实验室建设方案',
      necessity: '三方共建项目，须由相关单位共同商定分工。',
      results: '签署联合实验室协议。',
      caseType: 'span-lead',
      stops: [
        {
          country: '塞尔维亚',
          city: '贝尔格莱德',
          nights: 4,
          inviter: '塞尔维亚某科学院',
          inviterForeign: 'Example Academy of Sciences',
          inviterKind: 'institute',
        },
      ],
      people: [
        { ...samplePerson(70, '处长', 'division') },
        { ...samplePerson(71, '研究员', 'technical'), employer: '某某省科学院' },
        { ...samplePerson(72, '教授', 'technical'), employer: '某某大学' },
      ],
      more: {
        dispatchUnits: '某某省科学院、某某大学',
        confirmations: sampleUpload('confirmations', '任务确认件'),
      },
    },
    setting,
  );
