import { type Story, story, type World } from '@zhitongche/case/testing';
import { openBill } from '@zhitongche/money';
import type { Answers } from '@zhitongche/form';
import { strandsOf } from '@zhitongche/case';
import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { apecCard, apecCards } from './index.ts';
import { keeps } from './keeps.ts';
import { apecMeasures } from './measures.ts';

const ONE = 'handler@consular';
const OTHER = 'handler@consular#2';
const HEAD = 'division-head@consular';
const begun = (world: World = {}, over: Answers = {}): Story => story(apecCard, world).submit(over);
const file = [{ id: 'f', name: '材料.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }];
const upward = (s: Story): Story =>
  s
    .act(ONE, { act: 'accept' })
    .act(OTHER, { act: 'check', opinion: '拟同意上报' })
    .act(HEAD, { act: 'agree' })
    .issueAll();
const reply = (s: Story, result: 'approved' | 'refused' = 'approved'): Story =>
  s.act(ONE, {
    act: 'report',
    reply: { result, number: '领APEC〔2026〕8号', date: '2026-03-02', authority: '外交部领事司' },
  });
const paid = (s: Story): Story =>
  s.act(ONE, { act: 'pay-counter', data: { way: 'cash', reference: '0001' } });
const codes = (problems: readonly { readonly code: string; readonly level: string }[]) =>
  problems.map(({ code, level }) => `${code} ${level}`);
const ALL = 'AUS BRN CHL IDN JPN KOR MYS MEX NZL PNG PER PHL RUS SGP THA VNM'.split(' ');
const orders = (s: Story, keep: string) =>
  keeps[keep]?.orders(s.state, { caseId: 'c', caseNumber: 'C-1', today: s.today });
const stands = (s: Story, state: string) =>
  strandsOf(s.state, 'economy').flatMap((one) => (one.state === state ? [one.id] : []));
const counted = (s: Story, code: string) =>
  apecMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ state: s.state, unit: 'unit', rows: () => [] });
const CARD = { number: 'CHN2600001', place: '丁柜1层', issued: '2026-03-02', until: '2031-03-01' };

test('two officers: whoever accepted does not check, and three working days run from the acceptance', () => {
  const s = begun();
  expect(s.open(ONE).map(({ act }) => act)).toContain('accept');
  s.act(ONE, { act: 'accept' });
  expect(s.state.promise).toMatchObject({ days: 3, startedOn: '2026-03-02', due: '2026-03-05' });
  const [refused] = s.refused(ONE, { act: 'check', opinion: '拟同意' });
  expect(refused).toMatchObject({ code: 'act.not-open' });
  expect(refused?.message).toContain('受理、审核（两人分办）');
  s.act(OTHER, { act: 'check', opinion: '拟同意上报' });
  expect([s.state.step, s.state.papers.map(({ paper }) => paper)]).toEqual(['sign', ['acceptance', 'slip']]);
});

test('sixteen economies answer one by one, three take no part, and each answer is told', () => {
  const s = reply(paid(upward(begun())));
  expect(s.state.step).toBe('economies');
  expect(stands(s, 'pending').toSorted()).toEqual(ALL.toSorted());
  expect(strandsOf(s.state, 'outside').map(({ id, state }) => `${id} ${state}`)).toEqual([
    'CHN none',
    'HKG none',
    'TWN none',
  ]);
  const labels = apecCard.strands?.['outside']?.of(s.state).map(({ label }) => label) ?? [];
  expect(labels.join()).toContain('互不受理');
  expect(JSON.stringify([apecCard.strands, apecCard.guide, apecCard.flow.steps])).not.toMatch(/国家/);
  s.act(ONE, { act: 'approved', strands: ['JPN', 'KOR'], on: '2026-03-02' });
  const told = s.events.filter(({ body }) => body.type === 'effect' && body.effect.do === 'notify').slice(-2);
  expect(told.map(({ body }) => JSON.stringify(body))).toEqual([
    expect.stringContaining('日本已批、韩国已批'),
    expect.stringContaining('日本已批、韩国已批'),
  ]);
  const early = s.refused(ONE, { act: 'denied', strands: ['RUS'], on: '2026-03-02' });
  expect(early.length).toBeGreaterThan(0);
  s.act(ONE, { act: 'denied', strands: ['RUS'], on: '2026-03-02', opinion: '资料存疑' });
  s.act(ONE, { act: 'approved', strands: stands(s, 'pending'), on: '2026-03-02' });
  expect(s.state.step).toBe('card');
  // The one that refused is not on the card.
  const wrong = s.refused(ONE, { act: 'made', data: { ...CARD, economies: ['JPN', 'RUS'] } });
  expect(wrong[0]).toMatchObject({ code: 'A-22' });
  expect(wrong[0]?.message).toBe('俄罗斯没有批准');
  s.act(ONE, { act: 'made', data: { ...CARD, economies: ['JPN', 'KOR'] } });
  expect(orders(s, 'piece')?.[0]).toMatchObject({
    row: 'enter',
    answers: { number: 'CHN2600001', company: '某某进出口有限公司' },
  });
  s.act(ONE, { act: 'hand', data: { to: '吴经办' } });
  expect(s.state.status).toBe('completed');
});

