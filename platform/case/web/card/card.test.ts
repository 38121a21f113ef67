import { emptyState } from '@zhitongche/case';
import type { CaseView, TimelineEntry } from '@zhitongche/contract';
import { describe, expect, test } from 'vitest';
import { toy } from '../../model/testing/toy-service.ts';
import { exceptionsHead, rulesSaid } from './exceptions.ts';
import { opinionsHead, opinionsOf } from './opinions.ts';

const problem = (code: string, level: 'block' | 'warn' | 'info', message: string) => ({
  code,
  level,
  at: [],
  message,
  en: message,
});
const view = (more: Partial<CaseView['state']>, problems: CaseView['problems'] = []) =>
  ({ state: { ...emptyState, status: 'running', step: 'review', round: 1, ...more }, problems }) as CaseView;

describe('exceptions of a card', () => {
  const explained = { explanations: { 'R-2': '须到场签约' } };
  const problems = [
    problem('R-1', 'info', '可提前申报'),
    problem('R-2', 'warn', '两名领导同团'),
    problem('R-3', 'block', '超过天数'),
  ];

  test('come with what was said for them, the grave ones first; hints are no exceptions', () => {
    const said = rulesSaid(view(explained, problems), toy);
    expect(said?.exceptions.map(({ what, reason }) => [what, reason])).toEqual([
      ['超过天数', undefined],
      ['两名领导同团', '须到场签约'],
    ]);
    expect(said?.hints).toEqual(['可提前申报']);
    expect(said?.kept).toBe(toy.checks.length);
  });

  test('the head says how many there are and whether the unit said why', () => {
    const said = (codes: readonly string[]) =>
      rulesSaid(
        view(
          explained,
          problems.filter(({ code }) => codes.includes(code)),
        ),
        toy,
      )?.exceptions ?? [];
    expect(exceptionsHead(said([]))).toBe('0 处例外');
    expect(exceptionsHead(said(['R-2']))).toBe('1 处例外，单位已说明理由');
    expect(exceptionsHead(said(['R-2', 'R-3']))).toBe('2 处例外，1 处没有说明');
    expect(exceptionsHead(said(['R-3']))).toBe('1 处例外，单位没有说明');
  });

  test('once the filing is decided its rules have had their say', () => {
    const path = [{ step: 'issuing', at: '2026-03-02T01:00:00.000Z' }];
    expect(rulesSaid(view({ path }), toy)).toBeNull();
  });
});

describe('opinions', () => {
  const entry = (seq: number, who: string, body: object): TimelineEntry =>
    ({
      seq,
      at: `2026-03-0${seq}T01:00:00.000Z`,
      doer: { id: who, name: who, org: 'outbound' },
      body,
      text: '',
      digest: '',
    }) as TimelineEntry;
  const decided = (step: string, kind: string, opinion?: string) => ({
    type: 'decided',
    step,
    seat: 's',
    act: kind,
    kind,
    label: kind === 'agree' ? '同意' : '退回补正',
    ...(opinion === undefined ? {} : { opinion }),
  });
  const orgs = { outbound: '出国管理处' };

  test('name division, step and words, the newest first; an agreement without words says so', () => {
    const timeline = [
      entry(1, '钱', decided('review', 'agree', '材料齐全。')),
      entry(2, '贺', decided('head', 'agree')),
    ];
    const all = opinionsOf({ timeline, orgs }, toy);
    expect(all.map(({ name, org, step, verb, words }) => [name, org, step, verb, words])).toEqual([
      ['贺', '出国管理处', '处长签发', '同意', ''],
      ['钱', '出国管理处', '审核', '同意', '材料齐全。'],
    ]);
    expect(opinionsHead(all)).toBe('2 条，没有不同意见');
  });

  test('what was taken back is no opinion, and what was sent back is counted as such', () => {
    const timeline = [
      entry(1, '钱', decided('review', 'correct', '缺件')),
      entry(2, '贺', decided('head', 'agree', '同意。')),
      entry(3, '贺', { type: 'withdrawn', from: 'head', to: 'head', by: 'decider' }),
    ];
    const all = opinionsOf({ timeline, orgs }, toy);
    expect(all.map(({ words }) => words)).toEqual(['缺件']);
    expect(opinionsHead(all)).toBe('1 条，其中 1 条退回或不同意');
  });
});
