import { addDays, type Json } from '@zhitongche/base';
import { strandsOf } from '@zhitongche/case';
import { type Story, story, type World } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { worldOf } from '../../shared/testing/context.ts';
import { samplePerson } from '../../shared/sample-people.ts';
import { hkmTrip } from './index.ts';
import { hkmMeasures } from './measures.ts';
import { permitArgs } from './permits.ts';
import { hkmSample } from './samples.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';

const HANDLER = 'handler@outbound';
const HEAD = 'division-head@outbound';
const DESK = 'passport-officer';
const TODAY = '2026-03-02';

const begun = (world: World = {}): Story => story(hkmTrip, worldOf(world));
const reviewed = (s: Story): Story =>
  s
    .act('signer', { act: 'agree' })
    .act('window', { act: 'accept' })
    .act(HANDLER, { act: 'agree', opinion: '拟同意' });
const approved = (s: Story): Story => reviewed(s).act(HEAD, { act: 'agree' }).issueAll();
const papersOf = ({ state }: Story): readonly string[] => state.papers.map(({ paper }) => paper);
const rowsOf = (key: string, s: Story) =>
  hkmTrip.registers
    .find((register) => register.key === key)
    ?.rows(s.state, { caseId: 'case-1', caseNumber: 'C-1', calendar: s.setting.calendar }) ?? [];
const fates = ({ state }: Story): readonly string[] => strandsOf(state, 'permit').map((one) => one.state);
const names = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map(({ code }) => code);
const report = { summary: '完成', followUp: '跟踪', intents: 2, report: sampleUpload('report', '报告') };

/** What the register of documents would say of one permit of the first traveller. */
const permit = (more: Readonly<Record<string, string>>, stage: string) => {
  const [first] = (begun().answers()['members'] as readonly { readonly citizenId: string }[]) ?? [];
  return {
    permits: {
      rows: [
        {
          register: 'custody',
          title: '',
          stage,
          answers: { kind: 'permit', until: '2030-01-01', ...more },
          masked: { number: 'C1****78' },
          people: [first?.citizenId ?? ''],
        },
      ],
    },
  };
};

test('three go to Hong Kong for four days: signed, accepted, decided by the head, back, permits in, report filed', () => {
  const s = approved(begun().submit());
  expect(papersOf(s)).toEqual(['acceptance', 'approval', 'endorsement']);
  expect(s.state).toMatchObject({ step: 'abroad', promise: { days: 3, late: false } });
  expect(fates(s)).toEqual(['out', 'out', 'out']);
  const { exitDate = '', entryDate = '' } = s.state.answers as Record<string, string>;
  s.on(addDays(entryDate, 1)).act('filer', {
    act: 'register-return',
    data: { actualExit: exitDate, actualEntry: entryDate, actualPersons: 3 },
  });
  s.act('filer', { act: 'file-report', data: report });
  expect(s.state.step).toBe('after-trip');
  s.act(DESK, { act: 'permit-returned', strands: ['第1人', '第3人'] });
  expect(s.notes().join()).toContain('通行证应于');
  s.act(DESK, { act: 'permit-lost', strands: ['第2人'], opinion: '在港遗失，已报警' });
  expect(s.state.status).toBe('completed');
  expect(rowsOf('hkm-permits', s).map(({ state, late }) => [state, late])).toEqual([
    ['returned', false],
    ['lost', false],
    ['returned', false],
  ]);
});

test('a country beyond Hong Kong and Macao is told at its field, and offers the trip abroad with what was typed', () => {
  const s = begun();
  const legs = s.answers()['legs'] as readonly Json[];
  const answers = s.answers({
    legs: [...legs, { country: '日本', arrive: '2026-04-19', leave: '2026-04-19' }],
  });
  const told = s.refused('filer', { act: 'submit', answers });
  expect(told.find(({ code }) => code === 'H-01')?.at).toEqual(['legs', 1, 'country']);
  const def = hkmTrip.opens?.find(({ key }) => key === 'abroad');
  const state = { ...s.state, answers };
  const context = {
    ...s.setting,
    answers,
    state,
    flags: [],
    passed: [],
    underCity: false,
    underSuperior: false,
  };
  expect(def?.when?.(context)).toBe(true);
  const [carried = {}] =
    def?.answers(state, { caseId: '', caseNumber: '', today: TODAY, policy: s.setting.policy }) ?? [];
  expect(carried).toMatchObject({
    groupName: '赴香港经贸交流团',
    exitDate: answers['exitDate'],
    legs: [{ country: '香港', city: '香港' }, { country: '日本' }],
    members: (answers['members'] as readonly object[]).map((row) => expect.objectContaining(row)),
  });
  expect(def?.when?.({ ...context, answers: s.answers() })).toBe(false);
});

