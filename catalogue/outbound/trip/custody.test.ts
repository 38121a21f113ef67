import type { Answers } from '@zhitongche/form';
import { addDays, type Json } from '@zhitongche/base';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { outboundTrip } from './index.ts';
import {
  agreedTo,
  approved,
  begun,
  membersOf,
  relativesOf,
  rowsOf,
  familiesOf,
  unitAgreed,
} from './testing/roads.ts';

const back = (s: Story = approved(begun())): Story => {
  const { exitDate = '', entryDate = '', members = [] } = effectiveTrip(s.state);
  return s.on(addDays(entryDate, 1)).act('filer', {
    act: 'register-return',
    data: {
      actualExit: exitDate,
      actualEntry: entryDate,
      actualPersons: members.length,
      deviation: false,
    },
  });
};
const names = (s: Story): readonly string[] =>
  (effectiveTrip(s.state).members ?? []).map((m) => m.name ?? '');
const entered = (s: Story): string => effectiveTrip(s.state).entryDate ?? '';

type Row = { readonly [key: string]: Json };
const row = (s: Story, holder: string, more: Row = {}): Row => ({
  holder,
  document: 'passport',
  state: 'returned',
  on: s.today,
  stampsChecked: true,
  ...more,
});
const STATEMENT = {
  statement: [{ id: 'l', name: '遗失说明.pdf', size: 9, type: 'application/pdf', digest: '2'.repeat(64) }],
};
const record = (s: Story, rows: readonly Row[], more: Answers = {}): Story =>
  s.act('passport-officer', { act: 'return-passports', data: { documents: rows, ...more } });
const refused = (s: Story, rows: readonly Row[], more: Answers = {}): readonly (readonly string[])[] =>
  s
    .refused('passport-officer', { act: 'return-passports', data: { documents: rows, ...more } })
    .filter(({ level }) => level === 'block')
    .map(({ code, at }) => [code, at.join('.')]);
const states = (s: Story) =>
  rowsOf('passport-custody', s).map(({ state, returnedOn }) => [state, returnedOn]);
const REPORT = {
  summary: '按计划完成任务。',
  followUp: '落实项目清单。',
  intents: 3,
  overspent: false,
  report: [{ id: 'r', name: '报告.pdf', size: 9, type: 'application/pdf', digest: '1'.repeat(64) }],
};

