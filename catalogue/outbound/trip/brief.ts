import { isDay } from '@zhitongche/base';
import type { Briefing, BriefFigure, BriefStop, CaseState, Fact } from '@zhitongche/case';
import { briefSpan, countedBy, dayOfMonth, endsOf, inTenThousands } from '../../shared/brief-words.ts';
import { requestAsked, standingFacts } from './at-a-glance.ts';
import { leaderOf } from '../../shared/roster.ts';
import { FUND_SOURCES, labelOf, RANKS, ROLES_IN_GROUP, TASK_KINDS } from './choices.ts';
import { countriesVisited, staysOf } from '../../shared/travel-stays.ts';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { effectiveTrip, standingFigures } from './effective.ts';
import type { TripAnswers } from './form.ts';

/** Who leads how many where, and what for. */
const sentenceOf = ({ members = [], legs = [], purpose = '' }: TripAnswers): string => {
  const { name = '' } = leaderOf(members) ?? {};
  const countries = countriesVisited(legs).join('、');
  if (name === '' || countries === '') return '';
  const group = members.length > 1 ? `${name}等 ${members.length} 人` : name;
  return [`${group}赴${countries}`, purpose].filter((part) => part !== '').join('，');
};

const planWords = ({ inPlan, planNumber = '' }: TripAnswers): string =>
  inPlan === undefined ? '' : inPlan ? `列入年度计划 ${planNumber}`.trim() : '计划外';

const sources = ({ fundSources }: TripAnswers): string =>
  (fundSources ?? []).map((source) => labelOf(FUND_SOURCES, source)).join('、');

const figuresOf = (
  trip: TripAnswers,
  cny: string | null | undefined,
  facts: readonly Fact[],
  today: string,
): readonly BriefFigure[] => {
  const { exitDate, entryDate, members = [] } = trip;
  const notes = (...labels: readonly string[]): Pick<BriefFigure, 'note'> => {
    const note = labels
      .map((one) => facts.find(({ label }) => label === one)?.note ?? '')
      .find((one) => one !== '');
    return note === undefined ? {} : { note };
  };
  const days = daysAbroad(exitDate, entryDate);
  const money = cny ? inTenThousands(cny) : '';
  return [
    {
      value: days === undefined ? '待定' : String(days),
      ...(days === undefined ? {} : { unit: '天' }),
      caption: exitDate && entryDate ? briefSpan(exitDate, entryDate, today) : '日期待定',
      ...notes('日期', '天数'),
    },
    {
      value: String(members.length),
      unit: '人',
      caption: countedBy(
        RANKS,
        members.map(({ rank }) => rank),
      ),
      ...notes('人数'),
    },
    {
      value: money === '' ? '待定' : money,
      ...(money === '' ? {} : { unit: '万元' }),
      caption: sources(trip) || '经费来源未填',
      ...notes('经费预算'),
    },
  ];
};

/** The way as a line: where it begins, each city with its nights, where it ends. */
const lineOf = ({ exitDate, entryDate, legs = [], route }: TripAnswers): readonly BriefStop[] => {
  const stays = staysOf(exitDate, entryDate, legs);
  if (!isDay(exitDate) || !isDay(entryDate) || stays.length === 0) return [];
  const [from, to] = endsOf(route);
  return [
    { name: from, under: dayOfMonth(exitDate), end: true },
    ...stays.map(({ leg, nights }) => ({ name: leg.city ?? leg.country ?? '', under: `${nights} 晚` })),
    { name: to, under: dayOfMonth(entryDate), end: true },
  ];
};

const REQUESTS = { change: '申请变更', extension: '申请延期' } as const;

const askedOf = (state: CaseState): string => {
  const form = requestAsked(state);
  if (!form) return '';
  const { reason } = state.records[form]?.at(-1)?.data ?? {};
  return typeof reason === 'string' && reason !== '' ? `${REQUESTS[form]}：${reason}` : REQUESTS[form];
};

/** The decision card of a trip: who leads how many where and what for, days, people by rank, money and its source, the way. */
export const tripBrief = (state: CaseState, today: string): Briefing => {
  const trip = effectiveTrip(state);
  const members = trip.members ?? [];
  const leader = leaderOf(members);
  const asked = askedOf(state);
  const line = lineOf(trip);
  return {
    sentence: sentenceOf(trip),
    ...(asked === '' ? {} : { asked }),
    under: [
      leader?.post ? `${leader.name}，${leader.post}` : '',
      planWords(trip),
      labelOf(TASK_KINDS, trip.taskKind),
    ].filter((words) => words !== ''),
    figures: figuresOf(trip, standingFigures(state)?.funding.cny, standingFacts(state), today),
    ...(line.length === 0 ? {} : { line }),
    people: {
      title: '人员',
      unit: '人',
      all: members.map(({ name = '', post = '', rank, role }) => ({
        name,
        post,
        note: [role === 'member' ? '' : labelOf(ROLES_IN_GROUP, role), labelOf(RANKS, rank)]
          .filter((words) => words !== '')
          .join('，'),
      })),
    },
  };
};
