import type { Role } from '@zhitongche/access';
import { inventedName } from './names.ts';
import { CITIES, demoOrgs } from './orgs.ts';
import type { DemoPerson } from './shape.ts';

/** Names that break careless programs: long ones, two-character surnames, ethnic names with a dot, rare characters. */
const UNUSUAL: Readonly<Record<string, string>> = {
  'handler-2': '欧阳听澜',
  'asia-head': '司徒以宁',
  'nanping-reviewer': '古丽扎尔·艾合买提江',
  'nanping-leader': '阿尔斯兰·吐尔逊买买提',
  'nanping-commerce-filer': '格桑卓玛次仁央宗',
  'university-filer': '林㛃',
  'science-signer': '王䶮',
  'academy-filer': '诸葛疏桐',
  'rail-filer': '赵玥彣',
};

/** A person before being given a name. */
type Nameless = Omit<DemoPerson, 'name'>;

const person = (username: string, org: string, roles: readonly Role[], shown?: string): Nameless => ({
  username,
  org,
  roles,
  ...(shown === undefined ? {} : { shown }),
});

const office: readonly Nameless[] = [
  person('director', 'root', ['director'], '省外办主任'),
  person('deputy', 'root', ['deputy-director'], '省外办分管副主任'),
  person('deputy-2', 'root', ['deputy-director']),
  person('window', 'root', ['window'], '窗口受理员'),
  person('window-2', 'root', ['window']),
  person('head', 'outbound', ['division-head'], '出国审批处处长'),
  person('handler', 'outbound', ['handler'], '出国审批处经办人'),
  person('handler-2', 'outbound', ['handler']),
  person('handler-3', 'outbound', ['handler']),
  person('security', 'security', ['countersigner'], '安全保密处会签人'),
  person('security-head', 'security', ['division-head']),
  person('finance', 'finance', ['countersigner', 'finance-officer'], '财务处会签人'),
  person('finance-head', 'finance', ['division-head']),
  { ...person('passports', 'passports', ['passport-officer'], '证照管理员'), at: 'root' },
  person('passports-head', 'passports', ['division-head']),
  person('general-head', 'general', ['division-head']),
  person('general', 'general', ['countersigner']),
  person('protocol-head', 'protocol', ['division-head']),
  person('consular-head', 'consular', ['division-head']),
  person('consular', 'consular', ['handler']),
  person('asia-head', 'asia', ['division-head', 'countersigner']),
  person('europe-head', 'europe', ['division-head', 'countersigner']),
  person('americas-head', 'americas', ['division-head', 'countersigner']),
  person('friendship-head', 'friendship', ['division-head', 'countersigner', 'signer']),
  person('friendship-filer', 'friendship', ['filer']),
];

/** Cities so small that one person signs for the city office as a unit and as the city's leader, as happens. */
const ONE_SIGNER: ReadonlySet<string> = new Set(['linxi', 'nanping']);

const cities: readonly Nameless[] = CITIES.flatMap(([key, name], index) => [
  person(`${key}-reviewer`, `city-${key}`, ['city-reviewer'], index === 0 ? `${name}外办经办人` : undefined),
  person(
    `${key}-leader`,
    `city-${key}`,
    ONE_SIGNER.has(key) ? ['city-leader', 'signer'] : ['city-leader'],
    index === 0 ? `${name}外办签发人` : undefined,
  ),
  // City offices also file trips of their own.
  person(`${key}-filer`, `city-${key}`, ['filer']),
]);

/** Who signs what a city office files as a unit, where that is not its leader. */
const citySigners: readonly Nameless[] = CITIES.flatMap(([key]) =>
  ONE_SIGNER.has(key) ? [] : [person(`${key}-signer`, `city-${key}`, ['signer'])],
);

const SHOWN: Readonly<Record<string, string>> = {
  commerce: '省商务厅',
  'yunze-commerce': '云泽市商务局',
};

const units: readonly Nameless[] = demoOrgs
  .filter((org) => org.kind === 'unit' || org.kind === 'enterprise')
  .flatMap((org) => {
    const name = SHOWN[org.key];
    return [
      person(`${org.key}-filer`, org.key, ['filer'], name && `${name}专办员`),
      person(`${org.key}-signer`, org.key, ['signer'], name && `${name}签批人`),
    ];
  });

const OPINIONS: readonly (readonly [string, Role, string])[] = [
  ['affairs', 'unit-affairs', '外事审核人'],
  ['finance', 'unit-finance', '财务审核人'],
  ['personnel', 'unit-personnel', '组织人事审核人'],
];

/**
 * Who gives the opinions of the unit's departments: a large unit has somebody for each, a city's bureau one for money and
 * one for the rest, a city office, a county and a division one person for all three.
 */
const departments: readonly Nameless[] = demoOrgs.flatMap((org): readonly Nameless[] => {
  const { key, kind, parent } = org;
  const shown = SHOWN[key];
  if (kind === 'city-office' || key === 'friendship' || key === 'linxi-county')
    return [
      person(
        `${key.replace(/^city-/, '')}-general`,
        key,
        OPINIONS.map(([, role]) => role),
      ),
    ];
  if (kind !== 'unit' && kind !== 'enterprise') return [];
  if (parent?.startsWith('city-'))
    return [
      person(`${key}-general`, key, ['unit-affairs', 'unit-personnel'], shown && `${shown}外事、人事审核人`),
      person(`${key}-finance`, key, ['unit-finance'], shown && `${shown}财务审核人`),
    ];
  return OPINIONS.map(([name, role, post]) =>
    person(`${key}-${name}`, key, [role], shown && `${shown}${post}`),
  );
});

const administrators: readonly Nameless[] = [
  person('sysadmin', 'root', ['system-admin'], '系统管理员'),
  person('secadmin', 'root', ['security-admin'], '安全管理员'),
  person('auditor', 'root', ['audit-admin'], '审计管理员'),
];

/** Everybody of the demo office, the three administrators first; travellers begin where these names end. */
export const demoPeople: readonly DemoPerson[] = [
  ...administrators,
  ...office,
  ...cities,
  ...units,
  ...citySigners,
  ...departments,
].map((one, n) => ({ ...one, name: UNUSUAL[one.username] ?? inventedName(n).name }));

/** Who came later: a clerk who has handed over since, a second keeper of documents, a second officer of consular matters. Named apart, so that nobody else is called otherwise for them. */
export const latecomers: readonly DemoPerson[] = [
  { ...person('sport-clerk', 'sport', ['filer']), name: '闻人知秋' },
  { ...person('passports-2', 'passports', ['passport-officer']), at: 'root', name: '司马听荷' },
  { ...person('consular-2', 'consular', ['handler']), name: '端木知远' },
];
