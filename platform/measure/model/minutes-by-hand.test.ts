import { expect, test } from 'vitest';
import {
  CHINA_COVERS,
  CHINA_EXCEPTIONS,
  elapsed,
  makeCalendar,
  officeHours,
  ROUND_THE_CLOCK,
  timerDue,
  type TimerHours,
  type TimerPause,
} from '@zhitongche/base';
import { valueInWords, valueOf } from './value.ts';

/*
 * Worked out by hand, line by line, from the clock and the State Council's notices, never from what the program said:
 *
 *   全  round the clock: the minutes between the two readings, 1440 for each midnight in between.
 *   办  09:00-12:00 (180) and 14:00-18:00 (240), 420 a day, on working days: what of the span lies in them.
 *   早  08:30-12:00 (210) and 13:30-17:00 (210), the same days.
 *   Paused minutes go off once, however many pauses lie over them, and only where they would have counted.
 *   Rest days of 2026 besides Saturdays and Sundays: 1-2 January, 16-20 and 23 February, 6 April, 1, 4, 5 May, 19 June,
 *   25 September, 1, 2, 5, 6, 7 October. Worked: Sunday 4 January, Saturdays 14 and 28 February, Saturday 9 May, Sunday 20
 *   September, Saturday 10 October. 2 March 2026 is a Monday. Without a year it is 2026.
 *
 * The last column is the reckoning.
 */
