import { paperFor, type CaseState } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { amendments, effectiveTrip, tripAnswers, tripBefore } from '../effective.ts';
import type { Member } from '../fields/members.ts';
import type { TripAnswers } from '../form.ts';
import { sentence } from '../../../shared/papers.ts';
import { sendingUnits } from '../../../shared/roster.ts';
import { tripWords } from './parts.ts';

/** The form of the unit's opinions, among the papers. */
export const OPINION_FORM = 'funding-opinion';

/** Where somebody works and as what: `某某省科学技术厅处长`. */
const serving = ({ employer = '', post = '' }: Member): string => `${employer}${post}`;

/** What the notice tells one unit of the trip, whatever number it carries and whatever it replaces. */
export const noticeText = (trip: TripAnswers, unit: string): readonly string[] => {
  const words = tripWords(trip);
  const sent = words.members.filter(({ employer }) => employer === unit);
  if (sent.length === 0) return [`“${trip.groupName ?? ''}”的人员已经调整，你单位不再派员，请告知有关人员。`];
  const head = words.members.find(({ name }) => name === words.leader);
  const names = sent.map(({ name = '', post }) => (post ? `${name}（${post}）` : name));
  return [
    `${trip.organiser ?? ''}组织“${trip.groupName ?? ''}”，团长${words.leader}${head ? `（${serving(head)}）` : ''}，全团${words.members.length}人，于${words.dates}前往${words.countries}${words.via}，执行${trip.purpose ?? ''}任务，在外停留${words.days}天（含出境、入境日）。`,
    `你单位派${sent.length}人参加。请据此办理审批手续，由有审批权的外事部门出具任务确认件。`,
    `附注：派出人员为${names.join('、')}。${words.costsToOthers}${sentence(trip.paperNote)}`,
  ];
};

const unitsOf = (trip: TripAnswers): readonly string[] =>
  trip.caseType === 'span-lead' ? sendingUnits(trip) : [];

const named = (unit: string): string => paperFor('notice', unit);

/** Notices an approval issues: one for each unit that sends people. */
export const noticesOf = (answers: Answers): readonly string[] => unitsOf(tripAnswers(answers)).map(named);

/** Notices an approved change issues: for the units that would read something else now than before it. */
export const noticesTouched = (state: CaseState): readonly string[] => {
  const change = amendments(state).at(-1);
  if (!change) return [];
  const [before, now] = [tripBefore(state, change), effectiveTrip(state)];
  const told = (trip: TripAnswers, unit: string): string =>
    unitsOf(trip).includes(unit) ? noticeText(trip, unit).join('\n') : '';
  return [...new Set([...unitsOf(before), ...unitsOf(now)])]
    .filter((unit) => told(before, unit) !== told(now, unit))
    .map(named);
};
