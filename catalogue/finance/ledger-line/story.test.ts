import { describe, expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { PROJECTS } from '../../shared/demo/projects.ts';
import { ledgerLines } from './index.ts';
import { ledgerMeasures } from './measures.ts';
import { stages } from './stages.ts';

const PAID = {
  day: '2026-03-01',
  voucher: 'ZF-1',
  amount: '1200.00',
  summary: '翻译费',
  payee: '某译联公司',
};
const PLACED = {
  fund: 'general',
  function: '2010302',
  economic: '30227',
  project: PROJECTS.network,
} as const;

const entered = (more: object = {}): RowStory =>
  new RowStory(ledgerLines).does('finance-officer', { act: 'enter', answers: { ...PAID, ...more } });
const refused = (more: object) =>
  new RowStory(ledgerLines).problems('finance-officer', {
    act: 'enter',
    answers: { ...PAID, ...more },
  });
const counted = ({ row }: RowStory, code: string) =>
  ledgerMeasures.measures.find((one) => one.code === code)?.lines({ row, timers: [] });

describe('a payment', () => {
  test('that says where it belongs counts at once, another waits until somebody says it', () => {
    expect(entered({ ...PLACED, sort: 'project' }).row.stage).toBe('booked');
    const story = entered();
    expect(story.row.stage).toBe('queue');
    expect(counted(story, 'ledger.total')).toEqual([]);
    expect(
      story.problems('finance-officer', { act: 'move', move: 'place', data: { economic: '30227' } }),
    ).toEqual(['ledger.unplaced']);
    story.moves('finance-officer', 'place', PLACED);
    expect(story.row).toMatchObject({ stage: 'booked', answers: { ...PLACED, sort: 'project' } });
    expect(counted(story, 'ledger.total')).toEqual([{ day: '2026-03-01', n: '1200.00' }]);
    expect(counted(story, 'ledger.projects')).toHaveLength(1);
  });

  test('placed anew as basic loses its project, with what was decided before in its story', () => {
    const story = entered(PLACED).moves('finance-officer', 'place-anew', { sort: 'basic' });
    expect(story.row.answers['project']).toBeUndefined();
    expect(story.row.records).toHaveLength(1);
  });

  test('remembered places the next ones of that payee as it was decided', () => {
    const story = entered().moves('finance-officer', 'place', { ...PLACED, remember: true });
    const [place] = stages.moves;
    expect(place?.brings?.rows(story.row, { remember: true })).toEqual([
      { payee: '某译联公司', sort: 'project', ...PLACED },
    ]);
    expect(place?.brings?.rows(story.row, { remember: false })).toEqual([]);
    const next = { ...PAID, voucher: 'ZF-2', amount: '900.00' };
    const known = { payee: '某译联公司', sort: 'project', ...PLACED };
    expect(ledgerLines.imported?.read(next, known)).toMatchObject(PLACED);
    // What the sheet says itself goes first.
    expect(ledgerLines.imported?.read({ ...next, economic: '30203' }, known)).toMatchObject({
      economic: '30203',
    });
    expect(ledgerLines.imported?.decided(story.row)).toContain('economic');
    expect(ledgerLines.imported?.decided(entered(PLACED).row)).toEqual([]);
  });

  test('left out says why, counts no more, and is taken back into the queue', () => {
    const story = entered(PLACED).moves('finance-officer', 'leave-out', {
      why: 'settled',
      which: '结算-YZ-1',
    });
    expect([story.row.stage, counted(story, 'ledger.total'), ledgerLines.spending?.of(story.row)]).toEqual([
      'left-out',
      [],
      null,
    ]);
    expect(story.moves('finance-officer', 'take-back').row.stage).toBe('queue');
  });

  test('of another year, of tomorrow, of nothing, under a wrong code, or basic with a project is refused', () => {
    expect(refused({ day: '2025-12-31' })).toEqual(['Z-02']);
    expect(refused({ day: '2026-03-03' })).toEqual(['Z-03']);
    expect(refused({ amount: '0.00' })).toEqual(['Z-04']);
    expect(
      refused({ project: `${PROJECTS.network.slice(0, 20)}${PROJECTS.network.endsWith('0') ? '1' : '0'}` }),
    ).toEqual(['Z-01']);
    expect(refused({ ...PLACED, sort: 'basic' })).toEqual(['Z-05']);
    // In January the year before is still open.
    expect(
      new RowStory(ledgerLines, '2026-01-20').problems('finance-officer', {
        act: 'enter',
        answers: { ...PAID, day: '2025-12-31' },
      }),
    ).toEqual([]);
  });

  test('that came back counts against what was paid', () => {
    const story = entered({ ...PLACED, economic: '30217', amount: '-300.00' });
    expect(counted(story, 'recv.expense')).toEqual([{ day: '2026-03-01', n: '-300.00' }]);
    expect(counted(story, 'out.expense')).toEqual([]);
  });
});