const COUNTED = `
全 | 10-01 23:50 | 10-02 00:04 | | 14 | 10 to midnight, 4 after
全 | 03-02 09:00 | 03-02 09:00 | | 0 | nothing in between
全 | 03-02 09:00 | 03-02 09:01 | | 1 | 1
全 | 03-02 09:00 | 03-02 09:15 | | 15 | 15
全 | 03-02 11:58 | 03-02 12:03 | | 5 | noon counts
全 | 03-02 17:55 | 03-02 18:20 | | 25 | the evening counts
全 | 03-02 23:59 | 03-03 00:00 | | 1 | to midnight
全 | 03-02 23:59 | 03-03 00:01 | | 2 | 1 and 1
全 | 03-03 00:00 | 03-03 23:59 | | 1439 | a day less a minute
全 | 03-03 00:00 | 03-04 00:00 | | 1440 | a day
全 | 02-16 08:00 | 02-16 08:12 | | 12 | 春节 counts
全 | 02-16 22:30 | 02-17 01:30 | | 180 | 90 and 90
全 | 02-28 23:45 | 03-01 00:15 | | 30 | 2026 has no 29 February
全 | 2024-02-28 23:45 | 2024-03-01 00:15 | | 1470 | 15, the 29th 1440, 15
全 | 2024-02-29 12:00 | 2024-03-01 12:00 | | 1440 | 720 and 720
全 | 03-31 23:00 | 04-01 01:00 | | 120 | 60 and 60
全 | 04-30 18:00 | 05-06 09:00 | | 8100 | 360, five days 7200, 540
全 | 2025-12-31 23:55 | 01-01 00:05 | | 10 | 5 and 5
全 | 12-31 23:30 | 2027-01-01 00:30 | | 60 | 30 and 30
全 | 10-10 06:00 | 10-10 06:30 | | 30 | before the office opens
全 | 06-19 14:05 | 06-19 14:35 | | 30 | 端午 counts
全 | 09-20 03:00 | 09-20 05:10 | | 130 | 2 h 10
全 | 05-09 12:30 | 05-09 13:15 | | 45 | noon counts
全 | 03-07 10:00 | 03-09 10:00 | | 2880 | two days
全 | 03-06 17:00 | 03-09 08:00 | | 3780 | 420, Saturday and Sunday 2880, 480
全 | 03-05 07:07 | 03-05 07:22 | | 15 | 15
全 | 03-05 07:07 | 03-05 13:07 | | 360 | 6 h
全 | 03-05 07:07 | 03-06 07:07 | | 1440 | 24 h
全 | 03-05 20:00 | 03-05 22:00 | | 120 | 2 h
全 | 03-05 20:00 | 03-07 20:00 | | 2880 | 2 days
全 | 03-05 10:00 | 03-05 09:00 | | 0 | backwards is nothing
全 | 03-05 10:00 | 03-04 10:00 | | 0 | backwards is nothing
全 | 01-01 00:00 | 01-08 00:00 | | 10080 | 7 × 1440
全 | 02-01 00:00 | 03-01 00:00 | | 40320 | 28 × 1440
全 | 2024-02-01 00:00 | 2024-03-01 00:00 | | 41760 | 29 × 1440
全 | 12-25 16:40 | 12-25 17:05 | | 25 | 20 and 5
全 | 08-15 04:44 | 08-15 05:55 | | 71 | 16 and 55
全 | 07-04 21:17 | 07-05 02:03 | | 286 | 163 and 123
全 | 11-29 00:30 | 11-29 01:15 | | 45 | 30 and 15
全 | 03-29 01:30 | 03-29 03:30 | | 120 | China has no summer time
全 | 10-25 00:30 | 10-25 02:30 | | 120 | China has no summer time
办 | 10-01 23:50 | 10-02 00:04 | | 0 | closed
办 | 03-02 09:00 | 03-02 09:15 | | 15 | 15
办 | 03-02 08:30 | 03-02 09:15 | | 15 | from 09:00
办 | 03-02 08:00 | 03-02 08:59 | | 0 | not open yet
办 | 03-02 08:59 | 03-02 09:01 | | 1 | from 09:00
办 | 03-02 11:50 | 03-02 12:10 | | 10 | to 12:00
办 | 03-02 11:50 | 03-02 14:10 | | 20 | 10 and 10
办 | 03-02 12:00 | 03-02 14:00 | | 0 | noon
办 | 03-02 12:30 | 03-02 13:30 | | 0 | noon
办 | 03-02 13:59 | 03-02 14:01 | | 1 | from 14:00
办 | 03-02 17:50 | 03-02 18:10 | | 10 | to 18:00
办 | 03-02 17:50 | 03-03 09:10 | | 20 | 10 and 10
办 | 03-02 18:00 | 03-03 09:00 | | 0 | night
办 | 03-02 20:00 | 03-03 08:00 | | 0 | night
办 | 03-02 09:00 | 03-02 18:00 | | 420 | 180 and 240
办 | 03-02 09:00 | 03-02 12:00 | | 180 | the morning
办 | 03-02 14:00 | 03-02 18:00 | | 240 | the afternoon
办 | 03-02 00:00 | 03-03 00:00 | | 420 | one working day
办 | 03-02 10:00 | 03-02 15:00 | | 180 | 120 and 60
办 | 03-02 10:17 | 03-02 15:42 | | 205 | 103 and 102
办 | 03-02 00:00 | 03-07 00:00 | | 2100 | Monday to Friday 5 × 420
办 | 03-02 00:00 | 03-09 00:00 | | 2100 | the weekend adds nothing
办 | 03-06 17:00 | 03-09 10:00 | | 120 | Friday 60, Monday 60
办 | 03-07 10:00 | 03-08 17:00 | | 0 | Saturday and Sunday
办 | 03-06 18:00 | 03-09 09:00 | | 0 | from close to open
办 | 03-06 16:30 | 03-09 14:30 | | 300 | Friday 90, Monday 180 and 30
办 | 01-01 09:00 | 01-03 18:00 | | 0 | 元旦 and a Saturday
办 | 01-02 10:00 | 01-04 10:00 | | 60 | Sunday the 4th is worked
办 | 01-04 09:00 | 01-04 18:00 | | 420 | a Sunday worked
办 | 2025-12-31 17:00 | 01-04 09:30 | | 90 | Wednesday 60, Sunday the 4th 30
办 | 02-13 17:30 | 02-14 09:30 | | 60 | Friday 30, Saturday worked 30
办 | 02-14 09:00 | 02-15 18:00 | | 420 | Saturday worked, Sunday not
办 | 02-14 17:00 | 02-24 10:00 | | 120 | 60, 春节, 60
办 | 02-16 09:00 | 02-23 18:00 | | 0 | 春节
办 | 02-23 15:00 | 02-24 09:15 | | 15 | Monday off, Tuesday 15
办 | 02-27 16:00 | 02-28 11:00 | | 240 | Friday 120, Saturday worked 120
办 | 02-28 14:00 | 03-02 09:00 | | 240 | Saturday worked 240, Sunday not
办 | 03-01 10:00 | 03-01 16:00 | | 0 | Sunday
办 | 04-03 17:45 | 04-07 09:15 | | 30 | Friday 15, 清明, Tuesday 15
办 | 04-04 10:00 | 04-06 17:00 | | 0 | 清明
办 | 04-30 17:00 | 05-06 10:00 | | 120 | Thursday 60, 劳动节, Wednesday 60
办 | 05-05 23:00 | 05-06 09:10 | | 10 | 10
办 | 05-08 17:00 | 05-09 12:00 | | 240 | Friday 60, Saturday worked 180
办 | 05-09 09:00 | 05-11 09:00 | | 420 | Saturday worked, Sunday not
办 | 05-10 09:00 | 05-10 18:00 | | 0 | Sunday
办 | 06-18 17:00 | 06-22 09:30 | | 90 | Thursday 60, 端午, Monday 30
办 | 06-19 09:00 | 06-21 18:00 | | 0 | 端午 and the weekend
办 | 09-18 17:00 | 09-20 10:00 | | 120 | Friday 60, Sunday worked 60
办 | 09-19 09:00 | 09-19 18:00 | | 0 | Saturday
办 | 09-20 15:00 | 09-21 10:30 | | 270 | Sunday worked 180, Monday 90
办 | 09-24 17:30 | 09-28 09:30 | | 60 | Thursday 30, 中秋, Monday 30
办 | 09-25 09:00 | 09-27 18:00 | | 0 | 中秋 and the weekend
办 | 09-30 17:00 | 10-08 09:15 | | 75 | Wednesday 60, 国庆, Thursday 15
办 | 10-08 09:00 | 10-10 18:00 | | 1260 | Thursday, Friday, Saturday worked
办 | 10-09 17:00 | 10-10 11:00 | | 180 | Friday 60, Saturday worked 120
办 | 10-10 17:00 | 10-12 10:00 | | 120 | Saturday worked 60, Monday 60
办 | 10-11 09:00 | 10-11 18:00 | | 0 | Sunday
办 | 10-01 00:00 | 10-08 00:00 | | 0 | 国庆
办 | 10-01 00:00 | 10-13 00:00 | | 1680 | the 8th, 9th, 10th and 12th
办 | 02-01 00:00 | 03-01 00:00 | | 6720 | 2-6, 9-13, 14, 24-27, 28: 16 days × 420
办 | 12-31 17:00 | 12-31 18:00 | | 60 | Thursday
办 | 2025-10-08 09:00 | 2025-10-09 09:20 | | 20 | the 8th off, the 9th 20
办 | 2025-01-26 16:00 | 2025-02-05 10:00 | | 600 | Sunday worked 120, Monday 420, 春节, 5 February 60
办 | 2025-10-11 09:00 | 2025-10-11 12:00 | | 180 | Saturday worked
办 | 2024-02-04 09:00 | 2024-02-04 10:00 | | 60 | Sunday worked
办 | 2024-02-18 14:00 | 2024-02-18 14:45 | | 45 | Sunday worked
办 | 2024-09-29 17:00 | 2024-09-30 09:30 | | 90 | Sunday worked 60, Monday 30
办 | 2024-09-30 17:00 | 2024-10-08 10:00 | | 120 | Monday 60, 国庆, Tuesday 60
办 | 2024-10-12 10:00 | 2024-10-14 10:00 | | 420 | Saturday worked 120 and 240, Monday 60
办 | 03-03 11:59 | 03-03 14:01 | | 2 | 1 and 1
办 | 03-03 09:30 | 03-04 09:30 | | 420 | 150 and 240, then 30
办 | 03-03 12:00 | 03-03 18:00 | | 240 | the afternoon
早 | 03-02 08:30 | 03-02 17:00 | | 420 | 210 and 210
早 | 03-02 08:00 | 03-02 08:45 | | 15 | from 08:30
早 | 03-02 11:45 | 03-02 13:45 | | 30 | 15 and 15
早 | 03-02 12:00 | 03-02 13:30 | | 0 | noon
早 | 03-02 16:50 | 03-03 08:40 | | 20 | 10 and 10
早 | 03-06 16:00 | 03-09 09:00 | | 90 | Friday 60, Monday 30
早 | 10-01 08:30 | 10-07 17:00 | | 0 | 国庆
早 | 10-10 08:30 | 10-10 12:00 | | 210 | Saturday worked
早 | 09-30 16:30 | 10-08 08:45 | | 45 | 30 and 15
早 | 02-14 16:00 | 02-24 09:30 | | 120 | 60 and 60
早 | 04-03 13:30 | 04-07 12:00 | | 420 | Friday 210, Tuesday 210
早 | 06-18 16:45 | 06-22 09:00 | | 45 | 15 and 30
早 | 01-04 10:00 | 01-04 14:00 | | 150 | 120 and 30
早 | 05-09 12:00 | 05-09 17:00 | | 210 | the afternoon of a Saturday worked
早 | 03-04 07:00 | 03-04 22:00 | | 420 | the whole day
早 | 03-04 09:17 | 03-04 15:03 | | 256 | 163 and 93
早 | 03-04 17:00 | 03-05 08:30 | | 0 | night
早 | 03-04 16:59 | 03-05 08:31 | | 2 | 1 and 1
全 | 03-02 09:00 | 03-02 11:00 | 03-02 09:30~03-02 10:00 | 90 | 120 less 30
全 | 03-02 09:00 | 03-02 11:00 | 03-02 09:30~03-02 10:00, 03-02 10:15~03-02 10:30 | 75 | less 30 and 15
全 | 03-02 09:00 | 03-02 11:00 | 03-02 10:00~03-02 10:30, 03-02 10:15~03-02 10:45 | 75 | less 45 once
全 | 03-02 09:00 | 03-02 11:00 | 03-02 09:30~03-02 10:30, 03-02 09:45~03-02 10:00 | 60 | one within the other: less 60
全 | 03-02 09:00 | 03-02 11:00 | 03-02 09:30~03-02 10:00, 03-02 10:00~03-02 10:15 | 75 | end to end: less 45
全 | 03-02 09:00 | 03-02 11:00 | 03-02 08:00~03-02 08:30 | 120 | over before it began
全 | 03-02 09:00 | 03-02 11:00 | 03-02 08:30~03-02 09:10 | 110 | less 10
全 | 03-02 09:00 | 03-02 11:00 | 03-02 10:50~03-02 11:30 | 110 | less 10
全 | 03-02 09:00 | 03-02 11:00 | 03-02 08:00~03-02 12:00 | 0 | paused throughout
全 | 03-02 09:00 | 03-02 11:00 | 03-02 11:00~03-02 12:00 | 120 | begins as it ends
全 | 03-02 09:00 | 03-02 11:00 | 03-02 10:00~ | 60 | goes on still
全 | 03-02 09:00 | 03-02 11:00 | 03-02 09:00~ | 0 | goes on from the first
全 | 03-02 23:00 | 03-03 01:00 | 03-02 23:30~03-03 00:30 | 60 | less 30 and 30
全 | 10-01 23:00 | 10-02 02:00 | 10-02 00:00~10-02 01:00 | 120 | 180 less 60
全 | 03-02 09:00 | 03-02 11:00 | 03-02 10:00~03-02 10:00 | 120 | a pause of nothing
全 | 03-02 09:00 | 03-02 11:00 | 03-02 10:30~03-02 10:45, 03-02 09:15~03-02 09:30 | 90 | in any order
办 | 03-02 11:30 | 03-02 14:30 | 03-02 12:15~03-02 13:45 | 60 | 30 and 30, the pause lies in the noon
办 | 03-02 11:30 | 03-02 14:30 | 03-02 11:45~03-02 14:15 | 30 | 15 and 15
办 | 03-02 17:00 | 03-03 10:00 | 03-02 18:30~03-03 08:30 | 120 | the pause lies in the night
办 | 03-02 17:00 | 03-03 10:00 | 03-02 17:30~03-03 09:30 | 60 | 30 and 30
办 | 03-06 17:00 | 03-09 10:00 | 03-07 00:00~03-09 00:00 | 120 | the pause lies in the weekend
办 | 03-06 17:00 | 03-09 10:00 | 03-06 17:15~03-09 09:45 | 30 | 15 and 15
办 | 02-14 17:00 | 02-24 10:00 | 02-16 00:00~02-24 00:00 | 120 | the pause lies in 春节
办 | 02-14 17:00 | 02-24 10:00 | 02-14 17:30~02-24 09:10 | 80 | 30 and 50
办 | 10-08 09:00 | 10-10 18:00 | 10-09 00:00~10-10 00:00 | 840 | 1260 less a day
办 | 10-08 09:00 | 10-10 18:00 | 10-09 12:00~10-09 14:00 | 1260 | the pause lies in the noon
办 | 10-08 09:00 | 10-10 18:00 | 10-09 11:00~10-09 15:00 | 1140 | less 60 and 60
办 | 03-02 09:00 | 03-02 18:00 | 03-02 15:00~ | 240 | 180 and 60
办 | 03-02 09:00 | 03-02 18:00 | 03-02 09:30~03-02 10:00, 03-02 16:00~03-02 16:20 | 370 | 420 less 30 and 20
办 | 03-02 09:00 | 03-02 18:00 | 03-02 11:00~03-02 15:30 | 270 | less 60 and 90
早 | 03-02 08:30 | 03-02 17:00 | 03-02 11:30~03-02 14:00 | 360 | less 30 and 30
早 | 03-02 08:30 | 03-03 08:30 | 03-02 17:00~03-03 08:30 | 420 | the pause lies in the night
`;

