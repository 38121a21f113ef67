import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { type Story, story, type World } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { samplePerson } from '../../shared/sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { documentApplication } from './index.ts';
import { APPLICATION_LOOKUPS } from './server/lookups.ts';

const DESK = 'passport-officer';
const HEAD = 'division-head@outbound';
const { pinyin } = samplePerson(60, '');
const begun = (world: World = {}): Story => story(documentApplication, world);
const accepted = (s: Story, over: Answers = {}): Story => s.submit(over).act('window', { act: 'accept' });
const photo = [{ id: 'photo', name: '照片.jpg', size: 1, type: 'image/jpeg', digest: '0'.repeat(64) }];
const CAPTURED = { on: '2026-03-02', by: '周采集', photo, signed: true, fingerprints: true };
const BOOK = { number: 'PE7654321', place: '甲柜1层01格', issued: '2026-03-02', until: '2031-03-01' };
const captured = (s: Story): Story => s.act(DESK, { act: 'captured', data: CAPTURED });
const confirmed = (s: Story, by = 'rule'): Story =>
  s.act(DESK, { act: 'confirm', data: { spelled: pinyin, by } });
const made = (s: Story): Story =>
  confirmed(s).act(HEAD, { act: 'agree' }).act(DESK, { act: 'made', data: BOOK });
const codes = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map(({ code }) => code);
const papersOf = ({ state }: Story): readonly string[] => state.papers.map(({ paper }) => paper);
const rowOf = (s: Story) =>
  documentApplication.registers[0]?.rows(s.state, {
    caseId: 'case-1',
    caseNumber: 'C-1',
    calendar: s.setting.calendar,
  })[0];
const OLD = { oldNumber: 'PE1111111', oldPinyin: pinyin };
const HAND = { scanned: 'PE7654321', collector: '吴专办', educated: true, on: '2026-03-02' };

/** What the register of documents would say of the old book. */
const old = (stage: string): World => ({
  lookups: { 'old-document': { found: true, stage, due: null, answers: {} } },
});

test('the first passport: a time in the booth, captured, spelled, decided, made in three days, handed out by its number', () => {
  const s = accepted(begun());
  expect(s.state).toMatchObject({ step: 'capture', promise: { days: 3 } });
  expect(papersOf(s)).toEqual(['acceptance', 'application', 'matters']);
  s.act('filer', { act: 'book-slot', data: { day: '2026-03-03', from: '09:30', to: '10:00' } });
  expect(
    documentApplication.keeps?.['slot']?.orders(s.state, {
      caseId: 'c',
      caseNumber: 'C-1',
      today: s.today,
    })[0],
  ).toMatchObject({ row: 'enter', answers: { what: { title: '护照采集室' }, day: '2026-03-03' } });
  made(captured(s));
  expect(s.state).toMatchObject({ step: 'collect', promise: { late: false } });
  expect(rowOf(s)).toMatchObject({
    fingerprints: 'yes',
    capturedBy: '周采集',
    spelledBy: 'rule',
    state: 'made',
  });
  expect(codes(s.refused(DESK, { act: 'hand-out', data: { ...HAND, scanned: 'PE7654322' } }))).toContain(
    'D-31',
  );
  expect(codes(s.refused(DESK, { act: 'hand-out', data: { ...HAND, educated: false } }))).toContain('D-32');
  s.act(DESK, { act: 'hand-out', data: HAND });
  expect([s.state.status, papersOf(s).at(-1)]).toEqual(['completed', 'receipt']);
});

test('what was made is a piece of the register of documents, and lent for its trip once handed out', () => {
  const s = made(captured(accepted(begun(), { tripNumber: 'T-1' })));
  const orders = (keep: string) =>
    documentApplication.keeps?.[keep]?.orders(s.state, { caseId: 'c', caseNumber: 'C-1', today: s.today });
  expect(orders('piece')).toMatchObject([
    { row: 'enter', answers: { kind: 'ordinary', number: 'PE7654321' } },
  ]);
  s.act(DESK, { act: 'hand-out', data: HAND });
  // Out on the fortieth day, back on the forty-fourth: five days.
  expect(orders('lend')).toMatchObject([
    {
      row: 'move',
      find: { number: 'PE7654321' },
      move: 'lend',
      data: { caseNumber: 'T-1', days: 5, exitOn: addDays('2026-03-02', 40) },
    },
  ]);
});

test('a new book leaves only once the old one is in custody; one that was lost is not waited for', () => {
  const renewed = (stage: string) => {
    const s = accepted(begun(old(stage)), { matter: 'renew', ...OLD });
    expect(s.state.step).toBe('review');
    return made(s);
  };
  expect(codes(renewed('lent').refused(DESK, { act: 'hand-out', data: HAND }))).toEqual(['D-33']);
  expect(renewed('in').act(DESK, { act: 'hand-out', data: HAND }).state.status).toBe('completed');
  const lost = accepted(begun(old('lost')), {
    matter: 'replace',
    ...OLD,
    cause: 'lost',
    where: 'home',
    lostOn: '2026-02-20',
    lostHow: '市内遗失',
    statement: sampleUpload('statement', '遗失说明'),
  });
  expect(made(lost).act(DESK, { act: 'hand-out', data: HAND }).state.status).toBe('completed');
});