test('the card of a state-owned company stays in custody, where nobody hands it to the company', () => {
  const s = reply(paid(upward(begun({}, { ownership: 'local' }))));
  s.act(ONE, { act: 'approved', strands: ALL, on: '2026-03-02' });
  s.act(ONE, { act: 'made', data: { ...CARD, economies: ALL } });
  expect(s.state.status).toBe('completed');
  const [order] = orders(s, 'piece') ?? [];
  if (order?.row !== 'enter') throw new Error('no card');
  const row = new RowStory(apecCards).does('handler', { act: 'enter', answers: order.answers });
  expect(row.problems('handler', { act: 'move', move: 'hand-out', data: { borrower: '某人' } })).toEqual([
    'apec-card.kept-here',
  ]);
  row.moves('handler', 'lend', { borrower: '张明远', due: '2026-03-20' });
  expect(row.row.stage).toBe('lent');
  expect(row.moves('handler', 'return').row.stage).toBe('in');
  expect(row.problems('handler', { act: 'move', move: 'cancel', data: { ended: '离职' } })).toEqual([
    'row.not-open',
  ]);
});

test('each person counts once, at acceptance, however often the papers come back', () => {
  const s = begun().act(ONE, { act: 'accept' });
  s.act(OTHER, { act: 'correct', faults: [{ at: 'post', message: '职务不写单位名称' }] });
  s.submit();
  s.act(OTHER, { act: 'accept' });
  s.act(ONE, { act: 'check', opinion: '拟同意' }).act(HEAD, { act: 'agree' });
  expect(counted(s, 'apec.accepted')).toEqual([{ day: '2026-03-02', n: '1' }]);
  expect(counted(s, 'sla.approval')).toEqual([{ day: '2026-03-02', n: '1' }]);
  const early = upward(begun({}, { kind: 'early', applied: 'C-1', reason: '参展' }));
  expect(counted(early, 'apec.accepted')).toEqual([]);
});

test('the city reviews with its letter; a company that files by itself waits for the letter from outside', () => {
  const s = begun({ underCity: true });
  expect(s.state.step).toBe('city');
  s.act('city-reviewer', { act: 'agree', opinion: '材料齐全，同意上报' });
  expect([s.state.step, s.state.papers[0]?.paper]).toEqual(['accept', 'city-opinion']);
  const own = begun({}, { place: 'city' });
  expect(own.state.step).toBe('city-letter');
  reply(own);
  expect(own.state.step).toBe('accept');
});

test('720 yuan and the office’s own are charged where a card is made; another passport costs nothing', () => {
  const s = upward(begun({ policies: { 'apec-card.fee.service': '1200.00' } }));
  expect(s.state.step).toBe('pay');
  expect(openBill(s.state.money ?? undefined)?.total).toBe('1920.00');
  const papers = s.state.papers.map(({ paper }) => paper);
  expect(papers).toEqual(['acceptance', 'slip', 'report-letter', 'pack', 'payment']);
  const free = upward(begun({}, { kind: 'passport', applied: 'C-1' }));
  expect(free.state.step).toBe('ministry');
  expect(reply(free).state.status).toBe('completed');
});