/** Minutes allowed, and when they are full: the first instant at which so many have counted. */
const DUE = `
全 | 10-01 23:50 | 15 | | 10-02 00:05 | 10 to midnight, 5 after
全 | 03-02 09:00 | 0 | | 03-02 09:00 | none is full at once
全 | 03-02 09:00 | 15 | | 03-02 09:15 | 15
全 | 03-02 23:00 | 60 | | 03-03 00:00 | full at midnight
全 | 03-02 23:00 | 360 | | 03-03 05:00 | 60 and 300
全 | 03-05 07:07 | 1440 | | 03-06 07:07 | 24 h
全 | 04-30 12:00 | 2880 | | 05-02 12:00 | two days of a holiday
全 | 12-31 23:30 | 60 | | 2027-01-01 00:30 | 30 and 30
全 | 03-02 09:00 | 90 | 03-02 10:00~03-02 10:30 | 03-02 11:00 | 60, paused, 30
全 | 03-02 09:00 | 60 | 03-02 10:00~ | 03-02 10:00 | full as the pause begins
全 | 03-02 09:00 | 90 | 03-02 10:00~ | never | 60, then it stands still
办 | 10-01 23:50 | 15 | | 10-08 09:15 | the first quarter of the next working day
办 | 03-02 09:00 | 420 | | 03-02 18:00 | full as the office closes
办 | 03-02 09:00 | 421 | | 03-03 09:01 | a day and a minute
办 | 03-02 11:30 | 60 | | 03-02 14:30 | 30 and 30
办 | 03-02 11:30 | 30 | | 03-02 12:00 | full at noon
办 | 03-02 12:30 | 30 | | 03-02 14:30 | from 14:00
办 | 03-02 18:00 | 1 | | 03-03 09:01 | from 09:00
办 | 03-06 17:00 | 120 | | 03-09 10:00 | Friday 60, Monday 60
办 | 03-06 17:00 | 60 | | 03-06 18:00 | full on Friday
办 | 10-09 17:00 | 180 | | 10-10 11:00 | Friday 60, Saturday worked 120
办 | 10-10 17:00 | 120 | | 10-12 10:00 | Saturday worked 60, Monday 60
办 | 09-30 17:30 | 120 | | 10-08 10:30 | 30, 国庆, 90
办 | 02-14 16:00 | 240 | | 02-24 11:00 | 120, 春节, 120
办 | 02-13 09:00 | 840 | | 02-14 18:00 | Friday and Saturday worked
办 | 05-08 14:00 | 480 | | 05-09 15:00 | Friday 240, Saturday worked 180 and 60
办 | 06-18 14:00 | 300 | | 06-22 10:00 | Thursday 240, Monday 60
办 | 03-02 09:00 | 240 | 03-02 10:00~03-02 15:00 | 03-02 18:00 | 60 and 180
办 | 03-02 09:00 | 241 | 03-02 10:00~03-02 15:00 | 03-03 09:01 | and one more
办 | 03-02 09:00 | 2100 | | 03-06 18:00 | five working days
早 | 03-02 16:00 | 90 | | 03-03 09:00 | 60 and 30
早 | 03-02 11:00 | 90 | | 03-02 14:00 | 60 and 30
`;

