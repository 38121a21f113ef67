import { addDays, daysBetween, type Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { rowsOf } from './line.ts';

/** What the registers answer about these people, from the short words. */
export const lookupsOf = (lines: readonly string[], answers: Answers): Readonly<Record<string, Json>> => {
  const words = lines.map((line) => line.split(' '));
  const of = (kind: string) => words.filter(([first]) => first === kind);
  const members = rowsOf(answers.members);
  return {
    'person-trips': {
      trips: of('trip').map(([, who, exit = '', mission = 'visit']) => ({
        citizenId: members[Number(who)]?.citizenId ?? '',
        caseNumber: 'C-1',
        group: '上一团组',
        exitDate: exit,
        entryDate: addDays(exit, 4),
        countries: [],
        missionKind: mission,
      })),
    },
    'overdue-passports': {
      documents: [
        ...of('overdue').map(([, holder = '', due = '', late]) => ({
          kind: 'passport',
          holder,
          caseNumber: 'C-2',
          due,
          daysLate: Number(late),
        })),
        ...of('permit').map(([, who, due = '', returnedOn = '']) => ({
          kind: 'permit',
          holder: members[Number(who)]?.name ?? '',
          citizenId: members[Number(who)]?.citizenId ?? '',
          caseNumber: 'C-4',
          due,
          daysLate: daysBetween(due, returnedOn),
          returnedOn,
        })),
      ],
    },
    'similar-trips': {
      trips: of('similar').map(([, exitDate = '', entryDate = '', country = '']) => ({
        caseNumber: 'C-3',
        group: '另一团组',
        exitDate,
        entryDate,
        countries: [country],
        inviters: [],
        members: 4,
      })),
    },
  };
};
