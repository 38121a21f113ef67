import { addDays, daysInclusive, moneyText } from '@zhitongche/base';
import type { Briefing, BriefStop, CaseState, CaseSummary, Todo } from '@zhitongche/case';
import {
  briefDay,
  briefSpan,
  countedBy,
  dayOfMonth,
  endsOf,
  inTenThousands,
} from '../../shared/brief-words.ts';
import { FUND_SOURCES, labelOf, RANKS, ROLES_IN_GROUP } from '../../shared/travel-words.ts';
import { ENDORSEMENTS, PERMIT_STATES, PURPOSES } from './choices.ts';
import { figuresOf, tripOf } from './derive.ts';
import type { HkmAnswers } from './form.ts';
import { allBack, permitsDue } from './permit-strands.ts';
import { hkmWords } from './words.ts';

/** What whoever decides reads first: where, who, when, what for. */
export const hkmFacts = (trip: HkmAnswers): CaseSummary['facts'] => {
  const { leader, regions, dates, days, members } = hkmWords(trip);
  return [
    { label: '地区', value: regions },
    { label: '人数', value: `${members.length}人` },
    { label: '日期', value: dates },
    { label: '天数', value: `${days}天` },
    { label: '团长', value: leader },
    { label: '事由', value: trip.purpose ?? '' },
    { label: '签注', value: trip.endorsement ? ENDORSEMENTS[trip.endorsement] : '' },
    { label: '经费预算', value: trip.budget ? `${moneyText(trip.budget)}元` : '待定' },
  ];
};

/** The way as a line: where it begins, each region with its days, where it ends. */
const lineOf = ({ exitDate, entryDate, legs = [], route }: HkmAnswers): readonly BriefStop[] => {
  if (!exitDate || !entryDate || legs.length === 0) return [];
  const [from, to] = endsOf(route);
  return [
    { name: from, under: dayOfMonth(exitDate), end: true },
    ...legs.map(({ country = '', arrive, leave }) => ({
      name: country,
      under: arrive && leave ? `${daysInclusive(arrive, leave)} 天` : '',
    })),
    { name: to, under: dayOfMonth(entryDate), end: true },
  ];
};

/** The decision card. */
export const hkmBrief = (state: CaseState, today: string): Briefing => {
  const trip = tripOf(state);
  const { members, leader, regions, days } = hkmWords(trip);
  const { up, permits } = figuresOf(state);
  const { exitDate, entryDate, budget, fundSources = [], endorsement, aim, purpose } = trip;
  const line = lineOf(trip);
  const lacking = permits.filter((one) => one.state !== 'valid').length;
  const group = members.length > 1 ? `${leader}等 ${members.length} 人` : leader;
  return {
    sentence:
      leader === '' || regions === '' ? '' : [`${group}赴${regions}`, purpose].filter(Boolean).join('，'),
    under: [
      aim ? PURPOSES[aim] : '',
      endorsement ? ENDORSEMENTS[endorsement] : '',
      ...up.map((reason) => `${reason}，须上报`),
    ].filter((words) => words !== ''),
    figures: [
      {
        value: `${days}`,
        unit: '天',
        caption: exitDate && entryDate ? briefSpan(exitDate, entryDate, today) : '日期待定',
      },
      {
        value: `${members.length}`,
        unit: '人',
        caption: countedBy(
          RANKS,
          members.map(({ rank }) => rank),
        ),
      },
      {
        value: budget ? inTenThousands(budget) : '待定',
        ...(budget ? { unit: '万元' } : {}),
        caption: fundSources.map((one) => labelOf(FUND_SOURCES, one)).join('、') || '经费来源未填',
      },
      {
        value: `${members.length - lacking}`,
        unit: '人',
        caption: lacking > 0 ? `有通行证，${lacking} 人须申办、换发` : '都有有效通行证',
      },
    ],
    ...(line.length === 0 ? {} : { line }),
    people: {
      title: '人员',
      unit: '人',
      all: members.map(({ name = '', post = '', role }, i) => ({
        name,
        post,
        note: [labelOf(ROLES_IN_GROUP, role), permits[i] ? PERMIT_STATES[permits[i].state] : '']
          .filter((part) => part !== '')
          .join('，'),
      })),
    },
  };
};

/** What follows the approval, each with its day. */
export const hkmTodo = (state: CaseState, today: string): readonly Todo[] => {
  const trip = tripOf(state);
  const { exitDate, entryDate, members = [] } = trip;
  if (!exitDate || !entryDate) return [];
  const { permits, reportDays } = figuresOf(state);
  const names = members.flatMap(({ name = '' }, i) =>
    permits[i] && permits[i].state !== 'valid' ? [name] : [],
  );
  const before = addDays(exitDate, -1);
  const returned = (state.records.return ?? []).length > 0;
  const gone = returned || entryDate < today;
  const doneIf = (done: boolean): Pick<Todo, 'done'> => (done ? { done: true } : {});
  return [
    ...(names.length > 0
      ? [{ title: `申办通行证 ${names.length} 本`, detail: names.join('、'), by: before, ...doneIf(gone) }]
      : []),
    { title: `办理签注 ${members.length} 人`, detail: '凭签注事项表', by: before, ...doneIf(gone) },
    { title: '行前教育', detail: `全体 ${members.length} 人`, by: before, ...doneIf(gone) },
    { title: '出境、返回', detail: '按批准的路线和日程执行', from: exitDate, by: entryDate, ...doneIf(gone) },
    {
      title: '返回登记',
      detail: '登记实际出入境日期',
      when: '返回后',
      act: 'register-return',
      ...doneIf(returned),
    },
    {
      title: `交还通行证 ${members.length} 本`,
      detail: `逾期的暂停本人出访（${briefDay(permitsDue(state), today)}前）`,
      by: permitsDue(state),
      ...doneIf(allBack(state)),
    },
    {
      title: '提交报告',
      detail: `返回后 ${reportDays} 个工作日内`,
      when: '返回后',
      act: 'file-report',
      ...doneIf((state.records.report ?? []).length > 0),
    },
  ];
};
