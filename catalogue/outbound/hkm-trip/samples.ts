import { addDays, type Day } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { type InventedTraveller, sampleCitizenId, samplePerson } from '../../shared/sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';

/** What makes one sample differ from another. */
export interface HkmSample {
  readonly today: Day;
  readonly unit?: string;
  readonly group?: string;
  readonly purpose?: string;
  /** Days from filing to the exit. */
  readonly leaveIn?: number;
  /** Regions with the days in each. */
  readonly stops?: readonly (readonly [region: string, days: number])[];
  readonly people?: readonly (InventedTraveller & {
    readonly employer?: string;
    readonly citizenId?: string;
  })[];
  readonly more?: Answers;
}

const CREW = [samplePerson(40, '副局长', 'division'), samplePerson(41, '科长'), samplePerson(42, '主任科员')];

/** A whole filing, valid on its day. */
export const hkmSample = ({
  today,
  unit = '某某单位',
  group = '赴香港经贸交流团',
  purpose = '参加经贸洽谈会并走访企业',
  leaveIn = 45,
  stops = [['香港', 4]],
  people = CREW,
  more = {},
}: HkmSample): Answers => {
  const exit = addDays(today, leaveIn);
  let day = exit;
  const legs = stops.map(([country, days]) => {
    const arrive = day;
    day = addDays(day, days - 1);
    return { country, arrive, leave: day, inviter: `${country}某贸易协会`, inviterPerson: '会长 某某' };
  });
  return {
    caseType: 'own',
    groupName: group,
    organiser: unit,
    filerUnit: unit,
    urgency: 'normal',
    contactName: '吴专办',
    contactPhone: '13900000000',
    aim: 'trade',
    purpose,
    necessity: '须当面商定合作事项并实地走访。',
    tasks: '第一日抵达并拜会邀请单位；其后参加洽谈会、走访企业；末日返回。',
    results: '形成会谈纪要，明确合作事项。',
    endorsement: 'once',
    exitDate: exit,
    entryDate: day,
    route: `石家庄—${stops.map(([region]) => region).join('—')}—石家庄`,
    legs,
    members: people.map((person, n) => ({
      name: person.name,
      pinyin: person.pinyin,
      sex: person.sex,
      birthDate: person.birthDate,
      birthPlace: '河北',
      citizenId: person.citizenId ?? sampleCitizenId(person.birthDate, person.sex, n + 40),
      employer: person.employer ?? unit,
      post: person.post,
      rank: person.rank ?? 'section',
      foreignTitle: person.post,
      role: n === 0 ? 'leader' : 'member',
    })),
    fundSources: ['budget'],
    budget: '36000.00',
    fundNote: '列入本年度部门预算',
    requestLetter: sampleUpload('request', '请示'),
    invitation: sampleUpload('invitation', '邀请函'),
    budgetForm: sampleUpload('budget', '任务和预算审批意见表'),
    clearancePapers: sampleUpload('clearance', '人员备案表'),
    publicityNote: sampleUpload('publicity', '公示说明'),
    ...more,
  };
};