describe('护照交回登记, document by document', () => {
  test('one of six handed in leaves five out: each has its own day and state, and the case waits', () => {
    const s = back().act('filer', { act: 'file-report', data: REPORT });
    const [first = ''] = names(s);
    record(s, [row(s, first)]);
    expect(s.state.step).toBe('after-trip');
    expect(states(s)).toEqual([['returned', s.today], ...Array(5).fill(['out', ''])]);
  });

  test('handed in one by one, the last one closes the custody and moves the case on', () => {
    const s = back().act('filer', { act: 'file-report', data: REPORT });
    const days = names(s).map((name) => {
      expect(s.state.step).toBe('after-trip');
      record(s.later(1), [row(s, name)]);
      return s.today;
    });
    expect(s.state.step).toBe('evaluation');
    expect(states(s)).toEqual(days.map((day) => ['returned', day]));
  });

  test('the passport desk finds it among what waits for it, from the return until every document is accounted for', () => {
    const waits = (s: Story) =>
      s.state.seats.some(({ role, status }) => role === 'passport-officer' && status === 'open');
    const s = approved(begun());
    expect(waits(s)).toBe(false);
    back(s);
    const [first = '', ...rest] = names(s);
    record(s, [row(s, first)]);
    expect(waits(s)).toBe(true);
    record(
      s,
      rest.map((name) => row(s, name)),
    );
    expect([s.state.step, waits(s)]).toEqual(['after-trip', false]);
  });

  test('before that the case says which are missing, by name', () => {
    const s = back();
    const [a = '', b = '', c = '', ...rest] = names(s);
    record(
      s,
      rest.map((name) => row(s, name)),
    );
    expect(s.notes().join()).toContain(`还差3本：${a}、${b}、${c}`);
    record(s, [row(s, a), row(s, b), row(s, c)]);
    expect(s.notes().join()).not.toContain('还差');
  });

  test('the form opens with what is still out, today filled in', () => {
    const s = back();
    const [first = '', ...rest] = names(s);
    record(s, [row(s, first)]);
    const start = outboundTrip.forms.documents?.begin?.(s.state, s.today);
    expect(start?.documents).toEqual(
      rest.map((holder) => ({ holder, document: 'passport', state: 'out', on: s.today })),
    );
  });

  test('rows left as still out are no entries', () => {
    const s = back();
    const [first = '', second = ''] = names(s);
    record(s, [row(s, first), { holder: second, document: 'passport', state: 'out' }]);
    expect(states(s).map(([state]) => state)).toEqual(['returned', ...Array(5).fill('out')]);
    expect(refused(s, [{ holder: second, document: 'passport', state: 'out' }])).toEqual([
      ['A-10', 'data.documents'],
    ]);
  });

  test('lost ones need a word and the signed statement, and then are accounted for without a day of return', () => {
    const s = back();
    const [first = ''] = names(s);
    const lost = { holder: first, document: 'passport', state: 'lost', on: s.today };
    expect(refused(s, [lost])).toEqual(
      expect.arrayContaining([
        ['A-09', 'data.documents.0.note'],
        ['field.required', 'data.documents.0.statement'],
      ]),
    );
    expect(refused(s, [{ ...lost, ...STATEMENT }])).toEqual([['A-09', 'data.documents.0.note']]);
    record(s, [{ ...lost, ...STATEMENT, note: '在新加坡遗失，已向使馆报告。' }]);
    expect(states(s)[0]).toEqual(['lost', '']);
  });

  test.each([
    ['somebody who is not of the group', { holder: '某人' }, 'A-06', 'holder'],
    ['a permit nobody took out', { document: 'permit' }, 'A-06', 'document'],
    ['a day still to come', { on: '2027-01-01' }, 'A-08', 'on'],
    ['a day before the group was back', { on: '2026-05-20' }, 'A-08', 'on'],
  ])('%s is found', (_what, more: Row, code, at) => {
    const s = back();
    expect(refused(s, [row(s, names(s)[0] ?? '', more)])).toEqual([[code, `data.documents.0.${at}`]]);
  });

  test('a day before the trip began, or long ago, is no day of return, whatever is said about it', () => {
    const s = back();
    const note = '证件已经交回。';
    const began = effectiveTrip(s.state).exitDate ?? '';
    for (const on of [addDays(began, -1), '1900-01-01'])
      expect(refused(s, [row(s, names(s)[0] ?? '', { on, note })])).toEqual([
        ['A-08', 'data.documents.0.on'],
      ]);
    const lost = { state: 'lost', stampsChecked: null, on: '1900-01-01', note, ...STATEMENT };
    expect(refused(s, [row(s, names(s)[0] ?? '', lost)])).toEqual([['A-08', 'data.documents.0.on']]);
  });

  test('after a revocation a document comes back before the trip would have begun, but not before it was sent out', () => {
    const s = approved(begun()).later(1);
    s.act('filer', { act: 'ask-revocation', data: { reason: '对方改期', passportsOut: true } });
    agreedTo(unitAgreed(s)).issueAll();
    const [first = '', second = ''] = names(s);
    expect(refused(s, [row(s, second, { on: '2000-01-01' })])).toEqual([['A-08', 'data.documents.0.on']]);
    expect(states(record(s, [row(s, first)]))[0]).toEqual(['returned', s.today]);
  });

  test('who came home before the others hands in before them, with a word about it', () => {
    const s = back();
    const early = row(s, names(s)[0] ?? '', { on: addDays(entered(s), -1), note: '因公务提前一天回国。' });
    expect(states(record(s, [early]))[0]).toEqual(['returned', addDays(entered(s), -1)]);
  });

  test('a document is handed in once: neither twice in one list, nor again later without a reason', () => {
    const s = back();
    const [first = '', second = ''] = names(s);
    expect(refused(s, [row(s, first), row(s, first)])).toEqual([['A-07', 'data.documents.1.holder']]);
    record(s, [row(s, first), row(s, second)]);
    expect(refused(s, [row(s, first)])).toEqual([['A-07', 'data.documents.0.holder']]);
    record(s, [row(s, first, { on: entered(s) })], { correction: '日期登记有误。' });
    expect(states(s)[0]).toEqual(['returned', entered(s)]);
  });

  test('what was entered by mistake is put right, also once the case has moved on: it is out again', () => {
    const s = back().act('filer', { act: 'file-report', data: REPORT });
    record(
      s,
      names(s).map((name) => row(s, name)),
    );
    expect(s.state.step).toBe('evaluation');
    const out = { holder: names(s)[2] ?? '', document: 'passport', state: 'out' };
    record(s, [out], { correction: '登记时看错了人。' });
    expect(s.state.step).toBe('after-trip');
    expect(states(s)[2]).toEqual(['out', '']);
  });

  test('two travellers of one name are told apart by their place in the list', () => {
    const members = membersOf(begun().answers()).map((member, i) =>
      member instanceof Object && i < 2 ? { ...member, name: '张伟', hasFamily: i === 0 } : member,
    );
    const relatives = relativesOf(begun().answers()).flatMap((relative, i) =>
      i === 1 ? [] : [relative instanceof Object && i === 0 ? { ...relative, traveller: '张伟' } : relative],
    );
    const s = back(approved(begun(), { members, relatives }));
    record(s, [row(s, '张伟（名单第2人）')]);
    expect(
      states(s)
        .map(([state]) => state)
        .slice(0, 2),
    ).toEqual(['out', 'returned']);
    expect(refused(s, [row(s, '张伟')])).toEqual([['A-06', 'data.documents.0.holder']]);
  });

  test('after a revocation the same holds: it ends once every document is accounted for', () => {
    const s = approved(begun()).act('filer', {
      act: 'ask-revocation',
      data: { reason: '邀请方取消活动', passportsOut: true },
    });
    agreedTo(s.act('signer', { act: 'agree' }));
    const [first = '', ...rest] = names(s);
    record(s, [row(s, first)]);
    expect(s.state).toMatchObject({ step: 'hand-in', status: 'running' });
    expect(s.open('passport-officer').map(({ act }) => act)).not.toContain('none-out');
    const never = { state: 'not-collected', note: '没有领取。', stampsChecked: null };
    record(
      s,
      rest.map((name) => row(s, name, never)),
    );
    expect(s.state.status).toBe('cancelled');
    expect(states(s)).toEqual([['returned', s.today], ...Array(5).fill(['not-collected', ''])]);
  });

  test('who left the group by a change still owes the passport, seven days from the decision, until it is accounted for', () => {
    const s = approved(begun());
    const members = membersOf(s.state.answers);
    const [, , left = ''] = names(s);
    s.act('filer', {
      act: 'ask-change',
      data: {
        parts: ['members'],
        reason: '因病不能成行',
        members: members.filter((_, i) => i !== 2),
        relatives: familiesOf(
          s,
          members.filter((_, i) => i !== 2),
        ),
      },
    });
    agreedTo(unitAgreed(s)).issueAll();
    const owed = () => rowsOf('passport-custody', s).find(({ holder }) => holder === left);
    expect(rowsOf('passport-custody', s)).toHaveLength(6);
    expect(owed()).toMatchObject({ state: 'out', due: addDays(s.today, 7) });
    expect(back(s).notes().join()).toContain(`还差6本`);
    record(s, [row(s, left, { on: s.today })]);
    expect(owed()).toMatchObject({ state: 'returned', returnedOn: s.today });
  });

  test('who was replaced owes it as who replaced him does, and who is put back owes it once', () => {
    const s = approved(begun());
    const members = membersOf(s.state.answers);
    const change = (to: readonly Json[]): Story => {
      s.later(1).act('filer', {
        act: 'ask-change',
        data: { parts: ['members'], reason: '人员调整', members: to, relatives: familiesOf(s, to) },
      });
      return agreedTo(unitAgreed(s)).issueAll();
    };
    change(members.slice(0, 5));
    change(members);
    expect(rowsOf('passport-custody', s).map(({ holder }) => holder)).toEqual(names(s));
  });

  test('a permit for a stop that a change took out of the trip is still owed', () => {
    const sample = begun().answers();
    const legs = (Array.isArray(sample.legs) ? sample.legs : []).map((leg, i) =>
      leg instanceof Object && i === 2 ? { ...leg, country: '香港', city: '香港' } : leg,
    );
    const s = approved(begun(), { legs, bothPermits: false });
    const { exitDate, entryDate } = s.state.answers;
    s.act('filer', {
      act: 'ask-change',
      data: {
        parts: ['route'],
        reason: '不再经香港',
        exitDate,
        entryDate,
        route: '北京—东京—首尔—新加坡—北京',
        legs: sample.legs,
      },
      explanations: {},
    });
    agreedTo(unitAgreed(s)).issueAll();
    const permits = rowsOf('passport-custody', s).filter(({ document }) => document === 'permit');
    expect(permits.map(({ state, due }) => [state, due])).toEqual(
      Array(6).fill(['out', addDays(s.today, 7)]),
    );
  });

  test('what comes to the desk before the return is registered is recorded there: nobody is locked for it', () => {
    const s = approved(begun());
    const [first = '', second = ''] = names(s);
    s.on(addDays(entered(s), 3));
    record(s, [
      row(s, first),
      row(s, second, { state: 'not-collected', note: '因病没有成行。', stampsChecked: null }),
    ]);
    expect(s.state.step).toBe('abroad');
    expect(states(s).slice(0, 3)).toEqual([
      ['returned', s.today],
      ['not-collected', ''],
      ['out', ''],
    ]);
  });

  test('a group that travelled on private passports alone owes nothing: its report is enough', () => {
    const members = membersOf(begun().answers()).map((member) =>
      member instanceof Object ? { ...member, passportKind: 'private', privateGrounds: 'resident' } : member,
    );
    const s = back(approved(begun(), { members }));
    expect(s.act('filer', { act: 'file-report', data: REPORT }).state.step).toBe('evaluation');
  });
});