test('the pack goes out and may be made anew, the answer comes in with its number: both stay on record', () => {
  const s = paid(upward(begun()));
  s.act(ONE, { act: 'export' });
  expect(s.state.papers.filter(({ paper }) => paper === 'pack')).toHaveLength(2);
  const pack = apecCard.papers.find(({ key }) => key === 'pack');
  expect(pack?.inward).toBe(true);
  reply(s);
  expect(s.state.outside[0]).toMatchObject({ number: '领APEC〔2026〕8号', result: 'approved' });
  expect(reply(paid(upward(begun())), 'refused').state.status).toBe('refused');
});

test('eight kinds ask only theirs', () => {
  const asks = (kind: string, more: Answers = {}) =>
    new Set(
      story(apecCard)
        .problems({ ...Object.fromEntries(EMPTY.map((key) => [key, null])), kind, ...more })
        .map(({ at }) => String(at[0])),
    );
  const EMPTY = 'applied oldCard oldUntil reason trade photo insurance police letter passportUntil'.split(
    ' ',
  );
  const listed = (kind: string) => EMPTY.filter((key) => asks(kind).has(key)).join(' ');
  expect(listed('new')).toBe('trade photo insurance letter passportUntil');
  expect(listed('renew')).toBe('oldCard oldUntil trade photo insurance letter passportUntil');
  expect(listed('passport')).toBe('applied passportUntil');
  expect(listed('early')).toBe('applied reason letter');
  expect(listed('remake')).toBe('oldCard letter');
  expect(listed('replace')).toBe('oldCard oldUntil reason passportUntil');
  expect(listed('reissue')).toBe('oldCard reason police');
  expect(listed('cancel')).toBe('oldCard oldUntil reason letter');
});

test('a card is renewed from six months before its end, and not the day before', () => {
  const renew = (oldUntil: string) =>
    story(apecCard).problems({ kind: 'renew', oldCard: 'CHN2100001', oldUntil });
  expect(codes(renew('2026-09-02'))).toEqual([]);
  const [early] = renew('2026-09-03');
  expect(early).toMatchObject({ code: 'A-12', message: '原卡2026-09-03到期，2026-03-03起才能续办' });
  expect(codes(renew('2025-01-01'))).toEqual([]);
});

test('bad input says what, why, by which rule and what to do', () => {
  const held = (stage: string, until: string) =>
    story(apecCard, {
      lookups: { 'cards-held': { rows: [{ title: 'CHN2300001', stage, answers: { until } }] } },
    }).problems();
  expect(codes(held('in', '2027-01-01'))).toEqual(['A-11 block']);
  expect(held('in', '2027-01-01')[0]?.todo).toContain('续办');
  expect(codes(held('cancelled', '2027-01-01'))).toEqual([]);
  expect(codes(held('out', '2026-03-01'))).toEqual([]);
  const said = (answers: Answers) => story(apecCard).problems(answers);
  expect(codes(said({ mandateUntil: '2026-03-01' }))).toEqual(['A-13 block']);
  expect(codes(said({ mandateUntil: '2026-03-20' }))).toEqual(['A-13 info']);
  expect(said({ passportUntil: '2031-09-01' })[0]).toMatchObject({
    code: 'A-06',
    basis: { title: '无锡市外办APEC商务旅行卡申办指南（2024年）' },
  });
  expect(codes(said({ trade: '1.00', special: true, grounds: '填补空白', groundsProof: file }))).toEqual([
    'A-01 info',
  ]);
});

test('a lost card is cancelled by the one that takes its place, and a cancellation takes the card back', () => {
  const old = { oldCard: 'CHN2300001', oldUntil: '2027-01-01', reason: '离职' };
  const s = reply(upward(begun({}, { kind: 'cancel', ...old })));
  expect(s.state.papers.map(({ paper }) => paper)).toContain('cancel-letter');
  expect(s.state.step).toBe('take-back');
  s.act(ONE, { act: 'cancelled', data: { back: true } });
  expect([s.state.status, orders(s, 'old')]).toEqual([
    'completed',
    [
      {
        row: 'follow',
        find: { number: 'CHN2300001' },
        where: {},
        moves: [{ move: 'cancel', data: { ended: '离职' } }],
      },
    ],
  ]);
});
