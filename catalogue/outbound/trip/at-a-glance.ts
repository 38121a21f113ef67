import { dayInChinese, moneyText } from '@zhitongche/base';
import type { CaseState, CaseSummary } from '@zhitongche/case';
import { labelOf, TASK_KINDS } from './choices.ts';
import { type TripDerived, derivedOf } from './derive/derive.ts';
import { countriesVisited } from '../../shared/travel-stays.ts';
import { answersAsked, effectiveTrip, requested, standingFigures, tripAnswers } from './effective.ts';
import type { TripAnswers } from './form.ts';
import { leaderOf } from '../../shared/roster.ts';

type Facts = CaseSummary['facts'];

/** What whoever decides on a trip reads first: where, who, when, what for and for how much. */
export const tripFacts = (trip: TripAnswers, figures: TripDerived | undefined): Facts => {
  const members = trip.members ?? [];
  const { name = '', post = '' } = leaderOf(members) ?? {};
  const { exitDate, entryDate } = trip;
  const cny = figures?.funding.cny;
  return [
    { label: '国家（地区）', value: countriesVisited(trip.legs ?? []).join('、') },
    { label: '人数', value: `${members.length}人` },
    {
      label: '日期',
      value: exitDate && entryDate ? `${dayInChinese(exitDate)}至${dayInChinese(entryDate)}` : '待定',
    },
    { label: '天数', value: `${figures?.days ?? 0}天` },
    { label: '团长', value: post === '' ? name : `${name}（${post}）` },
    { label: '事由', value: trip.purpose ?? '' },
    { label: '经费预算', value: cny ? `${moneyText(cny)}元` : '待定' },
    { label: '类别', value: labelOf(TASK_KINDS, trip.taskKind) },
  ];
};

/** The change or extension that is being decided at this step, if any. */
export const requestAsked = (state: CaseState): 'change' | 'extension' | undefined =>
  (['change', 'extension'] as const).find((form) => state.step?.startsWith(`${form}-`));

/** The same as the trip stands: beside what was changed what was approved first, and what is asked for while it is decided. */
export const standingFacts = (state: CaseState): Facts => {
  const filed = tripFacts(tripAnswers(state.answers), derivedOf(state.derived));
  const figures = standingFigures(state);
  const form = requestAsked(state);
  const asked =
    form && tripFacts(tripAnswers(answersAsked(state, form)), requested(state, form)?.figures ?? figures);
  return tripFacts(effectiveTrip(state), figures).map(({ label, value }, i) => {
    const [first = value, wanted = value] = [filed[i]?.value, asked?.[i]?.value];
    const note = wanted !== value ? `申请变更为${wanted}` : first !== value ? `原批${first}` : '';
    return { label, value, ...(note === '' ? {} : { note }) };
  });
};
