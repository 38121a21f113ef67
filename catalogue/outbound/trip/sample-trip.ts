import { addDays, addMonths } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { Leg, ProgrammeRow } from './fields/itinerary.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { sampleMember, type SamplePerson, sampleRelative } from './sample-people.ts';

/** A stop of a sample trip. */
export interface SampleStop {
  readonly country: string;
  readonly city: string;
  /** Nights in the city. */
  readonly nights: number;
  readonly inviter: string;
  readonly inviterForeign: string;
  readonly inviterKind?: NonNullable<Leg['inviterKind']>;
  readonly host?: string;
  readonly hotelPrice?: string;
}

/** What makes one sample differ from another; the rest of the form is filled in so that it may be submitted. */
export interface SamplePlan {
  /** The day it is filed. */
  readonly today: string;
  /** Days from then to the departure. */
  readonly leaveIn: number;
  readonly unit: string;
  readonly group: string;
  readonly purpose: string;
  readonly necessity: string;
  readonly results: string;
  readonly stops: readonly SampleStop[];
  readonly people: readonly SamplePerson[];
  /** Yuan per person; by default 12 000 in economy and 32 000 in business. */
  readonly fares?: { readonly economy?: string; readonly business?: string };
  readonly caseType?: string;
  readonly missionKind?: string;
  readonly taskKind?: string;
  readonly organiser?: string;
  readonly more?: Answers;
}

const legsOf = (plan: SamplePlan, exit: string): readonly Leg[] => {
  let day = exit;
  return plan.stops.map((stop) => {
    const arrive = day;
    day = addDays(day, stop.nights);
    return {
      country: stop.country,
      city: stop.city,
      transit: false,
      arrive,
      leave: day,
      inviter: stop.inviter,
      inviterForeign: stop.inviterForeign,
      inviterKind: stop.inviterKind ?? 'counterpart',
      inviterPerson: stop.host ?? '对方代表',
      inviterPost: '国际交流部负责人',
      inviterAddress: `${stop.country}${stop.city}（地址见邀请函）`,
      relation: '长期合作单位，由对方主动来函邀请',
      ...(stop.hotelPrice
        ? { hotelPrice: stop.hotelPrice, conferenceHotel: false }
        : { conferenceHotel: false }),
      ...(plan.caseType === 'training' ? { trainingFee: '60.00' } : {}),
    };
  });
};

const programmeOf = (legs: readonly Leg[], exit: string, entry: string): readonly ProgrammeRow[] => {
  const rows: ProgrammeRow[] = [];
  for (let day = exit; day <= entry; day = addDays(day, 1)) {
    const leg = legs.findLast((l) => l.arrive !== undefined && l.arrive <= day) ?? legs[0] ?? {};
    const official = { date: day, city: leg.city ?? '', counterpart: leg.inviter ?? '' };
    const travel = { date: day, city: leg.city ?? '', kind: 'travel' as const };
    // People who arrive in the morning work in the afternoon; the last day is the way home.
    if (day === exit) rows.push({ ...travel, period: 'am', activity: '启程' });
    rows.push(
      day === entry
        ? { ...travel, period: 'day', activity: '返程' }
        : {
            ...official,
            kind: 'official',
            period: day === exit ? 'pm' : 'day',
            activity: `与${leg.inviter ?? ''}会谈，商定合作事项`,
          },
    );
  }
  return rows;
};

/** Fills the whole form from a plan; valid on the plan's day. */
export const sampleTrip = (plan: SamplePlan): Answers => {
  const exit = addDays(plan.today, plan.leaveIn);
  const entry = addDays(
    exit,
    plan.stops.reduce((sum, stop) => sum + stop.nights, 0),
  );
  const legs = legsOf(plan, exit);
  const academic = plan.missionKind === 'academic' ? { academic: true } : {};
  const members = plan.people.map((person, n) =>
    sampleMember(person, n, { unit: plan.unit, passportUntil: addMonths(exit, 30), ...academic }),
  );
  const cabins = [...new Set(members.map((m) => m.cabin))];
  const units = [...new Set(members.map((m) => m.employer ?? plan.unit))];
  const cities = plan.stops.map((stop) => stop.city);
  return {
    caseType: plan.caseType ?? 'own',
    groupName: plan.group,
    organiser: plan.organiser ?? plan.unit,
    filerUnit: plan.unit,
    ...(plan.caseType === 'span-join' || plan.caseType === 'join'
      ? { groupTotal: Math.max(6, members.length) }
      : {}),
    missionKind: plan.missionKind ?? 'visit',
    ...(plan.missionKind === 'academic' || plan.missionKind === 'conference'
      ? { academicConference: false }
      : {}),
    taskKind: plan.taskKind ?? 'cooperation',
    inPlan: true,
    planNumber: `${exit.slice(0, 4)}-出-${exit.slice(5, 7)}`,
    urgency: 'normal',
    contactName: '周联络',
    contactPhone: '13900000000',
    purpose: plan.purpose,
    necessity: plan.necessity,
    tasks: plan.stops
      .map((stop) => `在${stop.country}${stop.city}：与${stop.inviter}会谈，落实合作事项。`)
      .join('\n'),
    results: plan.results,
    members,
    relatives: members.map(({ name = '' }, n) => sampleRelative(name, n)),
    family: false,
    exitDate: exit,
    entryDate: entry,
    route: `北京—${cities.join('—')}—北京`,
    legs: [...legs],
    programme: programmeOf(legs, exit, entry),
    fundSources: ['budget'],
    inBudget: true,
    fundNote: '列入本单位年度部门预算',
    hostAirfare: false,
    fares: cabins.map((cabin) => ({
      cabin: cabin ?? 'economy',
      fare: cabin === 'business' ? (plan.fares?.business ?? '32000.00') : (plan.fares?.economy ?? '12000.00'),
      carrier: 'chinese',
    })),
    otherFees: [{ kind: 'insurance', currency: 'CNY', amount: '300.00', persons: members.length }],
    banquet: false,
    gifts: false,
    publicity: units.map((unit) => ({
      unit,
      where: ['web', 'board'],
      from: addDays(plan.today, -24),
      to: addDays(plan.today, -3),
      feedback: '无异议',
      sealed: sampleUpload('publicity', '公示说明'),
    })),
    requestLetter: sampleUpload('request', '请示'),
    invitation: sampleUpload('invitation', '邀请函'),
    translation: sampleUpload('translation', '邀请函译文'),
    invitationNote: sampleUpload('invitation-note', '邀请函情况说明'),
    ...(members.some(({ secrecy }) => secrecy !== 'none')
      ? { secrecyPledge: sampleUpload('pledge', '保密承诺书和同意派出函') }
      : {}),
    ...(members.some(({ secrecy }) => secrecy === 'core')
      ? { coreFiling: sampleUpload('core', '核心涉密人员备案表') }
      : {}),
    ...plan.more,
  };
};
