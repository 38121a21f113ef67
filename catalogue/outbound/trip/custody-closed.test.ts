import type { Answers } from '@zhitongche/form';
import { addDays, type Json } from '@zhitongche/base';
import { type Story, story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { worldOf } from '../../shared/testing/context.ts';
import { effectiveTrip } from './effective.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { approved, begun, handIn, HANDLER, rowsOf, throughUnit } from './testing/roads.ts';
import { outboundTripV1 } from './v1/index.ts';

const REPORT: Answers = {
  summary: '按计划完成任务。',
  followUp: '落实项目清单。',
  intents: 3,
  overspent: false,
  report: sampleUpload('report', '出访报告'),
};

/** A trip that is over: everything handed in, the report filed, judged and put away. */
const closed = (): Story => {
  const s = approved(begun());
  const { exitDate = '', entryDate = '', members = [] } = effectiveTrip(s.state);
  s.on(addDays(entryDate, 1))
    .act('filer', {
      act: 'register-return',
      data: {
        actualExit: exitDate,
        actualEntry: entryDate,
        actualPersons: members.length,
        deviation: false,
      },
    })
    .act('filer', { act: 'file-report', data: REPORT });
  return handIn(s)
    .act(HANDLER, { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } })
    .later(3);
};
const first = (s: Story): string => effectiveTrip(s.state).members?.[0]?.name ?? '';
const stillOut = (s: Story): Answers => ({
  documents: [{ holder: first(s), document: 'passport', state: 'out' }],
});
const states = (s: Story): readonly (Json | undefined)[] =>
  rowsOf('passport-custody', s).map(({ state }) => state);
const REASON = '清点发现该本并未交回，登记时误录。';
const asked = (s: Story = closed()): Story =>
  s.act('passport-officer', { act: 'amend', opinion: REASON, data: stillOut(s) });
const acts = (s: Story, who: Parameters<Story['open']>[0]) => s.open(who).map(({ act }) => act);

describe('护照交回登记 corrected after the case is closed', () => {
  test('nothing changes before a second person has agreed; then the register tells what is true', () => {
    const s = asked();
    expect(states(s)).toEqual(Array(6).fill('returned'));
    s.act('deputy-director', { act: 'endorse' });
    expect(states(s)).toEqual(['out', ...Array(5).fill('returned')]);
    expect(s.state.status).toBe('completed');
    expect(s.types.slice(-2)).toEqual(['decided', 'effect']);
  });

  test('whoever asks for it does not agree to it; another officer of the desk may', () => {
    const s = asked();
    expect(acts(s, 'passport-officer')).toEqual([]);
    expect(s.refused('passport-officer', { act: 'endorse' }).map(({ code }) => code)).toEqual([
      'act.not-open',
    ]);
    expect(acts(s, 'passport-officer#2')).toEqual(['endorse', 'overrule']);
  });

  test('it is asked with a reason, by the passport desk alone, one at a time', () => {
    const s = closed();
    expect(
      s.refused('passport-officer', { act: 'amend', data: stillOut(s) }).map(({ code, at }) => [code, ...at]),
    ).toEqual([['act.opinion-required', 'opinion']]);
    for (const who of ['filer', HANDLER, 'deputy-director'] as const) expect(acts(s, who)).toEqual([]);
    expect(acts(asked(s), 'passport-officer#2')).not.toContain('amend');
  });

  test('the form is held to its rules: a document of somebody else is refused', () => {
    const s = closed();
    const data = { documents: [{ holder: '旁人', document: 'passport', state: 'out' }] };
    expect(
      s.refused('passport-officer', { act: 'amend', opinion: REASON, data }).map(({ code }) => code),
    ).toEqual(['A-06']);
  });

  test('declined with a reason, everything stays as it was and may be asked anew', () => {
    const s = asked();
    expect(s.refused('deputy-director', { act: 'overrule' })).toHaveLength(1);
    s.act('deputy-director', { act: 'overrule', opinion: '该本在柜中，无需更正。' });
    expect(states(s)).toEqual(Array(6).fill('returned'));
    expect(acts(s, 'passport-officer')).toEqual(['amend']);
  });

  test('the second person is told that a correction waits', () => {
    const told = asked().events.flatMap(({ body }) =>
      body.type === 'effect' && body.effect.do === 'notify' && body.effect.text.includes('更正')
        ? [body.effect.to]
        : [],
    );
    expect(told).toContainEqual({ role: 'deputy-director', at: 'office' });
  });

  test('a trip that was refused sent nothing out: there is nothing to correct', () => {
    const s = throughUnit(begun()).act('window', { act: 'refuse', opinion: '不属于受理范围。' });
    expect(s.state.status).toBe('refused');
    expect(acts(s, 'passport-officer')).toEqual([]);
  });

  test('a case of version 1 is corrected in its own form', () => {
    const s = story(outboundTripV1, worldOf())
      .submit()
      .act('signer', { act: 'agree' })
      .act('window', { act: 'accept' })
      .act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    for (const who of ['countersigner@security', 'countersigner@finance', 'division-head@outbound'] as const)
      s.act(who, { act: 'agree' });
    s.act('deputy-director', { act: 'agree' }).issueAll();
    const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
    s.on(addDays(entryDate, 1))
      .act('filer', {
        act: 'register-return',
        data: { actualExit: exitDate, actualEntry: entryDate, actualPersons: 6, deviation: false },
      })
      .act('passport-officer', {
        act: 'return-passports',
        data: { returnedOn: s.today, count: 6, stampsChecked: true },
      })
      .act('filer', { act: 'file-report', data: REPORT })
      .act(HANDLER, { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } });
    const data = { returnedOn: entryDate, count: 6, stampsChecked: true };
    s.later(1)
      .act('passport-officer', { act: 'amend', opinion: '日期误录。', data })
      .act('deputy-director', { act: 'endorse' });
    expect(rowsOf('passport-custody', s).map(({ returnedOn }) => returnedOn)).toEqual(
      Array(6).fill(entryDate),
    );
  });
});
