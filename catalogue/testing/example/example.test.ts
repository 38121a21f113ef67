import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleContext } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { sweepRegister } from '../../../platform/register/model/sweep-register.ts';
import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { registers } from '../../find-service.ts';
import { TABLES } from '../../shared/testing/tables.ts';
import { playSamples } from '../play-samples.ts';
import { RowStory } from '../row-story.ts';
import { accessCards } from './access-card.ts';
import { liaisons } from './liaison.ts';

const BOOK = readFileSync(join(import.meta.dirname, '../../../docs/handbook/add-a-register.md'), 'utf8');

test.each([
  ['liaison.ts', liaisons, 120],
  ['access-card.ts', accessCards, 60],
] as const)(
  'the example %s the handbook names keeps every law of a register, and is short',
  (file, kind, most) => {
    const today = '2026-03-02';
    const context = sampleContext(kind.policies, { today, tables: { ...TABLES, countries } });
    expect(sweepRegister(kind, [...registers, kind], context)).toEqual([]);
    expect(playSamples(kind, today)).toEqual([]);
    expect(BOOK).toContain(`catalogue/testing/example/${file}`);
    expect(readFileSync(join(import.meta.dirname, file), 'utf8').split('\n').length).toBeLessThanOrEqual(
      most,
    );
  },
);

test('two destroy a card of the example', () => {
  const card = new RowStory(accessCards)
    .does('handler', { act: 'enter', answers: { serial: 'K-9', place: 'store' } })
    .moves('handler', 'destroy');
  expect(card.problems('handler', { act: 'agree' })).toEqual(['row.not-open']);
  expect(card.does('handler#2', { act: 'agree' }).row.stage).toBe('gone');
});
