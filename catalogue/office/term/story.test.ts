import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { terms } from './index.ts';

const TERM = {
  zh: '友好城市',
  language: 'en',
  field: 'politics',
  foreign: 'friendship city',
  source: '审定会',
};
const proposed = (more: object = {}) =>
  new RowStory(terms, '2026-03-02').does('handler', { act: 'enter', answers: { ...TERM, ...more } });
const settled = () =>
  proposed()
    .moves('handler', 'settle', { settledOn: '2026-03-02', settledBy: '译名审定会' })
    .does('division-head', { act: 'agree' });

test('a name is foreign, and is in force once two have settled it', () => {
  const enter = (more: object) =>
    new RowStory(terms).problems('handler', { act: 'enter', answers: { ...TERM, ...more } });
  expect(enter({ foreign: '友城 city' })).toEqual(['Y-01']);
  expect(enter({ language: 'ja', foreign: '友好都市' })).toEqual([]);
  expect(settled().row).toMatchObject({ stage: 'settled', answers: { settledBy: '译名审定会' } });
  const later = { act: 'move', move: 'settle', data: { settledOn: '2026-03-03', settledBy: '会' } } as const;
  expect(proposed().problems('handler', later)).toEqual(['field.to-come']);
});

test('a settled name is changed by two, with the reason, and the one before stays known', () => {
  const edit = (more: object) => ({ act: 'edit', answers: { ...TERM, ...more } }) as const;
  expect(settled().problems('handler', edit({ foreign: 'sister city' }))).toEqual(['term.settled']);
  expect(settled().problems('handler', edit({ note: '正式文本用' }))).toEqual([]);
  const rename = (foreign: string) =>
    ({ act: 'move', move: 'rename', data: { foreign, why: '与外文协议一致' } }) as const;
  expect(settled().problems('handler', rename('friendship city'))).toEqual(['term.same']);
  const renamed = settled()
    .on('2026-05-06')
    .does('handler', rename('sister city'))
    .does('division-head', { act: 'agree' });
  expect(renamed.row.answers).toMatchObject({
    foreign: 'sister city',
    settledOn: '2026-05-06',
    former: [{ was: 'friendship city', why: '与外文协议一致' }],
  });
});

test('two years after it was settled a name is looked at again', () => {
  const story = settled();
  expect(story.on('2028-01-31').reminds()).toEqual([]);
  expect(story.on('2028-02-01').reminds()).toEqual(['settledOn 30']);
  story.on('2028-02-02').moves('handler', 'review', { settledOn: '2028-02-02', settledBy: '翻译室' });
  expect(story.on('2028-03-02').reminds()).toEqual([]);
});
