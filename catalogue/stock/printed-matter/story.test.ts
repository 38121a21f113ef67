import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { printedMatter, printMeasures } from './index.ts';

const ORDER = {
  name: '外事动态',
  sort: 'journal',
  batch: '2026年第1期',
  ordered: 1000,
  words: 20_000,
  printer: '印务公司',
  orderedOn: '2026-03-02',
  dueOn: '2026-03-20',
  place: 'store',
  least: 100,
};
const FOUND = { receivedOn: '2026-03-18', arrived: 1000, checked: 5, errors: 10 };
const accept = (more: object = {}) => ({ act: 'move', move: 'accept', data: { ...FOUND, ...more } }) as const;
const ordered = () =>
  new RowStory(printedMatter, '2026-03-02')
    .does('handler', { act: 'enter', answers: ORDER })
    .on('2026-03-18');
const inStock = () => ordered().does('handler', accept()).does('division-head', { act: 'agree' });
const hand = (copies: number, on = '2026-03-18') =>
  ({ act: 'move', move: 'hand', data: { on, unit: '省商务厅', copies } }) as const;
const counted = ({ row }: RowStory) =>
  printMeasures.measures.map(({ code, lines }) =>
    [code, ...lines({ row, timers: [] }).map(({ day, n }) => `${day} ${n}`)].join(' '),
  );

test('ten errors in five copies of twenty thousand characters are one in ten thousand, the most an office takes', () => {
  expect(ordered().problems('handler', accept())).toEqual([]);
  expect(ordered().problems('handler', accept({ errors: 11 }))).toEqual(['print.errors']);
  expect(counted(inStock())).toEqual(['print.errors 2026-03-18 1.0000', 'print.ontime 2026-03-20 1']);
});

test('what is found on receipt fits what came, and a delivery is in stock once two have signed', () => {
  expect(ordered().problems('handler', accept({ checked: 1001 }))).toEqual(['print.checked']);
  expect(ordered().problems('handler', accept({ arrived: 1001 }))).toEqual(['supply.arrived']);
  expect(ordered().problems('handler', accept({ receivedOn: '2026-03-19' }))).toEqual(['field.to-come']);
  const asked = ordered().does('handler', accept());
  expect([asked.row.stage, asked.problems('handler', hand(1))]).toEqual(['ordered', ['row.not-open']]);
  expect(asked.problems('handler', { act: 'agree' })).not.toEqual([]);
  expect(inStock().row).toMatchObject({ stage: 'in', answers: { left: 1000 } });
});

test('copies handed out and spoilt are gone from the shelf, and never more than there are', () => {
  const story = inStock().does('handler', hand(700));
  expect(story.problems('handler', hand(301))).toEqual(['supply.too-many']);
  story
    .moves('handler', 'spoil', { copies: 50, why: '受潮' })
    .does('division-head', { act: 'agree' })
    .does('handler', hand(200));
  expect(story.row.answers).toMatchObject({ left: 50, handed: [{ copies: 700 }, { copies: 200 }] });
  expect(story.problems('handler', { act: 'move', move: 'stop' })).toEqual(['supply.left']);
  story.does('handler', hand(50)).moves('handler', 'stop');
  expect(story.row.stage).toBe('over');
});

test('what two have accepted is neither counted anew by one nor taken away', () => {
  const edit = (more: object) => ({ act: 'edit', answers: { ...ORDER, ...more } }) as const;
  expect(inStock().problems('handler', edit({ words: 40_000 }))).toEqual(['supply.accepted']);
  expect(inStock().problems('handler', { act: 'retire', reason: '不要了' })).toEqual(['row.signed-by-two']);
  expect(inStock().problems('handler', edit({ place: 'window', least: 20 }))).toEqual([]);
  expect(ordered().problems('handler', edit({ ordered: 800 }))).toEqual([]);
});

test('a printer who is late is told of, and the delivery counts as late', () => {
  const story = ordered();
  expect(story.on('2026-03-21').reminds()).toEqual(['dueOn -1']);
  story.does('handler', accept({ receivedOn: '2026-03-21' })).does('division-head', { act: 'agree' });
  expect(counted(story)[1]).toBe('print.ontime 2026-03-20 0');
});
