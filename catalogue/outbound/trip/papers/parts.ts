import { dayInChinese, type Block } from '@zhitongche/base';
import { maskName } from '@zhitongche/form';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { publicHead } from '../../../shared/papers.ts';
import { takenOver } from '../authority.ts';
import { FUND_SOURCES, HOST_COVERS, labelOf } from '../choices.ts';
import { countriesVisited, placeOf } from '../../../shared/travel-stays.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';
import { printedTrip } from '../effective.ts';
import type { Member } from '../fields/members.ts';
import type { TripAnswers } from '../form.ts';
import { key } from '../policy.ts';

/** What every paper of a trip says about it, in words. */
export interface TripWords {
  readonly trip: TripAnswers;
  readonly members: readonly Member[];
  /** `张三等6人`, or the one name. */
  readonly group: string;
  readonly leader: string;
  readonly countries: string;
  /** `，途经某某`, or nothing. */
  readonly via: string;
  readonly dates: string;
  readonly days: number;
  readonly funds: string;
  /** Who bears which cost, one sentence to the unit that filed. */
  readonly costs: string;
  /** The same to others, who are told whose budget it is. */
  readonly costsToOthers: string;
  /** The head with unit and post, as a 批件 names him: `某某省商务厅副厅长张三等6人`. */
  readonly led: string;
}

/** How a payer is named on a paper. */
const PAYERS: Readonly<Record<string, string>> = {
  budget: '部门预算',
  enterprise: '企业自筹经费',
  research: '科研经费',
  host: '邀请方',
  other: '其他经费',
};

/** What the host bears, place by place; the rest is borne by whoever else pays, out of whose money where that is said. */
const costsOf = (trip: TripAnswers, whose: string): string => {
  const sources = trip.fundSources ?? [];
  const payers = (of: readonly string[]): string => of.map((source) => PAYERS[source] ?? source).join('、');
  const own = sources.filter((source) => source !== 'host');
  const hosted = (trip.legs ?? []).flatMap((leg) =>
    (leg.hostCovers ?? []).length === 0
      ? []
      : [`在${placeOf(leg)}的${(leg.hostCovers ?? []).map((one) => labelOf(HOST_COVERS, one)).join('、')}`],
  );
  const borne = [...(trip.hostAirfare === true ? ['国际旅费'] : []), ...hosted];
  const shared = borne.length > 0 && own.length > 0;
  const by = payers(shared ? own : [...own, ...sources.filter((source) => source === 'host')]);
  const rest = `由${own.length > 0 ? whose : ''}${by}承担`;
  return shared ? `${borne.join('，')}由${payers(['host'])}承担，其余费用${rest}` : `所需费用${rest}`;
};

/** Who bears which cost, one sentence; the unit's own words on it, said in its first person, are quoted as its own. */
const paid = (trip: TripAnswers, whose: string): string => {
  const said = (trip.fundNote ?? '').trim().replace(/[。；]$/, '');
  return `${costsOf(trip, whose)}${said === '' ? '' : `（申报单位说明：${said}）`}。`;
};

/** Puts a trip into words. */
export const tripWords = (trip: TripAnswers): TripWords => {
  const members = trip.members ?? [];
  const head = members.find((m) => m.role === 'leader') ?? members[0];
  const leader = head?.name ?? '';
  const transit = (trip.legs ?? []).filter((leg) => leg.transit === true).flatMap((leg) => leg.country ?? []);
  return {
    trip,
    members,
    leader,
    group: members.length > 1 ? `${leader}等${members.length}人` : leader,
    countries: countriesVisited((trip.legs ?? []).filter((leg) => leg.transit !== true)).join('、'),
    via: transit.length > 0 ? `，途经${[...new Set(transit)].join('、')}` : '',
    dates: `${dayInChinese(trip.exitDate ?? '')}至${dayInChinese(trip.entryDate ?? '')}`,
    days: daysAbroad(trip.exitDate, trip.entryDate) ?? 0,
    funds: (trip.fundSources ?? []).map((source) => labelOf(FUND_SOURCES, source)).join('、'),
    costs: paid(trip, ''),
    costsToOthers: paid(trip, trip.filerUnit ?? ''),
    led: `${head?.employer ?? ''}${head?.post ?? ''}${leader}${members.length > 1 ? `等${members.length}人` : ''}`,
  };
};

/** The words of the trip as it stands in a case. */
export const wordsOf = (facts: PaperFacts): TripWords => tripWords(printedTrip(facts.state));

/** The paper that lets the trip go: 批件, or 确认件 where others organise it. */
export const approvedBy = (state: PaperFacts['state']): PaperFacts['state']['papers'][number] | undefined =>
  state.papers.find(({ paper }) => paper === 'approval' || paper === 'confirmation');

/**
 * Who else gets the paper: units of the delegation's people, then whoever the office decided on. A letter to others goes
 * to the unit that filed as well, which acts on it; what one unit is told is not told to another.
 */
const copiesTo = (facts: PaperFacts, to: string): readonly string[] => {
  const { trip, members } = wordsOf(facts);
  const { filerUnit = '', organiser = '' } = trip;
  const employers = members.flatMap(({ employer }) => employer ?? []);
  const asked = facts.policy.list(key('copies-to'));
  const units =
    to === filerUnit ? [...employers, ...asked] : [filerUnit, ...(to === organiser ? employers : [])];
  return [...new Set(units)].filter((unit) => unit !== '' && unit !== to);
};

/** 版记 at the foot of the last sheet (GB/T 9704-2012 §7.4); of a letter only 抄送. */
export const imprint = (facts: PaperFacts, to = wordsOf(facts).trip.filerUnit ?? ''): Block => {
  const copies = copiesTo(facts, to);
  return {
    kind: 'imprint',
    ...(copies.length > 0 ? { copiesTo: copies } : {}),
    printer: facts.letterhead.name,
    printedOn: facts.date,
  };
};

/** Who issues: the city office while the province has neither had the case nor decided a change of it. */
export const issuer: PaperDef['issuer'] = (state) =>
  state.orgs?.city !== undefined && !state.path.some(({ step }) => step === 'window') && !takenOver(state)
    ? 'city'
    : 'office';

/** What a stranger with the code may see of a trip: whose paper, how many people, where and when; the head's name masked. */
export const tripPublicFacts: PaperDef['publicFacts'] = (facts) => {
  const words = wordsOf(facts);
  return [
    ...publicHead(facts),
    { label: '团长', en: 'Head of delegation', value: words.leader === '' ? '' : maskName(words.leader) },
    { label: '人数', en: 'Members', value: `${words.members.length}` },
    { label: '出访国家（地区）', en: 'Destinations', value: words.countries },
    { label: '起止日期', en: 'Dates', value: `${words.trip.exitDate ?? ''} — ${words.trip.entryDate ?? ''}` },
  ];
};

/** The same for the signed code of the paper, in fewer words. */
export const tripSealed: NonNullable<PaperDef['sealed']> = (facts) => {
  const { leader, members, countries, trip } = wordsOf(facts);
  return [
    { label: '团长', en: 'Leader', value: leader === '' ? '' : maskName(leader) },
    { label: '人数', en: 'People', value: `${members.length}` },
    { label: '起止', en: 'Dates', value: `${trip.exitDate ?? ''}/${trip.entryDate ?? ''}` },
    { label: '前往', en: 'To', value: countries },
  ];
};
