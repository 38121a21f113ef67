import type { Answers } from '@zhitongche/form';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { issuer } from './papers/parts.ts';
import { sampleStanding } from './sample-people.ts';
import { approved, begun, HANDLER, HEAD, inCity, membersOf, throughUnit } from './testing/roads.ts';

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
});
