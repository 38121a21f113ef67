import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { meetingSupplies } from './index.ts';

const ORDER = {
  name: '双面席卡',
  batch: '2026-1',
  ordered: 200,
  orderedOn: '2026-03-02',
  dueOn: '2026-03-12',
  place: 'store',
  least: 50,
  sort: 'paper',
  supplier: '文具公司',
};
const accept = (more: object = {}) =>
  ({
    act: 'move',
    move: 'accept',
    data: { receivedOn: '2026-03-10', arrived: 200, faulty: 10, ...more },
  }) as const;
const ordered = () =>
  new RowStory(meetingSupplies, '2026-03-02')
    .does('handler', { act: 'enter', answers: ORDER })
    .on('2026-03-10');

test('ten of two hundred faulty are five in a hundred, the most an office takes', () => {
  expect(ordered().problems('handler', accept())).toEqual([]);
  expect(ordered().problems('handler', accept({ faulty: 11 }))).toEqual(['meeting-supply.faulty']);
});

test('what two accepted is handed out and counted down, and no more than there are', () => {
  const story = ordered().does('handler', accept()).does('division-head', { act: 'agree' });
  const hand = (copies: number) =>
    ({ act: 'move', move: 'hand', data: { on: '2026-03-10', unit: '礼宾处', copies } }) as const;
  story.does('handler', hand(150));
  expect(story.row.answers).toMatchObject({ left: 50, handed: [{ unit: '礼宾处', copies: 150 }] });
  expect(story.problems('handler', hand(51))).toEqual(['supply.too-many']);
});