test('a loss abroad asks for the mission and the paper one came home on; a loss at home does not', () => {
  const loss = {
    matter: 'replace',
    ...OLD,
    cause: 'lost',
    lostOn: '2026-02-20',
    lostHow: '遗失',
    statement: sampleUpload('s', '说明'),
  };
  const asked = (where: string) =>
    begun()
      .problems({ ...loss, where })
      .map(({ at }) => at[0]);
  expect(asked('abroad')).toEqual(expect.arrayContaining(['mission', 'returnPaper']));
  expect(asked('home')).not.toContain('mission');
});

test('the kind follows from the rank, and another asks for its reason', () => {
  const asked = begun().problems({ rank: 'division', kind: 'ordinary' });
  expect(codes(asked)).toContain('D-01');
  expect(asked.some(({ at }) => at[0] === 'kindReason')).toBe(true);
  const s = captured(accepted(begun(), { rank: 'division', kind: 'ordinary', kindReason: '任务需要' }));
  expect(s.notes()).toEqual(['按职级应为公务护照，申请公务普通护照：任务需要']);
  expect(codes(begun().problems({ rank: 'section', kind: 'permit' }))).not.toContain('D-01');
});

test('a diplomatic passport goes to the ministry', () => {
  const s = captured(accepted(begun(), { rank: 'ministry', kind: 'diplomatic' }));
  confirmed(s).act(HEAD, { act: 'agree' });
  expect(s.state).toMatchObject({ step: 'ministry', status: 'outside' });
});

// LYU rule and compound surnames: the vectors of the spelling standard.
test.each([
  ['吕绿', 'LYU LYU'],
  ['尉迟恭', 'YUCHI GONG'],
  ['澹台灭明', 'TANTAI MIEMING'],
  ['查良镛', 'ZHA LIANGYONG'],
])('the spelling of %s is suggested as %s, and may be explained otherwise', (name, spelled) => {
  const provider = APPLICATION_LOOKUPS['name-spelling'];
  const answer = provider?.answer([], { name }, {} as never, {} as never) ?? null;
  const s = begun({ lookups: { 'name-spelling': answer } });
  expect(codes(s.problems({ name, pinyin: spelled }))).not.toContain('D-03');
  const told = s.problems({ name, pinyin: 'XX YY' }).find(({ code }) => code === 'D-03');
  expect(told).toMatchObject({ level: 'warn' });
  expect(told?.message).toContain(spelled);
});

test('the spelling of an existing passport wins, whatever the rule says, and whoever confirmed it is kept', () => {
  expect(codes(begun().problems({ matter: 'renew', ...OLD, oldPinyin: 'LV BU' }))).toContain('D-02');
  const s = accepted(begun(), {
    matter: 'renew',
    oldNumber: 'PE1111111',
    oldPinyin: 'LV BU',
    pinyin: 'LV BU',
  });
  expect(codes(s.refused(DESK, { act: 'confirm', data: { spelled: 'LYU BU', by: 'rule' } }))).toContain(
    'D-21',
  );
  s.act(DESK, { act: 'confirm', data: { spelled: 'LV BU', by: 'old' } });
  const seat = s.state.seats.findLast(({ step }) => step === 'review');
  expect([seat?.doer?.id, rowOf(s)?.['spelledBy']]).toEqual([DESK, 'old']);
});

test('a book nobody collects is told on its hundred and eightieth day, and stands so in the register', () => {
  const s = made(captured(accepted(begun())));
  s.on(addDays('2026-03-02', 180)).tick();
  expect(s.state.flags).toEqual([]);
  s.on(addDays('2026-03-02', 181)).tick();
  expect(s.state.flags).toEqual(['uncollected']);
  expect(rowOf(s)).toMatchObject({ state: 'uncollected' });
});

test('a book made after the third working day is late', () => {
  const s = confirmed(captured(accepted(begun()))).act(HEAD, { act: 'agree' });
  // Monday 2 March; the third working day is Thursday 5 March.
  s.on('2026-03-06').act(DESK, { act: 'made', data: { ...BOOK, issued: '2026-03-06' } });
  expect(s.state.promise).toMatchObject({ due: '2026-03-05', late: true });
});

test('a document given up is cancelled in the register by two, then the case ends', () => {
  const s = accepted(begun(), { matter: 'cancel', oldNumber: 'PE1111111', reason: 'left' });
  expect([s.state.step, papersOf(s)]).toEqual(['cancelling', ['acceptance']]);
  expect(s.act(DESK, { act: 'cancelled' }).state.status).toBe('completed');
});
