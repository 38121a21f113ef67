import type { Actor } from '@zhitongche/access';
import { describe, expect, it } from 'vitest';
import { accepted } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';
import { personOf, story } from './testing.ts';

/** A colleague of whoever filed, who files for the unit too and holds posts that decide. */
const both: Actor = {
  id: 'both',
  name: '兼职人员',
  org: 'unit',
  grants: [
    { role: 'filer', org: 'unit' },
    { role: 'window', org: 'office' },
    { role: 'handler', org: 'division-outbound' },
  ],
  standsInFor: [],
};
/** Somebody without posts who stands in for the colleague. */
const deputy: Actor = { id: 'deputy', name: '代办人', org: 'unit', grants: [], standsInFor: [both] };

const acts = (open: readonly { readonly act: string; readonly seat: string | null }[]) =>
  open.filter(({ seat }) => seat !== null).map(({ act }) => act);

/** Approved, and a change of it asked for by the colleague. */
const changeAsked = () => {
  const s = story(toy).submit({ size: 'small' });
  s.act('window', { act: 'agree' })
    .act('handler@outbound', { act: 'agree' })
    .act('division-head@outbound', { act: 'agree' })
    .issueAll();
  return s.act(both, { act: 'change', opinion: '改期' });
};

describe('nobody decides on what they themselves asked for', () => {
  it('who asks for a change of an approved case in a colleague’s place does not decide on it', () => {
    const s = changeAsked();
    expect(s.state.step).toBe('review');
    expect(acts(s.open(both))).not.toContain('agree');
    expect(s.refused(both, { act: 'agree' })[0]?.code).toBe('act.not-open');
    expect(acts(s.open(deputy))).not.toContain('agree');
    expect(acts(s.open('handler@outbound'))).toContain('agree');
  });

  it('nor is the seat passed on to whoever asked', () => {
    const s = changeAsked();
    const seat = s.open('handler@outbound').find(({ act }) => act === 'transfer')?.seat ?? '';
    const persons = [{ ...personOf('filer'), id: both.id }];
    expect(s.refused('handler@outbound', { act: 'transfer', seat, persons })[0]?.code).toBe(
      'act.persons-applicant',
    );
  });

  it('who corrects a colleague’s filing and hands it in again does not decide on it', () => {
    const s = accepted();
    s.act('handler@outbound', { act: 'correct', faults: [{ at: 'title', message: '请核对' }] });
    s.act(both, { act: 'submit', answers: s.answers() });
    expect(s.state.step).toBe('review');
    expect(acts(s.open(both))).not.toContain('agree');
    expect(acts(s.open('handler@outbound'))).toContain('agree');
  });

  it('what a colleague filed alone is still decided by whoever also files for the unit', () => {
    expect(acts(accepted().open(both))).toContain('agree');
  });
});