/** Minutes of the matters of a month and their average in words: a sum through a count, whole minutes; none is not zero. */
const AVERAGES = `
14, 16 | 15分钟 | 30 ÷ 2
0, 30 | 15分钟 | what took none counts as one
15, 15, 60 | 30分钟 | 90 ÷ 3
10, 20, 40 | 23分钟 | 70 ÷ 3 is 23 and a third
5 | 5分钟 | 5 ÷ 1
 | 没有可计的 | nothing to divide by
120, 130, 140 | 2小时10分钟 | 390 ÷ 3
1440, 0 | 12小时 | 1440 ÷ 2
`;

const SPANS = (...spans: readonly (readonly [from: number, to: number])[]): TimerHours =>
  officeHours(
    makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS),
    spans.map(([from, to]) => ({ from: from * 60, to: to * 60 })),
  );
const HOURS: Readonly<Record<string, TimerHours>> = {
  全: ROUND_THE_CLOCK,
  办: SPANS([9, 12], [14, 18]),
  早: SPANS([8.5, 12], [13.5, 17]),
};

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
const at = (written: string): string => {
  const whole = written.length > '12-31 23:59'.length ? written : `2026-${written}`;
  return new Date(`${whole.replace(' ', 'T')}:00+08:00`).toISOString();
};
const pausesOf = (written: string): readonly TimerPause[] =>
  written === ''
    ? []
    : written.split(',').map((one) => {
        const [from = '', to = ''] = one.split('~').map((cell) => cell.trim());
        return to === '' ? { from: at(from) } : { from: at(from), to: at(to) };
      });
