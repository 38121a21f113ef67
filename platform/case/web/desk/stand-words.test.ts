import { describe, expect, test } from 'vitest';
import { type ClockState, emptyState, type Seat } from '@zhitongche/case';
import { roleLabel } from '@zhitongche/access';
import type { OpenActShape } from '@zhitongche/contract';
import { actWords, clockWords, seatName, seatWords } from './stand-words.ts';

const clock: ClockState = {
  startedOn: '2026-11-02',
  days: 10,
  due: '2026-11-16',
  pauses: [],
  provisional: false,
  reminded: false,
  overdue: false,
};
const seat: Seat = {
  id: 's1',
  step: 'head',
  entry: 1,
  ready: true,
  role: 'division-head',
  status: 'open',
  trail: [],
};

describe('an honest clock', () => {
  test('names the day with its weekday and the promise behind it', () => {
    expect(clockWords(clock)).toEqual([
      '应于 2026年11月16日（周一） 前办完（10 个工作日，自 2026年11月2日（周一） 起算）',
    ]);
  });

  test('says since when it stands still instead of a date that no longer holds', () => {
    expect(clockWords({ ...clock, pauses: [{ from: '2026-11-04' }] })[0]).toBe(
      '自 2026年11月4日（周三） 起暂停计时，恢复后重新推算到期日',
    );
  });

  test('owns up to pauses, provisional calendars and lateness', () => {
    const words = clockWords({
      ...clock,
      pauses: [{ from: '2026-11-04', to: '2026-11-06' }],
      provisional: true,
      stoppedOn: '2026-11-20',
      late: true,
    });
    expect(words).toEqual([
      '2026年11月20日（周五） 停止计时，超过时限',
      '期间暂停过 1 次，暂停的工作日已顺延',
      '到期年度的放假安排尚未公布，日期为暂定',
    ]);
  });
});

describe('whoever sits in two seats at once', () => {
  const two: readonly Seat[] = [
    { ...seat, id: 's1', role: 'unit-affairs', org: 'u1' },
    { ...seat, id: 's2', role: 'unit-personnel', org: 'u1' },
  ];
  const agreeing = (id: string): OpenActShape => ({
    act: 'agree',
    kind: 'agree',
    label: '同意',
    en: 'Agree',
    seat: id,
    step: 'unit-opinions',
    opinion: 'required',
    form: null,
    faults: [],
    steps: [],
    primary: true,
    danger: false,
    behalf: null,
  });
  const told = (...ids: readonly string[]) => {
    const acts = ids.map(agreeing);
    const view = { acts, state: { ...emptyState, seats: [...two] }, orgs: { u1: '省商务厅' } };
    return acts.map((act) => actWords(view, act));
  };

  test('is told by each button for which it counts', () => {
    expect(told('s1', 's2')).toEqual([
      `同意（${roleLabel('unit-affairs')}）`,
      `同意（${roleLabel('unit-personnel')}）`,
    ]);
    expect(told('s1')).toEqual(['同意']);
  });

  test('is told the place where one post is held at two', () => {
    const acts = ['s1', 's2'].map(agreeing);
    const seats = [
      { ...seat, id: 's1', role: 'countersigner' as const, org: 'd1' },
      { ...seat, id: 's2', role: 'countersigner' as const, org: 'd2' },
    ];
    const view = { acts, state: { ...emptyState, seats }, orgs: { d1: '安全保密处', d2: '财务处' } };
    expect(acts.map((act) => actWords(view, act))).toEqual([
      '同意（安全保密处会签人）',
      '同意（财务处会签人）',
    ]);
  });

  test('is not told it of what one seat alone offers', () => {
    const acts = [agreeing('s1'), { ...agreeing('s2'), act: 'withdraw', label: '撤回' }];
    const view = { acts, state: { ...emptyState, seats: [...two] }, orgs: {} };
    expect(acts.map((act) => actWords(view, act))).toEqual(['同意', '撤回']);
  });
});

describe('a seat', () => {
  test('names the division that is asked: two countersigners are not told apart by their post', () => {
    const orgs = { d1: '安全保密处' };
    const countersigner: Seat = { ...seat, role: 'countersigner', org: 'd1' };
    expect(seatName(countersigner, orgs)).toBe('安全保密处会签人');
    const doer = { id: 'p1', name: '李明', org: 'd1' };
    expect(seatName({ ...countersigner, doer, status: 'done' }, orgs)).toBe('安全保密处李明');
  });

  test('is called by its post until somebody takes it, and keeps both names of a stand-in', () => {
    expect(seatName(seat)).toBe('处长');
    const doer = { id: 'p1', name: '李明', org: '出国处', behalf: { id: 'p2', name: '王芳' } };
    expect(seatName({ ...seat, doer, status: 'done', verdict: 'agree' })).toBe('李明（代王芳）');
    expect(
      seatName({ ...seat, person: { id: 'p3', name: '赵敏', org: '' }, where: 'before', addedBy: 's0' }),
    ).toBe('赵敏（前加签）');
  });

  test('that is no longer needed says so', () => {
    expect(seatWords({ ...seat, status: 'released' })).toBe('不再需要');
    expect(seatWords({ ...seat, ready: false })).toBe('等待前一位');
  });
});
