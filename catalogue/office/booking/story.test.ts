import { addDays } from '@zhitongche/base';
import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { bookings } from './index.ts';

// The story begins on 2 March 2026 at nine in Beijing.
const MEETING = {
  what: { id: 'hall', title: '二楼会见厅' },
  subject: '与姊妹城市视频会商',
  day: '2026-03-03',
  from: '09:00',
  to: '10:30',
  repeat: 'once',
} as const;
const book = (more: object = {}) => ({ act: 'enter', answers: { ...MEETING, ...more } }) as const;
const cancel = { act: 'move', move: 'cancel', data: { reason: '改期' } } as const;

test('who joins from abroad finds the hours by the clock there, on the day it is there', () => {
  const facts = (abroad: string, day = '2026-03-03') =>
    bookings.cardFacts(new RowStory(bookings).does('handler', book({ abroad, day })).row.answers).at(1)
      ?.value;
  // Beijing is thirteen hours ahead of New York in winter, twelve in summer; seven ahead of Berlin, then six.
  expect(facts('America/New_York')).toBe('纽约、华盛顿 2026-03-02 20:00至21:30');
  expect(facts('America/New_York', '2026-03-10')).toBe('纽约、华盛顿 2026-03-09 21:00至22:30');
  expect(facts('Europe/Berlin')).toBe('柏林、巴黎、罗马 02:00至03:30');
  expect(facts('Asia/Tokyo')).toBe('东京、首尔 10:00至11:30');
});

test('it is asked for no earlier than the office allows, and given up until it begins', () => {
  const story = new RowStory(bookings);
  expect(story.problems('handler', book({ day: addDays('2026-03-02', 367) }))).toEqual(['B-04']);
  story.does('handler', book()).moves('handler', 'confirm');
  expect(story.problems('handler', cancel)).toEqual([]);
  expect(story.on('2026-03-03').problems('handler', cancel)).toEqual([]);
  expect(story.on('2026-03-04').problems('handler', cancel)).toEqual(['booking.too-late']);
});
