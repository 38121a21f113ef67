import { addDays } from '@zhitongche/base';
import { story } from '@zhitongche/case/testing';
import { openBill } from '@zhitongche/money';
import { expect, test } from 'vitest';
import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { mrzLines } from '../../../packages/formats/src/mrz.ts';
import { visaExemptions } from '../../shared/tables/visa-exemptions.ts';
import { entriesOf, figuresOf } from './entries.ts';
import { visa } from './index.ts';
import { sameName, zoneLines } from './received.ts';
import { groupSample, sampleStop, visaSample } from './samples.ts';
import { charges, checklists } from './tables/index.ts';

const TODAY = '2026-03-02';
const DESK = 'passport-officer';
const HEAD = 'division-head@outbound';
const tables = {
  countries,
  'visa-exemptions': visaExemptions.rows,
  'visa-checklists': checklists.rows,
  'visa-fees': charges.rows,
};
const begun = (answers = groupSample(TODAY), lookups = {}) =>
  story(visa, { tables, lookups: lookups }).submit(answers);
type Story = ReturnType<typeof begun>;

const ids = (s: Story, country: string): string[] =>
  entriesOf(s.state)
    .filter((entry) => entry.country === country)
    .map(({ id }) => id);
const numbers = (s: Story): string =>
  entriesOf(s.state)
    .filter(({ country }) => country === '日本')
    .map(({ traveller }) => traveller.passportNumber)
    .join('\n');
const stateOf = (s: Story, id: string | undefined) => s.state.strands?.['entry']?.[id ?? '']?.state;
const standingPapers = (s: Story): readonly string[] =>
  s.state.papers.filter(({ revoked, superseded }) => !revoked && !superseded).map(({ paper }) => paper);
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const paid = { act: 'pay-counter', data: { way: 'cash', reference: '0001' } };

const settled = (s: Story): Story => {
  s.act('window', { act: 'accept' });
  const exempt = ids(s, '新加坡');
  if (exempt.length > 0) s.act(DESK, { act: 'as-exempt', strands: exempt, data: {} });
  return s.act(DESK, { act: 'as-visa', strands: ids(s, '日本'), data: {} });
};
const note = {
  mission: '日本国驻华大使馆',
  missionEn: 'Embassy of Japan in China',
  purposeEn: 'Talks on schools',
};
const noted = (s: Story): Story => {
  settled(s).act('window', paid);
  for (const act of ['receive', 'review']) s.act(DESK, { act, strands: ids(s, '日本') });
  s.act(DESK, { act: 'draft-note', strands: ids(s, '日本'), data: note });
  return s.act(HEAD, { act: 'sign' }).issueAll();
};
const away = (s: Story): Story =>
  noted(s).act(DESK, {
    act: 'send',
    strands: ids(s, '日本'),
    data: { mission: '日本驻华使馆', scanned: numbers(s) },
  });

test('of three people Japan asks for visas and Singapore does not; an officer settles it and says why where he differs', () => {
  const s = begun();
  expect(figuresOf(s.state).entries.map(({ country, answer, from }) => [country, answer, from])).toEqual(
    Array.from({ length: 3 }, () => [
      ['日本', 'visa', ''],
      ['新加坡', 'exempt', '2011-04-17'],
    ]).flat(),
  );
  s.act('window', { act: 'accept' });
  const differs = s.refused(DESK, { act: 'as-exempt', strands: ids(s, '日本'), data: {} });
  expect(codes(differs)).toEqual(['V-11']);
  expect(differs[0]?.message).toContain('系统：须办签证');
  s.act(DESK, {
    act: 'as-held',
    strands: ids(s, '日本').slice(0, 1),
    data: { ground: '持有有效五年多次签证' },
  });
  s.act(DESK, { act: 'as-exempt', strands: ids(s, '新加坡'), data: {} });
  s.act(DESK, { act: 'as-visa', strands: ids(s, '日本').slice(1), data: {} });
  // Two visas at 330 by the office and 200 by the mission.
  expect(openBill(s.state.money)).toMatchObject({
    total: '1060.00',
    lines: [
      { label: '签证代办费', quantity: 2, amount: '660.00' },
      { label: '日本签证费', quantity: 2, amount: '400.00' },
    ],
  });
});