const hoursOf = (name: string): TimerHours => {
  const hours = HOURS[name];
  if (!hours) throw new Error(`No hours are called ${name}`);
  return hours;
};

test('the table holds two hundred cases', () => {
  expect(rows(COUNTED).length + rows(DUE).length + rows(AVERAGES).length).toBeGreaterThanOrEqual(200);
});

test.each(rows(COUNTED))('%s from %s to %s paused %s: %s minutes (%s)', (...row) => {
  const [name = '', from = '', until = '', pauses = '', minutes = ''] = row;
  expect(elapsed(hoursOf(name), at(from), at(until), pausesOf(pauses)).ms).toBe(Number(minutes) * 60_000);
});

test.each(rows(DUE))('%s from %s, %s minutes paused %s, are full at %s (%s)', (...row) => {
  const [name = '', from = '', minutes = '', pauses = '', due = ''] = row;
  expect(timerDue(hoursOf(name), at(from), Number(minutes), pausesOf(pauses)).due).toBe(
    due === 'never' ? null : at(due),
  );
});

test.each(rows(AVERAGES))('%s on average: %s (%s)', (written, average) => {
  const ms =
    written === '' || written === undefined ? [] : written.split(',').map((one) => Number(one) * 60_000);
  const sum = ms.reduce((all, one) => all + one, 0);
  expect(
    valueInWords(
      { sort: 'duration', unit: '' },
      valueOf('duration', { n: String(sum), lines: ms.length, persons: 0 }),
    ),
  ).toBe(average);
});
