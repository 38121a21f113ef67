import { story } from '@zhitongche/case/testing';
import { addDays } from '@zhitongche/base';
import { openBill } from '@zhitongche/money';
import { expect, test } from 'vitest';
import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { apostille } from './index.ts';
import { wayOf } from './derive.ts';
import { keeps } from './keeps.ts';
import { parties, ways } from './parties.ts';
import { routeOf } from './route.ts';

const tables = { countries, 'apostille-parties': parties.rows, 'legalisation-ways': ways.rows };
const trained = { training: { trained: [{ day: '2025-06-01' }] } };
const begun = (answers = {}, lookups = {}) =>
  story(apostille, { tables, lookups: { ...trained, ...lookups } }).submit(answers);
const facts = { table: (name: string) => tables[name as keyof typeof tables] ?? [] };
const route = (country: string, today = '2026-03-02') => routeOf(country, { facts, today });

const accepted = { act: 'accept', data: { way: 'apostille', originals: 'seen' } } as const;
const paid = { act: 'pay-counter', data: { way: 'cash', reference: '0001' } } as const;
const REVIEWER = 'handler@consular';
const HEAD = 'division-head@consular';

const codes = (answers: object, lookups = {}) =>
  story(apostille, { tables, lookups })
    .problems(answers as never)
    .map(({ code, level }) => `${code} ${level}`);

test('the country of use decides: party, objection, no party, not yet in force, territory, not abroad', () => {
  expect(route('日本')).toMatchObject({ way: 'apostille', asOf: '2023-10-31', office: '本办' });
  expect(route('印度')).toMatchObject({ way: 'double', office: '外交部' });
  expect(route('印度').why).toBe('《公约》在中国与印度之间不生效');
  expect(route('埃及')).toMatchObject({ way: 'open', why: '埃及不在《公约》缔约国表内' });
  // Canada: in force from 2024-01-11.
  expect(route('加拿大', '2024-01-10').way).toBe('open');
  expect(route('加拿大', '2024-01-11').way).toBe('apostille');
  expect(route('百慕大').way).toBe('unknown');
  expect(route('香港').way).toBe('elsewhere');
  // The notice of October 2023 counts 125: without China and India, and with Bangladesh that came later.
  expect(parties.rows.filter(({ standing }) => standing === 'party')).toHaveLength(125 - 2 + 1);
});

test('whoever files learns at once: the way, school papers, papers certified already, what an office may not certify', () => {
  expect(codes({ country: '印度' })).toContain('Z-02 info');
  expect(codes({ country: '香港' })).toContain('Z-01 block');
  expect(codes({ inProvince: false })).toContain('Z-04 block');
  const [first, second] = story(apostille).answers()['documents'] as object[];
  expect(codes({ documents: [{ ...first, kind: 'school' }] })).toContain('Z-05 block');
  expect(codes({ documents: [first, first] })).toContain('Z-06 block');
  // Written with other brackets and a blank it is the same paper.
  expect(codes({ documents: [first, { ...first, number: '(2026) 某证字第12号' }] })).toContain('Z-06 block');
  const [certified] = story(apostille, {
    tables,
    lookups: { documents: { certified: [{ at: 0, told: 'A2025-1' }] } },
  })
    .problems()
    .filter(({ code }) => code === 'Z-06');
  expect(certified?.message).toContain('A2025-1');
  expect(codes({}, { documents: { unfiled: [{ at: 1, told: '' }] } })).toContain('Z-08 info');
  expect(codes({ documents: [{ ...second, issuedOn: '2027-01-01' }] })).toContain('Z-07 block');
});

test('a country that asks for nothing is not served, and a party that leaves is warned of', () => {
  const exempt = { ...tables, 'legalisation-ways': [{ country: '埃及', way: 'exempt', asOf: '2026-01-01' }] };
  const said = story(apostille, { tables: exempt }).problems({ country: '埃及' });
  expect(said.map(({ code }) => code)).toContain('Z-01');
  const rows = parties.rows.map((row) => (row.country === '日本' ? { ...row, until: '2026-04-01' } : row));
  const leaving = story(apostille, { tables: { ...tables, 'apostille-parties': rows } }).problems();
  expect(leaving.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
    '按参考表，《公约》适用于日本至2026-04-01止',
  ]);
});

test('two papers, one turned down with its reason, one certified, printed, misprinted and handed over', () => {
  const s = begun().act('window', accepted).act('window', paid);
  expect(s.state.promise?.days).toBe(4);
  s.act(REVIEWER, { act: 'sound', strands: ['d1'] });
  expect(s.open(REVIEWER).map(({ act }) => act)).not.toContain('send');
  s.at('2026-03-02 10:00').act(REVIEWER, {
    act: 'turn-down',
    strands: ['d2'],
    data: { code: 'not-on-file', reason: '该印鉴未送样本' },
  });
  expect(s.state.papers.map(({ paper }) => paper)).toContain('refusal:d2');
  s.act(REVIEWER, { act: 'send' }).act(HEAD, { act: 'sign', data: {} });
  expect(s.state.step).toBe('issuing');
  s.issueAll();
  expect(s.state.step).toBe('making');
  const certificate = s.state.papers.filter(({ paper }) => paper.startsWith('certificate'));
  expect(certificate.map(({ paper, status }) => [paper, status])).toEqual([['certificate:d1', 'issued']]);
  s.act('window', { act: 'make', strands: ['d1'] });
  expect(s.state.step).toBe('handing');
  s.act('window', { act: 'misprint', strands: ['d1'], data: { reason: '走纸歪斜' } });
  s.act('window', { act: 'hand', strands: ['d1'], data: { by: 'post', to: '王五', tracking: 'SF1' } });
  expect([s.state.step, s.state.status]).toEqual(['done', 'completed']);
});