test('visas go out and come back by scanning, are checked and handed out; the certificates with them', () => {
  const s = away(begun());
  expect(standingPapers(s)).toContain('note:c1');
  expect(s.state.promise?.stoppedOn).toBe(TODAY);
  s.on('2026-03-09').act(DESK, { act: 'granted', strands: ids(s, '日本'), on: '2026-03-06' });
  s.act(DESK, { act: 'collect', strands: ids(s, '日本'), data: { scanned: numbers(s) } });
  for (const [at, id] of ids(s, '日本').entries()) {
    const { traveller, arrive, leave } = entriesOf(s.state).find((entry) => entry.id === id) ?? {};
    s.act(DESK, {
      act: 'check',
      strands: [id],
      data: {
        visaNumber: `J00000${at}`,
        holder: traveller?.pinyin,
        passport: traveller?.passportNumber,
        from: arrive,
        until: leave,
        entries: 'single',
        stay: 15,
      },
    });
  }
  const hand = { scanned: numbers(s), collector: '吴专办', on: '2026-03-09' };
  const early = s.refused(DESK, { act: 'hand', strands: ids(s, '日本'), data: hand });
  expect(codes(early)).toEqual(['V-32']);
  s.act(DESK, { act: 'certify', strands: ids(s, '新加坡') }).issueAll();
  expect(standingPapers(s).filter((paper) => paper.startsWith('exit:'))).toHaveLength(3);
  s.act(DESK, { act: 'hand', strands: entriesOf(s.state).map(({ id }) => id), data: hand });
  expect(s.state.status).toBe('completed');
});

test('a changed itinerary opens what changed anew and voids its certificate at once; what did not change stands', () => {
  const s = settled(begun()).act('window', paid);
  s.act(DESK, { act: 'certify', strands: ids(s, '新加坡') }).issueAll();
  const [before] = ids(s, '新加坡');
  const visas = ids(s, '日本');
  const stops = [
    sampleStop('日本', '东京', addDays(TODAY, 40), 4),
    sampleStop('新加坡', '新加坡', addDays(TODAY, 43), 5),
  ];
  s.act('filer', {
    act: 'itinerary',
    data: {
      approval: '某外出字〔2026〕20号',
      exitDate: addDays(TODAY, 40),
      entryDate: addDays(TODAY, 47),
      stops,
    },
  });
  expect(standingPapers(s).filter((paper) => paper.startsWith('exit:'))).toEqual([]);
  expect(s.state.step).toBe('confirm');
  const [after] = ids(s, '新加坡');
  expect(after).not.toBe(before);
  expect([stateOf(s, after), stateOf(s, visas[0])]).toEqual(['pending', 'collecting']);
  expect(ids(s, '日本')).toEqual(visas);
  s.act(DESK, { act: 'as-exempt', strands: ids(s, '新加坡'), data: {} });
  s.act(DESK, { act: 'certify', strands: ids(s, '新加坡') }).issueAll();
  expect(standingPapers(s)).toContain(`exit:${after}`);
  // Given up afterwards, nothing stays in force.
  s.act('filer', { act: 'cancel', opinion: '任务取消' });
  expect(standingPapers(s)).toEqual([]);
});

test('a batch is refused when a book is scanned twice, is another, or is missing, and before the note is signed', () => {
  const s = noted(begun());
  const [one, two] = numbers(s).split('\n');
  const tried = (scanned: string) =>
    s.refused(DESK, { act: 'send', strands: ids(s, '日本'), data: { mission: '日本驻华使馆', scanned } });
  expect(tried(`${one}\n${one}\nPE0000000`).map(({ message }) => message)).toEqual([
    `${one}扫了两次`,
    'PE0000000不是所选人员的护照',
    expect.stringContaining('没有扫到：'),
  ]);
  expect(codes(tried(`${one} ${two}`))).toEqual(['V-21']);
  s.act(DESK, {
    act: 'send',
    strands: ids(s, '日本'),
    data: { mission: '日本驻华使馆', scanned: numbers(s) },
  });
  const [first, ...rest] = ids(s, '日本');
  s.act(DESK, { act: 'missing', strands: [first ?? ''], opinion: '使馆称已交还，正在核实' });
  expect(s.notes()).toEqual([expect.stringContaining('护照没有取回')]);
  s.act(DESK, {
    act: 'collect',
    strands: rest,
    data: { scanned: numbers(s).split('\n').slice(1).join('\n') },
  });
  expect(rest.map((id) => stateOf(s, id))).toEqual(['back', 'back']);
});

test('what does not fit the trip stops: days, entries, stay, name, passport; a zone that is wrong, and one that is right', () => {
  const s = away(begun());
  s.act(DESK, { act: 'collect', strands: ids(s, '日本'), data: { scanned: numbers(s) } });
  const [id = ''] = ids(s, '日本');
  const { traveller, arrive, leave } = entriesOf(s.state).find((entry) => entry.id === id) ?? {};
  const whole = {
    visaNumber: 'J0000001',
    holder: traveller?.pinyin,
    passport: traveller?.passportNumber,
    from: arrive,
    until: leave,
    entries: 'single',
    stay: 15,
  };
  const told = (more: object) =>
    s.refused(DESK, { act: 'check', strands: [id], data: { ...whole, ...more } }).map(({ at }) => at.at(-1));
  expect(told({ until: addDays(leave ?? '', -1) })).toEqual(['until']);
  expect(told({ from: addDays(arrive ?? '', 1) })).toEqual(['from']);
  expect(told({ stay: 3 })).toEqual(['stay']);
  expect(told({ holder: 'QIAN CAIWEN', passport: 'PE6610071' })).toEqual(['holder', 'passport']);
  const zone = (more = {}) =>
    mrzLines('MRV-A', {
      documentCode: 'V',
      issuer: 'JPN',
      primary: 'QIAN',
      secondary: 'CAIWEI',
      number: traveller?.passportNumber ?? '',
      nationality: 'CHN',
      birth: (traveller?.birthDate ?? '').slice(2).replaceAll('-', ''),
      sex: traveller?.sex ?? '<',
      expiry: (leave ?? '').slice(2).replaceAll('-', ''),
      optional: '',
      ...more,
    })?.join('\n') ?? '';
  const scanned = { ...whole, holder: undefined, passport: undefined, until: undefined };
  expect(
    told({ ...scanned, zone: zone({ sex: traveller?.sex === 'M' ? 'F' : 'M', birth: '700101' }) }),
  ).toEqual(['zone', 'zone']);
  expect(
    told({
      ...scanned,
      zone: zone()
        .replace('CHN', 'CHM')
        .replace(/\d(.*)$/, '5$1'),
    }),
  ).toContain('zone');
  s.act(DESK, { act: 'check', strands: [id], data: { ...scanned, zone: zone() } });
  expect(stateOf(s, id)).toBe('checked');
});

