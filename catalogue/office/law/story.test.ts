import { citedIn } from '@zhitongche/core/server';
import { expect, test } from 'vitest';
import { catalogue, registers } from '../../find-service.ts';
import { RowStory } from '../../testing/row-story.ts';
import { laws } from './index.ts';
import { samples } from './samples.ts';

const LAW = { title: '某规定', sort: 'notice', read: 'unread' };
const entered = (): RowStory => new RowStory(laws).does('handler', { act: 'enter', answers: LAW });

test('a rule nobody has read says so until somebody compares it and says where', () => {
  const whole = { ...LAW, read: 'whole' };
  expect(new RowStory(laws).problems('handler', { act: 'enter', answers: whole })).toEqual(['L-02']);
  const { row } = entered().moves('handler', 'compare', { read: 'whole', source: '国务院公报' });
  expect(row.answers).toMatchObject({ read: 'whole', source: '国务院公报' });
});

test('a rule about to end is told before, stays in force to its day, and may be kept after all', () => {
  const story = entered().moves('handler', 'announce', { until: '2026-06-30', by: '某通知' });
  expect(story.on('2026-04-01').reminds()).toEqual(['until 90']);
  expect(story.problems('handler', { act: 'move', move: 'end' })).toEqual(['law.in-force']);
  story.moves('handler', 'keep');
  expect([story.row.stage, story.on('2026-06-30').reminds()]).toEqual(['in-force', []]);
  story.moves('handler', 'announce', { until: '2026-07-31', by: '某通知' });
  expect(story.on('2026-07-31').ticks().row.stage).toBe('ending');
  expect(story.on('2026-08-01').ticks().row.stage).toBe('ended');
});

test('everybody at work reads it, units too; only the office keeps it', () => {
  expect(entered().problems('filer', { act: 'edit', answers: { ...LAW, title: '改' } })).toEqual([
    'row.not-open',
  ]);
  expect(laws.readers.flatMap(({ roles }) => roles)).toContain('filer');
});

test('every law, notice and standard the product cites stands in the library by the very name it is cited by', () => {
  const known = new Set(samples.flatMap(({ answers }) => answers.names?.map(({ name }) => name)));
  const formal = citedIn({ catalogue, registers }).filter((title) => /〔\d{4}〕|^《|^GB/.test(title));
  expect(formal.length).toBeGreaterThan(10);
  expect(formal.filter((title) => !known.has(title))).toEqual([]);
});
