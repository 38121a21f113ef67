import { type InventedTraveller, pad, sampleCitizenId, samplePerson } from '../../shared/sample-people.ts';
import type { Member } from './fields/members.ts';
import type { Relative } from './fields/relatives.ts';

/** What a sample says about a traveller; everything else is filled in. */
export interface SamplePerson extends InventedTraveller {
  readonly position?: NonNullable<Member['position']>;
  readonly secrecy?: NonNullable<Member['secrecy']>;
  readonly employer?: string;
  readonly dutyScope?: string;
  readonly citizenId?: string;
}

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