test('a name longer than the zone is that of the passport as far as the zone goes', () => {
  const long = 'ABDURAHMANMAMTIMINJANOV ABDUSALAMJANMUHAMMADALI';
  const [first = ''] =
    mrzLines('MRV-A', {
      documentCode: 'V',
      issuer: 'JPN',
      primary: 'ABDURAHMANMAMTIMINJANOV',
      secondary: 'ABDUSALAMJANMUHAMMADALI',
      number: 'PE6610070',
      nationality: 'CHN',
      birth: '800101',
      sex: 'M',
      expiry: '260601',
      optional: '',
    }) ?? [];
  expect(first).toHaveLength(44);
  const read = first.slice(5).split('<<').join(' ');
  expect(sameName(read, long, !first.endsWith('<'))).toBe(true);
  expect(sameName(read, long, false)).toBe(false);
  expect(sameName('ABDU', 'LIN MINGYUAN', true)).toBe(false);
  expect(zoneLines('v<chn\nx')).toEqual(['V<CHNX']);
});

test('a refusal asks its reason, the book comes back, and the next filing is warned', () => {
  const s = away(begun(visaSample(TODAY)));
  const refused = { on: '2026-03-05', reason: 'purpose', words: '目的说明不足' };
  s.on('2026-03-06').act(DESK, { act: 'refused', strands: ids(s, '日本'), data: refused });
  const orders = visa.keeps?.['refusal']?.orders(s.state, {
    caseId: 'c',
    caseNumber: 'QZ1',
    today: '2026-03-06',
    moved: ids(s, '日本'),
  });
  expect(orders).toMatchObject([
    { row: 'enter', answers: { country: '日本', reason: 'purpose', caseNumber: 'QZ1' } },
  ]);
  s.act(DESK, { act: 'take-back', strands: ids(s, '日本'), data: { scanned: numbers(s) } });
  expect(s.state.status).toBe('completed');
  const [traveller] = visaSample(TODAY)['travellers'] as readonly { readonly citizenId: string }[];
  const warned = story(visa, {
    tables,
    lookups: {
      refusals: {
        rows: [
          {
            answers: { on: '2026-03-05', country: '日本', reason: 'purpose' },
            people: [traveller?.citizenId ?? ''],
          },
        ],
      },
    },
  }).problems(visaSample(TODAY));
  expect(warned).toMatchObject([
    { code: 'V-05', level: 'warn', message: expect.stringContaining('出访目的存疑') },
  ]);
});

test('what is wrong is said at once: a passport that ends too soon, one held twice, a trip of permits alone', () => {
  const { travellers, ...rest } = groupSample(TODAY) as { travellers: readonly object[] };
  const [one, two] = travellers;
  const problems = (answers: object) =>
    story(visa, { tables })
      .problems(answers as never)
      .filter(({ level }) => level !== 'info')
      .map(({ code, level }) => `${code} ${level}`);
  // Back on 2026-04-18: six months later is 2026-10-18.
  expect(problems({ ...rest, travellers: [{ ...one, passportUntil: '2026-10-17' }] })).toEqual(['V-03 warn']);
  expect(problems({ ...rest, travellers: [{ ...one, passportUntil: '2026-10-18' }] })).toEqual([]);
  expect(problems({ ...rest, travellers: [{ ...one, passportUntil: '2026-04-17' }] })).toEqual([
    'V-03 block',
  ]);
  const same = { ...two, passportNumber: (one as { passportNumber: string }).passportNumber };
  expect(problems({ ...rest, travellers: [one, same] })).toEqual(['V-04 block']);
  const hk = [sampleStop('香港', '香港', addDays(TODAY, 40), 4)];
  expect(problems({ ...rest, travellers, stops: hk })).toEqual(['V-01 block']);
  const outside = [sampleStop('日本', '东京', addDays(TODAY, 46), 4)];
  expect(problems({ ...rest, travellers, stops: outside })).toEqual(['V-02 block']);
});
