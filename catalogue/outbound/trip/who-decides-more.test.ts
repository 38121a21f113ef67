import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { issuer } from './papers/parts.ts';
import { sampleStanding } from './sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { approved, begun, handIn, HANDLER, HEAD, inCity, membersOf, throughUnit } from './testing/roads.ts';

/** The people of a trip with the first of them a head of a bureau, whom the director signs for and the province approves. */
const raised = (answers: Answers): Answers => ({
  members: membersOf(answers).map((member, i) =>
    i === 0 && member instanceof Object ? { ...member, ...sampleStanding('bureau') } : member,
  ),
});

const changed = (s: Story): Story => {
  const { members, relatives, clearancePapers } = { ...s.state.answers, ...raised(s.state.answers) };
  const data: Answers = {
    parts: ['members'],
    reason: '改由局长带队',
    ...(members === undefined ? {} : { members }),
    ...(relatives === undefined ? {} : { relatives }),
    ...(clearancePapers === undefined ? {} : { clearancePapers }),
  };
  s.act('filer', { act: 'ask-change', data });
  return s.act('signer', { act: 'agree' });
};

describe('a change does not get round whoever approves such a trip', () => {
  test('a higher rank brought in goes up to whoever signs for it, and above the office', () => {
    const s = changed(approved(begun()));
    expect(s.notes().join()).toMatch(/由上级机关审定/);
    s.act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' });
    expect(s.state.step).toBe('change-director');
    s.act('director', { act: 'agree' });
    expect(s.state).toMatchObject({ step: 'change-up', status: 'outside' });
  });

  test('what the city may not decide goes on to the province, whose seal the paper then carries', () => {
    const s = throughUnit(inCity({ policies: { 'outbound-trip.city-delegated': true } }));
    s.act('city-reviewer', { act: 'accept' }).act('city-leader', { act: 'agree' }).issueAll();
    expect(issuer instanceof Function && issuer(s.state)).toBe('city');
    changed(s).act('city-reviewer', { act: 'agree' });
    expect(s.state.step).toBe('change-review');
    s.act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' });
    expect(issuer instanceof Function && issuer(s.state)).toBe('office');
  });

  const byProvince = (): Story => {
    const s = throughUnit(inCity({ policies: { 'outbound-trip.city-delegated': true } }));
    s.act('city-reviewer', { act: 'accept' }).act('city-leader', { act: 'agree' }).issueAll();
    changed(s).act('city-reviewer', { act: 'agree' });
    s.act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' });
    return s.state.step === 'change-deputy' ? s.act('deputy-director', { act: 'agree' }) : s;
  };
  const agreedAbove = (): Story =>
    byProvince()
      .act('director', { act: 'agree' })
      .act(HANDLER, {
        act: 'report',
        reply: {
          result: 'approved',
          number: '某政函〔2026〕9号',
          date: '2026-03-02',
          authority: '某某省人民政府',
        },
      })
      .issueAll();
  const returned = (s: Story): Story => {
    const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
    return s.on(addDays(entryDate, 1)).act('filer', {
      act: 'register-return',
      data: { actualExit: exitDate, actualEntry: entryDate, actualPersons: 6, deviation: false },
    });
  };
  const reported = (s: Story): Story => {
    const report = sampleUpload('report', '出访报告');
    const data = { summary: '完成任务。', followUp: '落实清单。', intents: 1, overspent: false, report };
    return handIn(s.act('filer', { act: 'file-report', data }));
  };

  test('a trip of the city that the province has decided a change of is judged by the province', () => {
    const s = returned(agreedAbove());
    expect(s.open(HANDLER).map(({ kind }) => kind)).toEqual(['urge']);
    expect(s.open('city-reviewer')).toEqual([]);
    expect(reported(s).state.step).toBe('evaluation');
  });

  test('and what is asked of it after that is the province’s to decide', () => {
    const s = agreedAbove().later(1);
    s.act('filer', {
      act: 'ask-change',
      data: { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' },
    });
    s.act('signer', { act: 'agree' }).act('city-reviewer', { act: 'agree' });
    expect(s.state.step).toBe('change-review');
  });

  test('a change the province declined leaves the trip the city’s', () => {
    const s = byProvince().act('director', { act: 'decline', opinion: '不宜变更。' });
    expect(s.state.step).toBe('abroad');
    expect(issuer instanceof Function && issuer(s.state)).toBe('city');
    expect(reported(returned(s)).state.step).toBe('city-evaluation');
  });
});
