import { citizenIdCheck } from '@zhitongche/base';
import type { Member } from './fields/members.ts';
import type { Relative } from './fields/relatives.ts';

/** What a sample says about a traveller; everything else is filled in. */
export interface SamplePerson {
  readonly name: string;
  readonly pinyin: string;
  readonly sex: 'M' | 'F';
  readonly birthDate: string;
  readonly post: string;
  readonly rank?: 'bureau' | 'division' | 'section' | 'technical';
  readonly position?: NonNullable<Member['position']>;
  readonly secrecy?: NonNullable<Member['secrecy']>;
  readonly employer?: string;
  readonly dutyScope?: string;
  readonly citizenId?: string;
}

const SURNAMES = [
  ['林', 'LIN'],
  ['陆', 'LU'],
  ['秦', 'QIN'],
  ['顾', 'GU'],
  ['孟', 'MENG'],
  ['康', 'KANG'],
  ['贺', 'HE'],
  ['龚', 'GONG'],
  ['邵', 'SHAO'],
  ['万', 'WAN'],
  ['钱', 'QIAN'],
  ['严', 'YAN'],
] as const;
const GIVEN = [
  ['若谷', 'RUOGU', 'M'],
  ['清和', 'QINGHE', 'F'],
  ['知行', 'ZHIXING', 'M'],
  ['望舒', 'WANGSHU', 'F'],
  ['景行', 'JINGXING', 'M'],
  ['采薇', 'CAIWEI', 'F'],
  ['怀瑾', 'HUAIJIN', 'M'],
  ['思齐', 'SIQI', 'F'],
  ['明远', 'MINGYUAN', 'M'],
  ['静姝', 'JINGSHU', 'F'],
] as const;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** An identity number that passes its check; region code 99 has never been given to any place. */
export const sampleCitizenId = (birthDate: string, sex: 'M' | 'F', serial: number): string => {
  const order = ((serial * 2) % 998) + (sex === 'M' ? 1 : 0);
  const digits = `990100${birthDate.replaceAll('-', '')}${pad(order, 3)}`;
  return digits + citizenIdCheck(digits);
};

/** Invented people, each different: the `n`th of a list that never ends in practice (120 names). */
export const samplePerson = (
  n: number,
  post: string,
  rank: SamplePerson['rank'] = 'section',
): SamplePerson => {
  const surname = SURNAMES[n % SURNAMES.length] ?? SURNAMES[0];
  const given = GIVEN[(n + Math.floor(n / SURNAMES.length)) % GIVEN.length] ?? GIVEN[0];
  const birthDate = `${1970 + (n % 25)}-${pad((n % 12) + 1, 2)}-${pad((n % 28) + 1, 2)}`;
  return {
    name: surname[0] + given[0],
    pinyin: `${surname[1]} ${given[1]}`,
    sex: given[2],
    birthDate,
    post,
    rank,
  };
};

/** What the form asks of a rank besides the rank itself. */
export const sampleStanding = (
  rank: NonNullable<Member['rank']>,
  position: NonNullable<Member['position']> = 'none',
): Pick<Member, 'rank' | 'position' | 'tripsTwoYears' | 'tripsTerm'> => ({
  rank,
  ...(rank === 'section' ? {} : { position }),
  ...(rank === 'bureau' || rank === 'division' ? { tripsTwoYears: 0 } : {}),
  ...(rank === 'bureau' ? { tripsTerm: 0 } : {}),
});

/** A full row of the members table. */
export const sampleMember = (
  person: SamplePerson,
  n: number,
  more: { readonly unit: string; readonly passportUntil: string; readonly academic?: boolean },
): Member => {
  const rank = person.rank ?? 'section';
  const bureau = rank === 'bureau';
  return {
    name: person.name,
    pinyin: person.pinyin,
    sex: person.sex,
    birthDate: person.birthDate,
    birthPlace: '河北',
    household: '河北',
    nation: '汉族',
    politics: 'party',
    marital: 'married',
    health: '良好',
    citizenId: person.citizenId ?? sampleCitizenId(person.birthDate, person.sex, n),
    employer: person.employer ?? more.unit,
    post: person.post,
    ...sampleStanding(rank, person.position),
    dutyScope: person.dutyScope ?? '负责本次出访任务的具体工作',
    foreignTitle: person.post,
    role: n === 0 ? 'leader' : 'member',
    employment: 'serving',
    ...(more.academic === undefined ? {} : { academic: more.academic }),
    leadership: n === 0,
    secrecy: person.secrecy ?? 'none',
    foreignNationality: false,
    foreignResidence: false,
    clearance: bureau || rank === 'division' ? 'filing' : 'new',
    clearanceBy: '按干部管理权限的组织人事部门',
    hasFamily: true,
    tripsThisYear: 0,
    passportKind: bureau || rank === 'division' ? 'service' : 'public-ordinary',
    passportNumber: `${bureau || rank === 'division' ? 'SE' : 'PE'}${pad(1000000 + Number(person.birthDate.replaceAll('-', '').slice(2)) + n, 7)}`,
    passportUntil: more.passportUntil,
    otherPassport: false,
    cabin: bureau ? 'business' : 'economy',
  };
};

/** The nearest relative of a traveller, invented too: the `n`th. */
export const sampleRelative = (traveller: string, n: number): Relative => ({
  traveller,
  relation: 'spouse',
  // A given name no traveller bears: nobody's spouse travels along.
  name: `${samplePerson(n + 7, '').name.slice(0, 1)}小满`,
  age: 35 + (n % 20),
  politics: 'none',
  employer: '河北某中学',
  post: '教师',
  residence: '河北',
  foreignNationality: false,
  foreignResidence: false,
});
