import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemOf, pickedFact } from '@zhitongche/register';
import { RowStory } from '../../testing/row-story.ts';
import { annualPlan } from './index.ts';
import { planMeasures } from './measures.ts';

const ITEM = {
  number: '2026-商务-01',
  unit: { id: 'unit', title: '省商务厅' },
  planned: '2026-05-01',
  count: 2,
  group: '经贸合作团',
  kind: 'control',
  countries: '日本、韩国',
  people: 5,
  days: 6,
  task: '经贸洽谈',
};
const LETTER = { letter: '云外出计〔2026〕3号', letterOn: '2026-01-20' };

const drafted = (answers: object = {}) =>
  new RowStory(annualPlan, '2026-01-10').does('filer', { act: 'enter', answers: { ...ITEM, ...answers } });
const approved = () =>
  drafted()
    .moves('filer', 'send')
    .moves('handler', 'list')
    .moves('handler', 'approve', LETTER)
    .on('2026-03-02');
/** What a case does: nobody takes such a move by hand. */
const byCase = (story: RowStory, move: string, data: object) => story.takes(move, data as never);
const counted = ({ row }: RowStory, code: string) =>
  planMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row, timers: [] })
    .map(({ day, n }) => `${day} ${n}`);

describe('an item of the annual plan', () => {
  test('is handed in by its unit, consolidated, and approved by a letter with a number', () => {
    const story = drafted();
    expect(() => story.moves('filer', 'list')).toThrow();
    story.moves('filer', 'send').moves('handler', 'list');
    expect(story.problems('handler', { act: 'move', move: 'approve', data: {} })).toEqual([
      'field.required',
      'field.required',
    ]);
    story.moves('handler', 'approve', LETTER);
    expect(story.row.answers).toMatchObject(LETTER);
    expect(story.problems('handler', { act: 'edit', answers: { ...ITEM, count: 9 } })).toEqual([
      'plan.fixed',
    ]);
  });

  test('shrinks to no less than was done under it, whether it is adjusted or edited', () => {
    const story = approved();
    byCase(story, 'do', { number: 'A-1' });
    byCase(story, 'do', { number: 'A-2' });
    const less = { count: 1, planned: '2026-05-01', why: '压减' };
    expect(story.problems('handler', { act: 'move', move: 'adjust', data: less })).toEqual([
      'plan.below-done',
    ]);
    expect(story.problems('handler', { act: 'retire', reason: '不要了' })).toEqual(['plan.done']);
    byCase(story, 'undo', { number: 'A-2' });
    story.moves('handler', 'adjust', less);
    expect(story.row.answers['versions']).toEqual([
      { on: '2026-03-02', was: '2个，2026-05-01', now: '1个，2026-05-01', why: '压减' },
    ]);
    const early = drafted();
    byCase(early, 'do', { number: 'B-1' });
    byCase(early, 'do', { number: 'B-2' });
    expect(early.problems('filer', { act: 'edit', answers: { ...ITEM, count: 1 } })).toEqual([
      'plan.below-done',
    ]);
  });

  test('is approved by its letter alone: its unit neither enters it as approved nor takes an approved one away', () => {
    const directly = (cast: 'filer' | 'handler', stage: string) =>
      new RowStory(annualPlan, '2026-01-10').problems(cast, {
        act: 'enter',
        answers: ITEM,
        stage,
        reason: '补录',
      });
    expect(['listed', 'approved', 'swapped'].map((stage) => directly('filer', stage))).toEqual([
      ['row.not-open'],
      ['row.not-open'],
      ['row.not-open'],
    ]);
    expect([directly('filer', 'sent'), directly('handler', 'approved')]).toEqual([[], []]);
    const into = { register: 'annual-plan', id: 'other', title: '' };
    for (const command of [
      { act: 'retire', reason: '不去了' },
      { act: 'merge', into, reason: '同一项' },
    ] as const) {
      expect(approved().problems('filer', command)).toEqual(['row.not-open']);
      expect(approved().problems('handler', command)).toEqual([]);
      expect(drafted().problems('filer', command)).toEqual([]);
    }
    const away = approved().does('handler', { act: 'retire', reason: '重复登记' });
    expect(away.problems('filer', { act: 'restore', reason: '还要去' })).toEqual(['row.not-open']);
    expect(away.problems('handler', { act: 'restore', reason: '还要去' })).toEqual([]);
  });

  test('stays in its year', () => {
    expect(
      approved().problems('handler', {
        act: 'move',
        move: 'adjust',
        data: { count: 2, planned: '2027-01-01', why: '推迟' },
      }),
    ).toEqual(['plan.other-year']);
  });

  test('is swapped for one of its own year', () => {
    const swap = {
      by: { id: 'other', title: '2027-商务-01' },
      why: '对方取消邀请',
      letter: '云外出计〔2026〕9号',
      letterOn: '2026-02-01',
    };
    const against = (planned: string) =>
      approved()
        .knowing({ [pickedFact('by')]: { count: 1, planned } })
        .problems('handler', { act: 'move', move: 'swap', data: swap });
    expect(against('2027-01-01')).toEqual(['plan.other-year']);
    expect(against('2026-12-01')).toEqual([]);
  });

  test('is done by those delegations that are back within the year', () => {
    const story = approved();
    expect(counted(story, 'out.plan')).toEqual(['2026-05-01 0', '2026-05-01 0']);
    byCase(story, 'do', { number: 'A-1', from: '2026-05-03', until: '2026-05-08' });
    expect(counted(story, 'out.plan')).toEqual(['2026-05-01 0', '2026-05-01 0']);
    byCase(story, 'do', { number: 'A-1', from: '2026-05-03', until: '2026-05-08', backOn: '2026-05-08' });
    expect(counted(story, 'out.plan')).toEqual(['2026-05-01 1', '2026-05-01 0']);
    byCase(story, 'do', { number: 'A-2', backOn: '2027-01-02' });
    expect(counted(story, 'out.plan')).toEqual(['2026-05-01 1', '2026-05-01 0']);
    expect(counted(story, 'out.planned')).toEqual(['2026-05-01 2']);
  });

  test('holds exactly the matters that name it, whatever they do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('do', 'undo'), fc.constantFrom('A', 'B', 'C', 'D')), {
          maxLength: 20,
        }),
        (acts) => {
          const story = approved();
          const naming = new Set<string>();
          for (const [move, number] of acts) {
            byCase(story, move, { number });
            if (move === 'do') naming.add(number);
            else naming.delete(number);
          }
          const held = (itemOf(story.row).matters ?? []).map(({ number }) => number);
          expect(held.toSorted()).toEqual([...naming].toSorted());
        },
      ),
    );
  });
});
