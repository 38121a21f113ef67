import { addDays } from '@zhitongche/base';
import type { CaseState, Todo } from '@zhitongche/case';
import type { Entry } from './derive/entry.ts';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { dueBack } from '../../shared/return-days.ts';
import { effectiveTrip, standingFigures } from './effective.ts';
import type { Member } from './fields/members.ts';

const names = (all: readonly string[]): string =>
  all.length > 4 ? `${all.slice(0, 3).join('、')}等 ${all.length} 人` : all.join('、');

const withoutPassport = (members: readonly Member[]): readonly string[] =>
  members.flatMap(({ name = '', passportNumber = '', passportKind }) =>
    passportNumber === '' && passportKind !== 'private' ? [name] : [],
  );

const entriesToDo = (entries: readonly Entry[]): readonly Todo[] => {
  const asked = (answer: Entry['answer']) => entries.filter((entry) => entry.answer === answer);
  const told = (answer: Entry['answer'], title: string): readonly Todo[] => {
    const all = asked(answer);
    const countries = [...new Set(all.map(({ country }) => country))].join('、');
    return all.length === 0
      ? []
      : [
          {
            title: `${title} ${all.length} 人次`,
            detail: `${countries}，${names([...new Set(all.map(({ member }) => member))])}`,
          },
        ];
  };
  return [
    ...told('visa', '办理签证'),
    ...told('permit', '办理往来港澳通行证和签注'),
    ...told('exempt', '办理出境证明'),
    ...told('ask', '向领事部门核实是否免签'),
  ];
};

const reached = (state: CaseState, step: string): boolean => state.path.some((entry) => entry.step === step);

/** What follows the approval of a trip, each with its day: documents, visas, the trip itself, registration, passports, report. */
export const tripTodo = (state: CaseState, today: string): readonly Todo[] => {
  const trip = effectiveTrip(state);
  const { exitDate, entryDate, members = [] } = trip;
  const figures = standingFigures(state);
  const days = daysAbroad(exitDate, entryDate);
  if (!exitDate || !entryDate || days === undefined || !figures) return [];
  const before = addDays(exitDate, -1);
  const lacking = withoutPassport(members);
  const returned = (state.records.return ?? []).length > 0;
  const reported = (state.records.report ?? []).length > 0;
  const gone = entryDate < today || returned;
  const doneIf = (done: boolean): Pick<Todo, 'done'> => (done ? { done: true } : {});
  return [
    ...(lacking.length > 0
      ? [{ title: `申办护照 ${lacking.length} 本`, detail: names(lacking), by: before, ...doneIf(gone) }]
      : []),
    ...entriesToDo(figures.entries).map((one) => ({ ...one, by: before, ...doneIf(gone) })),
    { title: '行前教育', detail: `全体 ${members.length} 人`, by: before, ...doneIf(gone) },
    {
      title: '出境、回国',
      detail: `${days} 天，按批准的路线和日程执行`,
      from: exitDate,
      by: entryDate,
      ...doneIf(gone),
    },
    {
      title: '回国登记',
      detail: '登记实际出入境日期和变化',
      when: '回国后',
      act: 'register-return',
      ...doneIf(returned),
    },
    {
      title: `交还证照 ${members.length} 本`,
      detail: '逾期的暂停本人新的申办',
      by: dueBack(exitDate, days, figures.passportReturnDays),
      ...doneIf((state.records.documents ?? []).length > 0 || (state.records.passports ?? []).length > 0),
    },
    {
      title: '出访报告',
      detail: `回国后 ${figures.reportDays} 个工作日内`,
      when: '回国后',
      act: 'file-report',
      ...(reached(state, 'report') && state.step === 'report' && state.stepClock
        ? { by: state.stepClock.due }
        : {}),
      ...doneIf(reported),
    },
  ];
};
