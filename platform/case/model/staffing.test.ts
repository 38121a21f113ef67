import { describe, expect, it } from 'vitest';
import type { Grant } from '@zhitongche/access';
import { foreseeSeats } from './foresee.ts';
import { type Staff, troublesOf } from './staffing.ts';
import { personOf, sampleSetting, story } from './testing.ts';
import { accepted, atPanel, PANEL } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

const person = (id: string, grants: readonly Grant[], more: Partial<Staff> = {}): Staff => ({
  id,
  name: id,
  org: 'office',
  grants,
  standsInFor: [],
  away: null,
  ...more,
});
const at = (role: Grant['role'], org: string): Grant => ({ role, org });
const CLERK = person('陈', [at('filer', 'unit')], { org: 'unit' });
const HEAD = person('处', [at('division-head', 'division-outbound')]);
const gone: Staff = { ...HEAD, away: '2026-03-20' };
/** An office in which every seat has its own holder. */
const full: readonly Staff[] = [
  CLERK,
  person('窗', [at('window', 'office')]),
  person('经', [at('handler', 'division-outbound')]),
  person('安', [at('countersigner', 'division-security')]),
  person('财', [at('countersigner', 'division-finance')]),
  person('礼', [at('countersigner', 'division-protocol')]),
  HEAD,
];
const but = (id: string, put?: Staff): readonly Staff[] =>
  full.flatMap((one) => (one.id === id ? (put ? [put] : []) : [one]));
const foreseen = (staff: readonly Staff[]) =>
  foreseeSeats(toy, 'unit', { ...sampleSetting(toy), staff }).map(
    ({ step, kind, role, persons }) => `${step} ${kind} ${role} ${persons.map(({ id }) => id).join()}`,
  );

describe('an administrator sees before it happens', () => {
  it('nothing, where every seat has somebody of its own', () => {
    expect(foreseen(full)).toEqual([]);
  });
  it('where a seat would be empty', () => {
    expect(foreseen(but('经'))).toEqual(expect.arrayContaining(['review empty handler ']));
  });
  it('where only the applicant himself could decide', () => {
    const both = person('陈', [at('filer', 'unit'), at('window', 'office')], { org: 'unit' });
    expect(foreseen(but('窗').map((one) => (one.id === '陈' ? both : one)))).toEqual([
      'accept own window 陈',
      // The window also tries a failed paper again.
      'issuing own window 陈',
    ]);
  });
  it('but not where a colleague could decide on what he filed', () => {
    const both = person('陈', [at('filer', 'unit'), at('window', 'office')], { org: 'unit' });
    expect(foreseen(full.map((one) => (one.id === '陈' ? both : one)))).toEqual([]);
  });
  it('where one person would sign twice in one panel', () => {
    const two = person('安', [
      at('countersigner', 'division-security'),
      at('countersigner', 'division-finance'),
    ]);
    expect(foreseen(but('财').map((one) => (one.id === '安' ? two : one)))).toEqual([
      'panel twice countersigner 安',
    ]);
  });
  it('where one person would examine and decide', () => {
    const two = person('处', [at('handler', 'division-outbound'), at('division-head', 'division-outbound')]);
    expect(foreseen(but('经').map((one) => (one.id === '处' ? two : one)))).toEqual([
      'head twice division-head 处',
    ]);
  });
  it('where everybody is away and nobody stands in', () => {
    expect(foreseen(but('处', gone))).toEqual(['head away division-head 处']);
    const deputy = person('副', [], { standsInFor: [HEAD] });
    expect(foreseen([...but('处', gone), deputy])).toEqual([]);
  });
  it('where the stand-in is the applicant', () => {
    const clerk = { ...CLERK, standsInFor: [HEAD] };
    const staff = but('处', gone).map((one) => (one.id === '陈' ? clerk : one));
    expect(foreseen(staff)).toEqual(['head away division-head 处']);
  });
  it('where a division a flow asks for was never set up', () => {
    const setting = sampleSetting(toy);
    const without = { ...setting.tree, division: () => undefined };
    const found = foreseeSeats(toy, 'unit', { ...setting, tree: without, staff: full });
    expect(found.filter(({ step }) => step === 'review')).toMatchObject([{ kind: 'empty', org: null }]);
  });
});

describe('a case that meets it shows what to do', () => {
  const met = (s: ReturnType<typeof accepted>, staff: readonly Staff[]) =>
    troublesOf(toy, s.state, { ...s.setting, staff });
  it('says nothing while somebody can take the seat', () => {
    const staff = full.map((one) => (one.id === '陈' ? { ...one, id: 'filer' } : one));
    expect(met(accepted(), staff)).toEqual([]);
  });
  it('names the empty seat, and whom to ask', () => {
    const [only, ...more] = met(accepted(), but('经'));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'empty', step: 'review', role: 'handler' });
    expect(only?.message).toBe('“审核”无人可办：outbound处没有在用的经办人。');
    expect(only?.todo).toContain('安全管理员');
  });
  it('says that nobody decides on what he filed himself', () => {
    const own = person('filer', [at('filer', 'unit'), at('handler', 'division-outbound')]);
    expect(met(accepted(), but('经', own))).toMatchObject([{ kind: 'own', persons: [{ id: 'filer' }] }]);
  });
  it('says that whoever has signed in a panel does not sign again', () => {
    const s = atPanel().act(PANEL[0], { act: 'agree' });
    const one = person(PANEL[0], [
      at('countersigner', 'division-security'),
      at('countersigner', 'division-finance'),
    ]);
    const staff = full.filter(({ id }) => id !== '财' && id !== '安');
    expect(met(s, [...staff, one])).toMatchObject([{ kind: 'twice', persons: [{ id: PANEL[0] }] }]);
  });
  it('follows a seat that was handed to somebody who is away', () => {
    const to = personOf('handler@finance');
    const s = accepted().act('handler@outbound', { act: 'transfer', persons: [to] });
    const away = person(to.id, [], { away: '2026-03-20' });
    expect(met(s, [...full, away])).toMatchObject([{ kind: 'away', persons: [{ id: to.id }] }]);
  });
  it('has nothing to say of a case that is closed or not begun', () => {
    expect(met(story(toy), [])).toEqual([]);
    expect(met(story(toy).submit().act('window', { act: 'refuse', opinion: '不予受理' }), [])).toEqual([]);
  });
});