test('each certificate on paper draws one sticker, an electronic one none; a misprint voids and draws the next', () => {
  const s = begun().act('window', accepted).act('window', paid);
  s.act(REVIEWER, { act: 'sound', strands: ['d1', 'd2'] });
  s.act(REVIEWER, { act: 'send' }).act(HEAD, { act: 'sign', data: {} }).issueAll();
  const numbered = {
    ...s.state,
    papers: s.state.papers.map((paper) => ({
      ...paper,
      number: paper.paper.replace('certificate:d', 'A2026-'),
    })),
  };
  const context = { caseId: 'c', caseNumber: 'n', today: '2026-03-02', moved: ['d1', 'd2'] };
  expect(keeps['draw']?.orders(numbered, context)).toEqual([
    { row: 'draw', move: 'use', data: { certificate: 'A2026-1' }, count: 1 },
  ]);
  expect(keeps['redraw']?.orders(numbered, context).map(({ row }) => row)).toEqual(['move-held', 'draw']);
  expect(keeps['book']?.orders(numbered, context)).toHaveLength(2);
});

test('an inquiry stands outside the promise; no answer, and all turned down closes the case', () => {
  const s = begun().act('window', accepted).act('window', paid);
  s.act(REVIEWER, { act: 'inquire', strands: ['d1', 'd2'] });
  expect(s.state.promise?.pauses.at(-1)).toEqual({ from: '2026-03-02' });
  expect(s.state.papers.map(({ paper }) => paper)).toContain('inquiry:d2');
  s.on(addDays('2026-03-02', 14)).act(REVIEWER, {
    act: 'turn-down',
    strands: ['d1', 'd2'],
    data: { code: 'not-genuine', reason: '出证机构答复没有出具' },
  });
  expect(s.state.promise?.pauses.at(-1)?.to).toBe('2026-03-16');
  s.act(REVIEWER, { act: 'close' });
  expect(s.state.status).toBe('refused');
});

test('yellow from the second working day, red after the fourth', () => {
  const s = begun().act('window', accepted).act('window', paid);
  s.on('2026-03-03').tick();
  expect(s.types).not.toContain('reminded');
  s.on('2026-03-04').tick();
  expect(s.types).toContain('reminded');
  s.on('2026-03-06').tick();
  expect(s.types).not.toContain('overdue');
  s.on('2026-03-09').tick();
  expect(s.types).toContain('overdue');
});

test('whoever signs has passed the course not too long ago, where the office asks for it', () => {
  const ready = (lookups: object, policies = {}) => {
    const s = story(apostille, { tables, policies, lookups: lookups as never })
      .submit()
      .act('window', accepted)
      .act('window', paid);
    s.act(REVIEWER, { act: 'sound', strands: ['d1', 'd2'] });
    return s.act(REVIEWER, { act: 'send' });
  };
  const none = ready({ training: { trained: [] } }).refused(HEAD, { act: 'sign', data: {} });
  expect(none.map(({ code }) => code)).toEqual(['Z-21']);
  const old = ready({ training: { trained: [{ day: '2024-03-01' }] } });
  expect(old.refused(HEAD, { act: 'sign', data: {} })[0]?.message).toContain('2026-03-01到期');
  ready({ training: { trained: [{ day: '2024-03-02' }] } }).act(HEAD, { act: 'sign', data: {} });
  ready({ training: { trained: [] } }, { 'apostille.training': 'off' }).act(HEAD, { act: 'sign', data: {} });
});

test('for a country that is no party the desk settles how, and an apostille is refused', () => {
  const s = begun({ country: '印度' });
  expect(s.notes()[0]).toContain('《公约》在中国与印度之间不生效');
  expect(s.refused('window', accepted).map(({ code }) => code)).toEqual(['Z-11']);
  s.act('window', { act: 'accept', data: { way: 'double', originals: 'seen' } }).act('window', paid);
  expect(wayOf(s.state)).toBe('double');
  s.act(REVIEWER, { act: 'sound', strands: ['d1', 'd2'] });
  s.act(REVIEWER, { act: 'send' }).act(HEAD, { act: 'sign', data: {} }).issueAll();
  expect(s.state.papers.map(({ paper }) => paper)).toContain('legalisation:d1');
  s.act('window', { act: 'make', strands: ['d1', 'd2'] });
  expect(s.state.step).toBe('mission');
});

test('the bill is fixed by paper and kind, and in haste; the promise waits for it', () => {
  const s = story(apostille, { tables })
    .submit({ urgent: true, urgentReason: '投标截止' })
    .act('window', accepted);
  // 50 for the notarial one, 100 for the certificate of origin, 50 more for each in haste.
  expect(openBill(s.state.money)?.total).toBe('250.00');
  expect(s.state.promise).toMatchObject({ days: 2, pauses: [{ from: '2026-03-02' }] });
  s.act('window', paid);
  expect(s.state.step).toBe('review');
});
