import { type Story, story } from '@zhitongche/case/testing';
import { describe, expect, it, test } from 'vitest';
import { disclosureRequest, disclosures } from './index.ts';
import { OUTCOMES } from './outcomes.ts';
import { linesOf } from './report.ts';

/** Spring Festival 2026: off from Sunday 15 to Monday 23 February; Saturdays 14 and 28 February are worked. 清明: 4 to 6 April. */
const head = 'division-head@general' as const;
const handled = (): Story =>
  story(disclosureRequest, { today: '2026-02-10' })
    .submit()
    .act('window', { act: 'receive', data: { channel: 'net', receivedOn: '2026-02-10' } })
    .act(head, { act: 'agree' });

test('twenty working days from Tuesday 10 February end on Monday 16 March', () => {
  // 11, 12, 13, 14 (4); 24 to 28 (9); 2 to 6 March (14); 9 to 13 (19); 16 (20).
  expect(handled().state.promise).toMatchObject({ days: 20, due: '2026-03-16' });
});

test('twenty more end on Tuesday 14 April', () => {
  const s = handled();
  s.on('2026-03-13').act(head, { act: 'extend', data: { reason: '涉及档案较多' } });
  // 17 to 20 March (24), 23 to 27 (29), 30 March to 3 April (34), 7 to 10 (38), 13, 14 (40).
  expect(s.state.promise).toMatchObject({ days: 40, due: '2026-04-14' });
});

test('a question asked before the festival and answered after it stops the days between', () => {
  const s = handled();
  s.on('2026-02-12').act(head, {
    act: 'consult',
    data: { parties: [{ kind: 'third', name: '某某公司', about: '合同金额' }] },
  });
  s.on('2026-02-24').act(head, { act: 'agreed', strands: ['1-1'], on: '2026-02-24' });
  // Used: 11 and 12. Eighteen after the 24th: 25 to 28 (4), 2 to 6 March (9), 9 to 13 (14), 16 to 19 (18).
  expect(s.state.promise?.due).toBe('2026-03-19');
});

// Article 36, one to seven.
test.each([
  ['public', '第三十六条第一项'],
  ['granted', '第三十六条第二项'],
  ['absent', '第三十六条第四项'],
  ['not-ours', '第三十六条第五项'],
  ['repeated', '第三十六条第六项'],
  ['other-law', '第三十六条第七项'],
  ['partial', '第三十七条'],
] as const)('%s rests on %s', (outcome, article) => {
  expect(OUTCOMES[outcome].article).toBe(article);
});

describe('the yearly table from one year to the next', () => {
  const row = (stage: string, receivedOn: string, answeredOn = '') => ({
    stage,
    title: '',
    records: [],
    answers: { receivedOn, kind: 'person', outcome: 'other', ...(answeredOn === '' ? {} : { answeredOn }) },
  });

  it('carries over what the year before carried on, also what was withdrawn since', () => {
    // At the end of 2025 two are open; one is answered in January, the other withdrawn in February.
    const before = [row('open', '2025-12-20'), row('open', '2025-12-22')];
    const after = [
      row('answered', '2025-12-20', '2026-01-10'),
      row('withdrawn', '2025-12-22', '2026-02-03'),
      row('withdrawn', '2026-05-04', '2026-05-06'),
    ];
    expect(linesOf(before, 2025).left).toHaveLength(2);
    const { fresh, carried, done, left } = linesOf(after, 2026);
    expect([fresh.length, carried.length, done.length, left.length]).toEqual([1, 2, 3, 0]);
  });

  it('a request withdrawn ends as 其他处理：其他 on the day it was', () => {
    const move = disclosures.stages?.moves.find(({ key }) => key === 'withdraw');
    const sets = move?.sets?.({} as never, {}, { today: '2026-02-03' } as never);
    expect(sets).toEqual({ outcome: 'other', answeredOn: '2026-02-03' });
  });
});
