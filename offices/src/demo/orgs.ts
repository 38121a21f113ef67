import type { DemoOrg } from './shape.ts';

/** Name of the province; there is none of this name. */
export const PROVINCE = '云泽省';

const division = (code: string, name: string): DemoOrg => ({
  key: code,
  parent: 'root',
  kind: 'division',
  name,
  code,
});

const divisions: readonly DemoOrg[] = [
  division('general', '综合处'),
  division('outbound', '出国审批处'),
  division('passports', '护照签证处'),
  division('security', '安全保密处'),
  division('finance', '财务处'),
  division('protocol', '礼宾处'),
  division('consular', '领事处'),
  division('asia', '亚洲处'),
  division('europe', '欧非处'),
  division('americas', '美大处'),
  division('friendship', '友好城市处'),
];

/** The cities and the prefecture, capital first, with the 机关代字 of their offices. */
export const CITIES = [
  ['yunze', '云泽市', '云市外'],
  ['lanzhou-demo', '澜洲市', '澜外'],
  ['qingdu', '青渡市', '青外'],
  ['bailu', '白鹭洲市', '鹭外'],
  ['wangchuan', '望川口市', '望外'],
  ['songling', '松陵关市', '松外'],
  ['yanhu', '雁湖市', '雁外'],
  ['pinglan', '平澜市', '平外'],
  ['jinlu', '金麓市', '金外'],
  ['linxi', '临汐港市', '汐外'],
  ['nanping', '南屏岭自治州', '屏外'],
] as const;

const cityOffices: readonly DemoOrg[] = CITIES.map(([key, name]) => ({
  key: `city-${key}`,
  parent: 'root',
  kind: 'city-office',
  name: `${name}人民政府外事办公室`,
}));

const unit = (key: string, name: string, parent = 'root'): DemoOrg => ({ key, parent, kind: 'unit', name });
const firm = (key: string, name: string, parent = 'root'): DemoOrg => ({
  key,
  parent,
  kind: 'enterprise',
  name,
});

const provincial: readonly DemoOrg[] = [
  unit('commerce', `${PROVINCE}商务厅`),
  unit('culture', `${PROVINCE}文化和旅游厅`),
  unit('education', `${PROVINCE}教育厅`),
  unit('science', `${PROVINCE}科学技术厅`),
  unit('agriculture', `${PROVINCE}农业农村厅`),
  unit('health', `${PROVINCE}卫生健康委员会`),
  unit('labour', `${PROVINCE}人力资源和社会保障厅`),
  unit('reform', `${PROVINCE}发展和改革委员会`),
  unit('industry', `${PROVINCE}工业和信息化厅`),
  unit('sport', `${PROVINCE}体育局`),
  unit('forestry', `${PROVINCE}林业和草原局`),
  unit('trade-council', `中国国际贸易促进委员会${PROVINCE}委员会`),
  unit('broadcast', `${PROVINCE}广播电视局`),
  unit('water', `${PROVINCE}水利厅`),
  unit('university', '云泽大学'),
  unit('polytechnic', '云泽理工大学'),
  unit('normal', '澜洲师范大学'),
  unit('medical', '云泽医科大学'),
  unit('academy', `${PROVINCE}科学院`),
  firm('construction', '云泽建设集团有限公司'),
  firm('energy', '云泽能源投资集团有限公司'),
  firm('trading', '云泽国际经济技术合作有限责任公司'),
  firm('rail', '云泽轨道装备股份有限公司'),
];

const local: readonly DemoOrg[] = CITIES.flatMap(([key, name], index) => {
  const parent = `city-${key}`;
  const second = (
    [
      ['agriculture', '农业农村局'],
      ['culture', '文化和旅游局'],
      ['education', '教育局'],
    ] as const
  )[index % 3];
  return [
    unit(`${key}-commerce`, `${name}商务局`, parent),
    ...(second && index < 8 ? [unit(`${key}-${second[0]}`, `${name}${second[1]}`, parent)] : []),
  ];
});

/** A second-level unit, whose supervising department reviews what it files, and a county of a city. */
const below: readonly DemoOrg[] = [
  unit('hospital', '云泽医科大学附属第一医院', 'medical'),
  unit('linxi-county', '临汐港市望潮县人民政府办公室', 'city-linxi'),
];

/** Every organisation of the demo office, parents before children. */
export const demoOrgs: readonly DemoOrg[] = [
  { key: 'root', parent: null, kind: 'office', name: `${PROVINCE}人民政府外事办公室` },
  ...divisions,
  ...cityOffices,
  ...provincial,
  ...local,
  ...below,
];
