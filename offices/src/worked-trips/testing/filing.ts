import { daysInclusive } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { sampleTrip } from '@zhitongche/catalogue/outbound/trip/sample-trip.ts';
import { sampleUpload } from '@zhitongche/catalogue/shared/sample-upload.ts';
import { defined, lineOf, rowsOf, textOf, type Row } from './line.ts';
import { linesOf, memberOf, personOf } from './people.ts';
import type { Filing } from './trip.ts';

/** The day on which all forty are filed: a Monday. */
export const FILED = '2026-03-02';

/** A day of 2026 written `MM-DD`. */
export const day = (short = ''): string => `2026-${short}`;

const legOf = (text: string, base: Row): Row => {
  const line = lineOf(text, 3);
  const [country = '', city = '', dates = ''] = line.words;
  const [arrive, leave] = dates.split('>');
  const when = { country, city, arrive: day(arrive), leave: day(leave) };
  if (line.said.transit === true) return { ...when, transit: true, leftAirport: line.said.left === true };
  return defined({
    ...base,
    ...when,
    transit: false,
    inviterKind: textOf(line, 'inviter') ?? 'counterpart',
    hostCovers: textOf(line, 'host')?.split('+'),
    standardFrom: textOf(line, 'neighbour'),
    hotelPrice: textOf(line, 'hotel'),
    hotelCurrency: textOf(line, 'cur'),
    suitePrice: textOf(line, 'suite'),
    conferenceHotel: line.said.conf === true,
    hotelApproval: line.said.asked === true ? '已向三家酒店询价，经外事和财务部门事前审批' : undefined,
    trainingFee: textOf(line, 'fee'),
  });
};

const costsOf = (costs: readonly string[]): Answers => {
  const words = costs.map((text) => text.split(' '));
  const of = (...kinds: readonly string[]) => words.filter(([kind = '']) => kinds.includes(kind));
  const [banquet, gifts, train] = [of('banquet')[0], of('gifts')[0], of('train')[0]];
  return {
    journeys: of('intercity', 'airport').map(
      ([kind = '', from = '', to = '', currency = '', amount = '', persons]) => ({
        kind,
        from,
        to,
        means: '公共交通',
        currency,
        amount,
        persons: Number(persons),
      }),
    ),
    otherFees: of('visa', 'insurance', 'vaccine', 'registration', 'other').map(
      ([kind = '', currency = '', amount = '', persons]) => ({
        kind,
        currency,
        amount,
        persons: Number(persons),
      }),
    ),
    banquet: banquet !== undefined,
    gifts: gifts !== undefined,
    ...(banquet?.[1] ? { banquetCost: banquet[1] } : {}),
    ...(gifts?.[1] ? { giftCost: gifts[1] } : {}),
    ...(train ? { trainDays: Number(train[1]) } : {}),
  };
};

/** The whole form, filled in as the short words say. */
export const answersOf = (filing: Filing): Answers => {
  const [exit, entry] = filing.dates.split(' ').map(day);
  const people = linesOf(filing.people);
  const base = sampleTrip({
    today: FILED,
    leaveIn: daysInclusive(FILED, exit ?? FILED) - 1,
    unit: filing.unit ?? '某某省商务厅',
    group: '某某代表团',
    purpose: '商定合作项目',
    necessity: '双方约定当面商定。',
    results: '签署备忘录。',
    stops: [
      {
        country: filing.legs[0]?.split(' ')[0] ?? '',
        city: filing.legs[0]?.split(' ')[1] ?? '',
        nights: daysInclusive(exit ?? '', entry ?? '') - 1,
        inviter: '某某机构',
        inviterForeign: 'Example Body',
      },
    ],
    people: people.map(personOf),
    caseType: filing.caseType ?? 'own',
    missionKind: filing.missionKind ?? 'visit',
  });
  const [leg = {}] = rowsOf(base.legs);
  const abroad = filing.legs.some((text) => text.startsWith('香港') || text.startsWith('澳门'));
  const [from, to] = filing.published?.split(' ').map(day) ?? [];
  return {
    ...base,
    ...(filing.published
      ? { publicity: rowsOf(base.publicity).map((row) => defined({ ...row, from, to })) }
      : {}),
    programme: rowsOf(base.programme).filter((row) => row.date !== day(filing.unplanned)),
    members: rowsOf(base.members).map((row, i) =>
      memberOf(people[i] ?? { words: [], said: {} }, row, filing),
    ),
    legs: filing.legs.map((text) => legOf(text, leg)),
    fares: filing.fares.map((text) => {
      const [cabin = '', fare = '', carrier = 'chinese'] = text.split(' ');
      const reason = carrier === 'foreign' ? { reason: '没有我国航空公司航班可衔接，已经事前审批' } : {};
      return { cabin, fare, carrier, ...reason };
    }),
    ...costsOf(filing.costs ?? []),
    ...(abroad ? { bothPermits: false } : {}),
    ...Object.fromEntries(
      Object.entries(filing.more ?? {}).map(([key, value]) => [
        key,
        value === 'upload' ? sampleUpload(key, '扫描件') : value,
      ]),
    ),
  };
};
