import { describe, expect, test } from 'vitest';
import type { OpenActShape } from '@zhitongche/contract';
import {
  NO_INPUT,
  arrangeActs,
  frontActs,
  commandOf,
  missingFor,
  needsOf,
  worksOffline,
} from './act-needs.ts';

const act = (kind: string, more: Partial<OpenActShape> = {}): OpenActShape => ({
  act: kind,
  kind,
  label: kind,
  en: kind,
  step: 'head',
  seat: 'head#1',
  opinion: 'optional',
  form: null,
  faults: [],
  steps: [],
  primary: false,
  danger: false,
  behalf: null,
  ...more,
});

describe('an act asks only for what it needs', () => {
  test.each([
    [act('agree'), ['opinion']],
    [act('withdraw', { opinion: 'none' }), []],
    [act('return', { steps: [{ step: 'sign', title: '签批' }] }), ['step', 'opinion']],
    [act('correct'), ['faults', 'opinion']],
    [act('transfer'), ['persons', 'opinion']],
    [act('copy', { opinion: 'none' }), ['persons']],
    [act('report', { opinion: 'none' }), ['reply']],
    [act('advance', { form: 'return-report', opinion: 'none' }), ['form']],
    [act('retry', { opinion: 'none' }), ['paper']],
  ])('%o', (open, needs) => {
    expect(needsOf(open)).toEqual(needs);
  });

  test('says everything that is missing at once', () => {
    const open = act('correct', { opinion: 'required' });
    const missing = missingFor(open, {
      ...NO_INPUT,
      faults: [
        { at: 'members', message: ' ' },
        { at: '', message: '缺邀请函' },
      ],
    });
    expect(missing.map((m) => m.need)).toEqual(['faults', 'opinion']);
    expect(missingFor(act('report', { opinion: 'none' }), NO_INPUT)).toHaveLength(4);
  });

  test('sends only what belongs to the act, even when more was filled in for another', () => {
    const input = { ...NO_INPUT, opinion: ' 同意 ', step: 'sign', persons: [{ id: 'p1', name: '李' }] };
    expect(commandOf(act('agree'), input)).toEqual({ act: 'agree', seat: 'head#1', opinion: '同意' });
    expect(commandOf(act('withdraw', { opinion: 'none', seat: null }), input)).toEqual({ act: 'withdraw' });
  });

  test('a retry carries how characters no font has are written, and no other act does', () => {
    const input = { ...NO_INPUT, paper: 'approval', spelling: { 𫍰: '言胥' } };
    expect(commandOf(act('retry', { opinion: 'none' }), input)).toMatchObject({
      paper: 'approval',
      spelling: { 𫍰: '言胥' },
    });
    expect(commandOf(act('agree'), input)).not.toHaveProperty('spelling');
  });

  test('dangerous acts stand apart, even a likely one', () => {
    const acts = [
      act('agree', { primary: true }),
      act('transfer'),
      act('refuse', { danger: true, primary: true }),
    ];
    const { primary, others, danger } = arrangeActs(acts);
    expect([primary, others, danger].map((g) => g.map((a) => a.act))).toEqual([
      ['agree'],
      ['transfer'],
      ['refuse'],
    ]);
  });

  test('offline one can agree, refuse, return and name faults, but not pick people or fill in forms', () => {
    const offline = ['agree', 'refuse', 'return', 'correct', 'transfer', 'report'].filter((kind) =>
      worksOffline(act(kind)),
    );
    expect(offline).toEqual(['agree', 'refuse', 'return', 'correct']);
  });
});

describe('of many acts, one or two stand in front', () => {
  const acts = [
    act('agree', { primary: true }),
    act('advance', { primary: true }),
    act('correct'),
    act('return'),
    act('transfer'),
    act('entrust'),
    act('suspend'),
    act('refuse', { danger: true }),
  ];
  const kinds = (list: readonly OpenActShape[]) => list.map(({ kind }) => kind);

  test('the likely one and the correction; all others wait behind one button, grave ones last', () => {
    const { front, behind } = frontActs(acts, false);
    expect(kinds(front)).toEqual(['agree', 'correct']);
    expect(kinds(behind)).toEqual(['advance', 'return', 'transfer', 'entrust', 'suspend', 'refuse']);
  });

  test('with faults noted the correction comes first', () => {
    expect(kinds(frontActs(acts, true).front)).toEqual(['correct', 'agree']);
  });

  test('a few acts need no second button; a grave one is never in front', () => {
    expect(kinds(frontActs(acts.slice(0, 2), false).front)).toEqual(['agree', 'advance']);
    const { front, behind } = frontActs([act('transfer'), act('refuse', { danger: true })], false);
    expect([kinds(front), kinds(behind)]).toEqual([['transfer'], ['refuse']]);
  });

  test('where the case waits for nothing of this person nothing is likely, and what no seat offers stands behind', () => {
    const refund = act('refund', { seat: null, opinion: 'required', form: 'money-refund' });
    const { front, behind, likely } = frontActs([refund, act('withdraw')], false);
    expect([kinds(front), kinds(behind), likely]).toEqual([['withdraw'], ['refund'], undefined]);
    expect(frontActs([refund], false)).toEqual({ front: [], behind: [refund], likely: undefined });
  });

  test('sending back is likely once faults are noted, and not before', () => {
    const only = [act('correct'), act('transfer')];
    expect(frontActs(only, false).likely).toBeUndefined();
    expect(frontActs(only, true).likely?.kind).toBe('correct');
  });
});