// 深圳: work, study, teaching, joint research, training, labour; over 30 days in Hong Kong, over 20 in Macao; multiple over six months.
test.each([
  ['香港', 30, {}, false],
  ['香港', 31, {}, true],
  ['澳门', 20, {}, false],
  ['澳门', 21, {}, true],
  ['香港', 4, { endorsement: 'half-year' }, false],
  ['香港', 4, { endorsement: 'one-year' }, true],
  ['香港', 4, { aim: 'teaching' }, true],
  ['香港', 4, { aim: 'culture' }, false],
  ['香港', 4, { aim: 'study', endorsement: 'study' }, true],
])('%s for %i days %o goes up: %s', (region, days, more, up) => {
  const answers = hkmSample({ today: TODAY, stops: [[region, days]], more });
  const s = begun();
  const explained = Object.fromEntries(
    s.problems(answers).flatMap(({ code, level }) => (level === 'warn' ? [[code, '任务需要']] : [])),
  );
  reviewed(s.submit(answers, explained)).act(HEAD, { act: 'agree' });
  expect(s.state.step).toBe(up ? 'director' : 'issuing');
  if (!up) return;
  expect(s.notes().join()).toContain('须上报国务院港澳办');
  s.act('director', { act: 'agree' });
  expect(s.state).toMatchObject({ step: 'report-up', status: 'outside' });
  s.act(HANDLER, {
    act: 'report',
    reply: { result: 'approved', number: '港办〔2026〕8号', date: TODAY, authority: '国务院港澳办' },
  });
  expect(s.state.step).toBe('issuing');
  expect(rowsOf('hkm-trips', s)[0]).toMatchObject({ wentUp: true });
});

test('what goes up and is not approved there ends with a paper that says who refused', () => {
  const s = reviewed(begun().submit({ aim: 'work', endorsement: 'work' })).act(HEAD, { act: 'agree' });
  s.act('director', { act: 'agree' }).act(HANDLER, {
    act: 'report',
    reply: { result: 'refused', number: '港办〔2026〕9号', date: TODAY, authority: '国务院港澳办' },
  });
  expect([s.state.status, papersOf(s).at(-1)]).toEqual(['refused', 'refusal']);
  expect(rowsOf('hkm-trips', s)).toEqual([]);
});

test('each traveller’s permit is looked up: none, good, about to expire, lost', () => {
  const stands = (lookups: World['lookups'] = {}) => {
    const s = begun({ lookups }).submit();
    return (s.state.derived as { readonly permits: readonly { readonly state: string }[] }).permits.map(
      ({ state }) => state,
    );
  };
  expect(stands()).toEqual(['none', 'none', 'none']);
  expect(stands(permit({}, 'in'))).toEqual(['valid', 'none', 'none']);
  // Back on 19 April: it has to be good for more than six months from then.
  expect(stands(permit({ until: '2026-10-19' }, 'in'))).toEqual(['renew', 'none', 'none']);
  expect(stands(permit({ until: '2026-10-20' }, 'in'))).toEqual(['valid', 'none', 'none']);
  expect(stands(permit({}, 'lost'))).toEqual(['lost', 'none', 'none']);
});

test('a permit that is out past its day stops its holder with number and day; one that came back late for a year', () => {
  const out = begun({ lookups: permit({ due: '2026-02-20' }, 'overdue') }).problems();
  const late = out.find(({ code }) => code === 'H-07');
  expect(late).toMatchObject({ level: 'block', at: ['members', 0, 'name'] });
  expect(late?.message).toContain('C1****78');
  expect(late?.message).toContain('应于2026-02-20交回，已逾期10天');

  const back = (returnedOn: string) =>
    names(begun({ lookups: permit({ missed: '2025-01-10', returnedOn }, 'in') }).problems());
  // 365 days from the day it came back.
  expect(back('2025-03-03')).toContain('H-08');
  expect(back('2025-03-02')).not.toContain('H-08');
  const shorter = begun({
    lookups: permit({ missed: '2025-01-10', returnedOn: '2026-02-01' }, 'in'),
    policies: { 'outbound-trip.permit-suspension-days': 10 },
  });
  expect(names(shorter.problems())).not.toContain('H-08');
});

