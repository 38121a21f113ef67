import { story } from '@zhitongche/case/testing';
import { strandsOf } from '@zhitongche/case';
import { describe, expect, it, test } from 'vitest';
import { disclosureRequest } from './index.ts';
import { linesOf, reportYear } from './report.ts';

/** Working days of March and April 2026 were read off the calendar of the State Council: 清明 4 to 6 April, no weekend worked. */
const begun = () => story(disclosureRequest, { today: '2026-03-02' }).submit();
const received = (s: ReturnType<typeof begun>, on: string) =>
  s.act('window', { act: 'receive', data: { channel: 'registered', receivedOn: on } });
const head = 'division-head@general' as const;
const answer = (s: ReturnType<typeof begun>, outcome = 'granted') =>
  s.act(head, { act: 'answer', data: { outcome, text: '现将决算表发给你。' } });
const papers = ({ state }: ReturnType<typeof begun>) => state.papers.map(({ paper }) => paper);

test('twenty working days run from the day somebody signed for it, not from the day it was typed in', () => {
  // Signed for on Friday the 27th of February, registered on Monday. Saturday the 28th is worked: the 20th day is the 26th of March.
  const s = received(begun(), '2026-02-27').issueAll();
  expect(s.state.promise).toMatchObject({ startedOn: '2026-02-27', days: 20, due: '2026-03-26' });
  expect(papers(s)).toEqual(['acknowledgement']);
  s.act(head, { act: 'agree' });
  answer(s).act('deputy-director', { act: 'agree' }).issueAll();
  expect([s.state.status, papers(s).at(-1)]).toEqual(['completed', 'granted']);
});

test('a day of receipt that lies ahead is refused where it is typed', () => {
  const [problem] = begun().refused('window', {
    act: 'receive',
    data: { channel: 'net', receivedOn: '2026-03-03' },
  });
  expect(problem).toMatchObject({ code: 'D-10', at: ['data', 'receivedOn'] });
});

describe('an unclear request', () => {
  it('is told once what to make clear, and its days begin when that came back', () => {
    const s = received(begun(), '2026-03-02');
    s.on('2026-03-05').act(head, {
      act: 'correct',
      faults: [{ at: 'description', message: '请写明年度' }],
    });
    s.issueAll();
    expect(papers(s)).toContain('correction');
    s.on('2026-03-16').submit({ description: '2025年度因公出国（境）经费决算表。' });
    expect(s.state.step).toBe('receive');
    received(s, '2026-03-16');
    // Twenty working days after Monday the 16th of March, 清明 left out: Tuesday the 14th of April.
    expect(s.state.promise).toMatchObject({ startedOn: '2026-03-16', due: '2026-04-14' });
    expect(s.open(head).map(({ act }) => act)).not.toContain('correct');
  });

  it('that nobody goes on with is withdrawn by its applicant, and the register is told', () => {
    const s = received(begun(), '2026-03-02');
    s.act(head, { act: 'correct', faults: [{ at: 'what', message: '请写明' }] });
    s.act('visitor', { act: 'cancel', opinion: '不再需要' });
    expect(s.state.status).toBe('cancelled');
    const kept = s.events.flatMap(({ body }) =>
      body.type === 'effect' && body.effect.do === 'keep' ? [body.effect.keep] : [],
    );
    expect(kept).toEqual(['ledger', 'ledger']);
  });
});

test('the days stand still while third parties and other organs are asked, and go on with the last of them', () => {
  const s = received(begun(), '2026-03-02').act(head, { act: 'agree' });
  s.on('2026-03-04').act(head, {
    act: 'consult',
    data: {
      parties: [
        { kind: 'third', name: '某某进出口公司', about: '合同金额' },
        { kind: 'organ', name: '省财政厅', about: '批复文件' },
      ],
    },
  });
  expect(papers(s).filter((paper) => paper.startsWith('consultation'))).toHaveLength(2);
  const ids = strandsOf(s.state, 'party').map(({ id }) => id);
  expect(ids).toEqual(['1-1', '1-2']);
  s.on('2026-03-10').act(head, {
    act: 'objected',
    strands: ['1-1'],
    on: '2026-03-10',
    opinion: '涉及商业秘密',
  });
  expect(s.state.step).toBe('consult');
  s.on('2026-03-11').act(head, { act: 'agreed', strands: ['1-2'], on: '2026-03-11' });
  expect(s.state.step).toBe('handle');
  expect(s.notes()).toEqual(['某某进出口公司：不同意公开', '省财政厅：同意公开']);
  // Two of twenty days were used when the asking began on Wednesday the 4th; eighteen more after the 11th, 清明 left out: the 7th of April.
  expect(s.state.promise?.due).toBe('2026-04-07');
});

test('the term is extended once, by twenty working days on the day it would have ended, with a notice', () => {
  const s = received(begun(), '2026-03-02').act(head, { act: 'agree' });
  expect(s.state.promise?.due).toBe('2026-03-30');
  s.on('2026-03-27').act(head, { act: 'extend', data: { reason: '涉及档案较多' } });
  // Forty working days after Monday the 2nd of March, 清明 left out: Tuesday the 28th of April.
  expect(s.state.promise).toMatchObject({ days: 40, due: '2026-04-28' });
  expect(papers(s)).toContain('extension');
  expect(s.open(head).map(({ act }) => act)).not.toContain('extend');
});

test('what was overdue is not made good by an extension', () => {
  const s = received(begun(), '2026-03-02').act(head, { act: 'agree' });
  s.on('2026-04-01').act(head, { act: 'extend', data: { reason: '已经逾期' } });
  expect(s.state.promise).toMatchObject({ days: 20, due: '2026-03-30' });
});

test.each([
  ['public', 'public'],
  ['third-party', 'refused'],
  ['other-law', 'other-law'],
  ['not-ours', 'not-ours'],
  ['absent', 'absent'],
  ['repeated', 'repeated'],
  ['petition', 'no-request'],
])('%s becomes the paper %s', (outcome, paper) => {
  const s = received(begun(), '2026-03-02').act(head, { act: 'agree' });
  answer(s, outcome).act('deputy-director', { act: 'agree' }).issueAll();
  expect(papers(s).at(-1)).toBe(paper);
});

describe('the yearly table', () => {
  const row = (stage: string, receivedOn: string, answeredOn = '', outcome = 'granted') => ({
    stage,
    title: '',
    records: [],
    answers: { receivedOn, kind: 'person', ...(answeredOn === '' ? {} : { answeredOn, outcome }) },
  });

  it('balances: received and carried over = answered and carried on', () => {
    const rows = [
      row('answered', '2024-12-20', '2024-12-30'),
      row('answered', '2024-12-20', '2025-01-10'),
      row('open', '2024-12-30'),
      row('answered', '2025-06-02', '2025-06-20', 'petition'),
      row('answered', '2025-12-20', '2026-01-08'),
      row('withdrawn', '2025-07-01'),
      row('open', '2026-01-05'),
    ];
    const { fresh, carried, done, left } = linesOf(rows, 2025);
    expect([fresh.length, carried.length, done.length, left.length]).toEqual([2, 2, 2, 2]);
  });

  it('is of the year before until the end of March, when reports are due', () => {
    expect([reportYear('2026-01-20'), reportYear('2026-03-31'), reportYear('2026-04-01')]).toEqual([
      2025, 2025, 2026,
    ]);
  });
});
