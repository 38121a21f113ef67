import { describe, expect, it } from 'vitest';
import { story } from '../../case/model/testing.ts';
import { toy } from '../../case/model/testing/toy-service.ts';
import { maskedPaths, visibleAnswers } from './visible-answers.ts';

describe('answers as a viewer sees them', () => {
  const answers = {
    title: '座谈会',
    contact: '13800138000',
    members: [{ name: '欧阳修', idNumber: '11010519491231002X', passport: 'PE1234567' }],
  };

  it('masks by sensitivity and clearance', () => {
    expect(visibleAnswers(toy.form, answers, { clearance: 'open' })).toEqual({
      title: '座谈会',
      contact: '138****8000',
      members: [{ name: '欧**', idNumber: '110105**********2X', passport: 'PE1234567' }],
    });
    expect(visibleAnswers(toy.form, answers, { clearance: 'personal' })['members']).toEqual([
      { name: '欧阳修', idNumber: '110105**********2X', passport: 'PE1234567' },
    ]);
    expect(visibleAnswers(toy.form, answers, { clearance: 'sensitive' })).toEqual(answers);
  });

  it('shows a revealed field and nothing beside it', () => {
    const view = { clearance: 'open', revealed: ['members.idNumber'] } as const;
    expect(visibleAnswers(toy.form, answers, view)['members']).toEqual([
      { name: '欧**', idNumber: '11010519491231002X', passport: 'PE1234567' },
    ]);
    expect(maskedPaths(toy.form, view)).toEqual(['contact', 'members.name']);
  });

  it('lets through nothing the form does not know, and stands any JSON', () => {
    const hostile = { title: { a: 1 }, members: [1, null, { name: { x: 1 } }], ghost: 'secret', contact: 5 };
    expect(visibleAnswers(toy.form, hostile, { clearance: 'open' })).toEqual({
      title: { a: 1 },
      members: [{}, {}, { name: '***' }],
      contact: '***',
    });
  });
});

describe('notes beside the flow', () => {
  it('need a purpose, known fields and a seat before anything is revealed', async () => {
    const { decideReveal } = await import('../../case/model/decide-notes.ts');
    const { actorOf } = await import('../../case/model/testing.ts');
    const s = story(toy).submit().act('window', { act: 'agree' });
    const reveal = (who: Parameters<typeof actorOf>[0], fields: readonly string[], purpose: string) =>
      decideReveal(toy, s.state, { fields, purpose }, { ...s.setting, actor: actorOf(who) });
    expect(reveal('handler@outbound', ['members.idNumber', 'title'], '核对证件')).toMatchObject({
      ok: true,
      value: { events: [{ type: 'revealed', fields: ['members.idNumber'], purpose: '核对证件' }] },
    });
    expect(reveal('director', ['members.idNumber'], '核对')).toMatchObject({ ok: false });
    const empty = reveal('handler@outbound', ['ghost'], ' ');
    expect(empty.ok ? [] : empty.problems.map((p) => p.code)).toEqual(['act.purpose', 'act.fields']);
  });
});
