import { addDays, CHINA_COVERS, CHINA_EXCEPTIONS, makeCalendar } from '@zhitongche/base';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
const POSTS = ['main', 'second'] as const;
/** Persons of the demo office in the order they take turns; an odd number, so that pairs change. */
const TEAM = ['钱清和', '祁修远', '温映雪', '阮既白', '欧阳听澜', '闵听澜', '贺明远'];
/** Turns nobody was found for yet: what a roster shows in red. */
const LEFT = new Set(['6 night second', '9 day second']);

/** Two weeks of turns from yesterday on, with two still open. */
export const samples = (today: string) => {
  const turns = Array.from({ length: 14 }, (_, n) => n - 1).flatMap((n) => {
    const day = addDays(today, n);
    const shifts = calendar.isWorkingDay(day) ? (['day', 'night'] as const) : (['whole'] as const);
    return shifts.flatMap((shift) => POSTS.map((post) => ({ n, day, shift, post })));
  });
  return turns.flatMap(({ n, ...turn }, at) =>
    LEFT.has(`${n} ${turn.shift} ${turn.post}`)
      ? []
      : [{ ago: 8, answers: { ...turn, person: { id: '', title: TEAM[at % TEAM.length] ?? '' } } }],
  );
};
