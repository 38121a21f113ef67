import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { sampleCitizenId } from '../../shared/sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { built, textOf } from './testing/papers.ts';
import {
  accepted,
  asked,
  begun,
  CLEARED,
  countersigned,
  HANDLER,
  HEAD,
  membersOf,
  relativesOf,
  throughUnit,
} from './testing/roads.ts';

const FAULTS = [{ at: 'results', message: '预期成果请量化' }];

/** Sent back by the window, by the handler or by the head of division, through the desk that tells. */
const atWindow = (s: Story): Story => throughUnit(s).act('window', { act: 'correct', faults: FAULTS });
const told = (s: Story, who: typeof HANDLER | typeof HEAD): Story =>
  s.act(who, { act: 'found', faults: FAULTS }).act('window', { act: 'correct', faults: FAULTS });
const byHandler = (s: Story): Story => told(accepted(s), HANDLER);

const kept = (s: Story, over: Answers = {}): Story => s.submit({ ...s.state.answers, ...over });

const dearer = ({ state }: Story): Answers => ({
  fares: (Array.isArray(state.answers.fares) ? state.answers.fares : []).map((row) =>
    row instanceof Object ? { ...row, fare: '15000.00' } : row,
  ),
});
const renamed = (rows: readonly Json[], key: string, more: object): readonly Json[] => [
  ...rows.slice(0, -1),
  { ...(rows.at(-1) as object), [key]: '新来人', ...more },
];
/** The last traveller replaced by somebody nobody in the unit has heard of. */
const replaced = ({ state }: Story): Answers => ({
  members: renamed(membersOf(state.answers), 'name', {
    pinyin: 'XIN LAIREN',
    citizenId: sampleCitizenId('1985-03-07', 'M', 77),
    birthDate: '1985-03-07',
    sex: 'M',
  }),
  relatives: renamed(relativesOf(state.answers), 'traveller', {}),
});

describe('what a correction for the office changes of people, days, countries or money passes the unit again (先审后批, §4 step 5, R-23)', () => {
  test('a text mended goes back to the desk that asked', () => {
    expect(kept(atWindow(begun()), { results: '签署两份协议。' }).state.step).toBe('window');
    expect(kept(byHandler(begun()), { results: '签署两份协议。' }).state.step).toBe('handler');
  });

  test('other money: the finance department opines and the unit signs before the office has it back', () => {
    const s = byHandler(begun());
    kept(s, dearer(s));
    expect(s.state.step).toBe('again-finance');
    expect(s.refused('unit-finance', { act: 'agree' })[0]?.at).toEqual(['opinion']);
    s.act('unit-finance', { act: 'agree', opinion: '新票价已核。' });
    expect(s.state.step).toBe('again-sign');
    s.act('signer', { act: 'agree' });
    expect(s.state.step).toBe('handler');
  });

  test('where the money is signed off on a sealed form, other money asks for that form anew', () => {
    const scan = (name: string) => ({ budgetForm: sampleUpload(name, '审批意见表') });
    const sent = (): Story =>
      throughUnit(begun({ policies: { 'outbound-trip.unit-opinions': ['affairs'] } }), scan('first')).act(
        'window',
        { act: 'correct', faults: FAULTS },
      );
    const s = sent();
    const dear = { ...s.state.answers, ...dearer(s) };
    expect(s.refused('filer', { act: 'submit', answers: dear })).toMatchObject([
      { code: 'R-23', at: ['budgetForm'], message: expect.stringContaining('经费有变') },
    ]);
    expect(s.submit({ ...dear, ...scan('second') }).state.status).toBe('running');
    // What was mended costs nothing: the form that was sealed still says it.
    expect(kept(sent(), { results: '签署两份协议。' }).state.status).toBe('running');
  });

  test('another traveller is cleared and signed for, as at filing', () => {
    const s = atWindow(begun());
    kept(s, replaced(s));
    expect(s.state.step).toBe('again-personnel');
    s.act('unit-personnel', { act: 'filed', data: CLEARED });
    expect(s.state.records.personnel).toHaveLength(2);
    expect(s.state.step).toBe('again-sign');
    s.act('signer', { act: 'agree' });
    expect(s.state.step).toBe('window');
  });

  test('other days are signed for, by the supervising department of a second-level unit too (§1)', () => {
    const s = atWindow(begun({ underSuperior: true }));
    // The same trip a day later: the same money.
    s.later(1).submit();
    expect(s.state.step).toBe('again-sign');
    s.act('signer', { act: 'agree' });
    expect(s.state.step).toBe('again-superior');
    s.act('signer@superior', { act: 'agree' });
    expect(s.state.step).toBe('window');
  });

  test('the last word on the 审批意见表 is the one spoken on the figures that go up', () => {
    const s = told(countersigned(begun()), HEAD);
    kept(s.later(1), dearer(s));
    s.act('unit-finance', { act: 'agree', opinion: '新票价已核，在预算内。' }).act('signer', {
      act: 'agree',
    });
    // Who examined the old figures examines the new ones, and the form goes with them.
    expect(s.state.step).toBe('handler');
    s.issueAll().act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    expect(asked(s).filter((paper) => paper === 'funding-opinion')).toHaveLength(2);
    expect(textOf(built(s, 'funding-opinion'))).toContain('新票价已核，在预算内。');
  });

  test('who in the unit does not agree sends it back, and nobody who was to speak is passed over afterwards', () => {
    const s = byHandler(begun());
    kept(s, { ...dearer(s), ...replaced(s) });
    s.act('unit-finance', {
      act: 'disagree',
      opinion: '超预算。',
      faults: [{ at: 'fares', message: '超支' }],
    });
    expect(s.state.status).toBe('correcting');
    // Only the text is touched this time: money and people of the round before still await their word.
    kept(s, { results: '签署两份协议。' });
    expect(s.state.step).toBe('again-finance');
    s.act('unit-finance', { act: 'agree', opinion: '同意。' });
    expect(s.state.step).toBe('again-personnel');
    s.act('unit-personnel', { act: 'filed', data: CLEARED }).act('signer', { act: 'agree' });
    expect(s.state.step).toBe('handler');
  });

  test('taking the resubmission back does not open a way around the unit', () => {
    const s = byHandler(begun());
    kept(s, dearer(s)).act('filer', { act: 'withdraw' });
    kept(s);
    expect(s.state.step).toBe('again-finance');
    const own = throughUnit(begun(), {}, 'unit-sign').act('signer', { act: 'correct', faults: FAULTS });
    kept(kept(own).act('filer', { act: 'withdraw' }));
    expect(own.state.step).toBe('unit-opinions');
  });

  test('the office’s promise stands still while the unit looks again', () => {
    const s = byHandler(begun());
    kept(s.later(1), dearer(s));
    expect(s.state.promise?.pauses.at(-1)).not.toHaveProperty('to');
  });
});
