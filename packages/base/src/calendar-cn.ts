import type { CalendarException } from './calendar.ts';

interface Notice {
  readonly title: string;
  readonly year: number;
  /** Working weekdays given off, `MM-DD`. */
  readonly off: string;
  /** Weekend days worked in exchange (调休), `MM-DD`. */
  readonly work: string;
}

const NOTICES: readonly Notice[] = [
  {
    title: '国务院办公厅关于2024年部分节假日安排的通知（2023年10月25日）',
    year: 2024,
    off:
      '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 ' +
      '09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  {
    title: '国务院办公厅关于2025年部分节假日安排的通知（2024年11月12日）',
    year: 2025,
    off:
      '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 ' +
      '10-01 10-02 10-03 10-06 10-07 10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  {
    title: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    year: 2026,
    off:
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 ' +
      '10-01 10-02 10-05 10-06 10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
];

const rows = (notice: Notice, kind: CalendarException['kind']): readonly CalendarException[] =>
  notice[kind]
    .split(' ')
    .map((monthDay) => ({ date: `${notice.year}-${monthDay}`, kind, notice: notice.title }));

/** Exceptions of 2024–2026 by the State Council's yearly notices; the seed of the office's own editable table. */
export const CHINA_EXCEPTIONS: readonly CalendarException[] = NOTICES.flatMap((notice) => [
  ...rows(notice, 'off'),
  ...rows(notice, 'work'),
]);

/** Days the seed is complete for; later days are provisional until the next notice is loaded. */
export const CHINA_COVERS = { from: '2024-01-01', to: '2026-12-31' } as const;