test('a delegation across units: an approval, a notice for each other unit; who joins one gets a confirmation', () => {
  const people = [
    samplePerson(50, '处长', 'division'),
    { ...samplePerson(51, '教授', 'technical' as const), employer: '某某大学' },
    { ...samplePerson(52, '研究员', 'technical' as const), employer: '某某研究院' },
  ];
  const lead = hkmSample({
    today: TODAY,
    people,
    more: { caseType: 'span-lead', dispatchUnits: '某某大学、某某研究院' },
  });
  expect(papersOf(approved(begun().submit(lead)))).toEqual([
    'acceptance',
    'approval',
    'notice:某某大学',
    'notice:某某研究院',
    'endorsement',
  ]);
  const alone = begun().problems({ caseType: 'span-lead', dispatchUnits: '某某大学' });
  expect(names(alone)).toContain('H-11');
  const joined = approved(
    begun().submit({
      caseType: 'span-join',
      organiserNumber: '某外港澳通字〔2026〕3号',
      organiserNotice: sampleUpload('notice', '任务通知书'),
    }),
  );
  expect(papersOf(joined)).toContain('confirmation');
  expect(papersOf(joined)).not.toContain('approval');
});

test('permits not handed in seven days after the approved ones are told late, whatever step the case is at', () => {
  const s = approved(begun().submit());
  const { entryDate = '' } = s.state.answers as Record<string, string>;
  s.on(addDays(entryDate, 8)).tick();
  expect(s.state.flags).not.toContain('permits-late');
  s.on(addDays(entryDate, 9)).tick();
  expect(s.state.flags).toContain('permits-late');
  expect(s.state.step).toBe('abroad');
});

test('a trip given up is revoked by the head: papers end, permits are collected, nothing is counted', () => {
  const s = approved(begun().submit());
  const counted = (code: string): number => {
    const one = hkmMeasures.measures.find((measure) => measure.code === code);
    return one?.lines({ state: s.state, unit: 'unit', rows: (key) => rowsOf(key, s) }).length ?? Number.NaN;
  };
  expect([counted('out.travellers'), counted('hkm.hongkong'), counted('hkm.macao')]).toEqual([3, 3, 0]);
  s.act('filer', { act: 'ask-revocation', data: { reason: '外方取消活动' } })
    .act('signer', { act: 'agree' })
    .act(HEAD, { act: 'agree' });
  expect(s.state).toMatchObject({ step: 'hand-in', flags: ['revoked'] });
  expect(
    s.state.papers.filter(({ paper, revoked }) => paper === 'approval' && revoked !== undefined),
  ).toHaveLength(1);
  expect(counted('out.travellers')).toBe(0);
  s.act(DESK, { act: 'permit-unused', strands: ['第1人', '第2人', '第3人'] });
  expect(s.state.status).toBe('cancelled');
});

test('whoever gives back a revoked permit, or one that was lent, tells the register of documents what became of it', () => {
  const s = approved(begun().submit());
  const orders = () =>
    hkmTrip.keeps?.['custody']?.orders(s.state, { caseId: 'c', caseNumber: 'HK-1', today: s.today }) ?? [];
  expect(orders()[0]).toMatchObject({
    row: 'follow',
    where: { kind: 'permit', caseNumber: 'HK-1' },
    moves: [{ move: 'change-lent', data: { days: 4 } }, { move: 'change-abroad' }],
  });
  const { entryDate = '' } = s.state.answers as Record<string, string>;
  s.on(addDays(entryDate, 3)).act(DESK, { act: 'permit-returned', strands: ['第1人'] });
  expect(orders()[0]).toMatchObject({
    moves: [{ move: 'return', data: { returnedOn: s.today, daysAbroad: 4, stamps: true } }],
  });
});

test('asks the register of documents by person, and for no number but as its mask leaves it', () => {
  expect(permitArgs(['1'])).toMatchObject({ people: ['1'], masked: ['number'], due: '' });
});
