import { addDays } from '@zhitongche/base';
import { type Story, story, type World } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { worldOf } from '../../shared/testing/context.ts';
import { hkmTrip } from './index.ts';
import { permitsDue } from './permit-strands.ts';
import { hkmSample } from './samples.ts';

/** Filed on Monday 2026-03-02; the sample leaves 45 days later (29 days to 31 March, 16 in April): Thursday 2026-04-16. */
const TODAY = '2026-03-02';
const begun = (world: World = {}): Story => story(hkmTrip, worldOf(world));
const legs = (...stops: readonly (readonly [string, string, string])[]) =>
  stops.map(([country, arrive, leave], n) => ({
    country,
    arrive,
    leave,
    inviter: `邀请单位${n}`,
    inviterPerson: '会长 某某',
  }));
type Told = {
  readonly days: number;
  readonly up: readonly string[];
  readonly permits: readonly { state: string }[];
};
const derived = (over: object, world: World = {}): Told => {
  const s = begun(world);
  const answers = s.answers(over as never);
  const { derive } = hkmTrip;
  return derive?.(answers, s.setting) as unknown as Told;
};

const permit = (more: Readonly<Record<string, string>>, stage: string) => {
  const [first] = (begun().answers()['members'] as readonly { readonly citizenId: string }[]) ?? [];
  return {
    register: 'custody',
    title: '',
    stage,
    answers: { kind: 'permit', until: '2030-01-01', ...more },
    masked: { number: 'C1****78' },
    people: [first?.citizenId ?? ''],
  };
};
const having = (...rows: readonly ReturnType<typeof permit>[]): World => ({
  lookups: { permits: { rows: [...rows] } },
});

// Both the day of exit and that of entry count: 16 to 19 April are 4 days, one day out and back is 1.
test.each([
  ['2026-04-16', '2026-04-19', 4],
  ['2026-04-16', '2026-04-16', 1],
  // April has 30 days: 16 April to 1 May is 15 + 1.
  ['2026-04-16', '2026-05-01', 16],
])('from %s to %s one is away %i days', (exitDate, entryDate, days) => {
  expect(derived({ exitDate, entryDate }).days).toBe(days);
});

// 深圳: one stay of more than 30 days in Hong Kong or more than 20 in Macao goes up.
test.each([
  ['30 days at one host', legs(['香港', '2026-04-01', '2026-04-30']), 0],
  // 1 to 15 April are 15 days, 16 April to 1 May are 16 more: 31 days without leaving Hong Kong.
  [
    '31 days at two hosts, one after the other',
    legs(['香港', '2026-04-01', '2026-04-15'], ['香港', '2026-04-16', '2026-05-01']),
    1,
  ],
  // The day on which one moves from host to host counts once: 1 to 30 April are 30 days.
  [
    '30 days at two hosts, moving on the 15th',
    legs(['香港', '2026-04-01', '2026-04-15'], ['香港', '2026-04-15', '2026-04-30']),
    0,
  ],
  // In Macao between: 15 and 13 days in Hong Kong, neither is over 30.
  [
    'two stays with Macao between',
    legs(
      ['香港', '2026-04-01', '2026-04-15'],
      ['澳门', '2026-04-16', '2026-04-18'],
      ['香港', '2026-04-19', '2026-05-01'],
    ),
    0,
  ],
  [
    '21 days in Macao at two hosts',
    legs(['澳门', '2026-04-01', '2026-04-10'], ['澳门', '2026-04-11', '2026-04-21']),
    1,
  ],
  ['20 days in Macao', legs(['澳门', '2026-04-01', '2026-04-20']), 0],
])('%s', (_what, told, reasons) => {
  expect(derived({ legs: told, exitDate: '2026-04-01', entryDate: '2026-05-01' }).up).toHaveLength(reasons);
});

test('every reason to go up is told, in one sentence each', () => {
  const { up } = derived({
    legs: legs(['香港', '2026-04-01', '2026-05-01'], ['澳门', '2026-05-01', '2026-05-21']),
    exitDate: '2026-04-01',
    entryDate: '2026-05-21',
    endorsement: 'one-year',
    aim: 'research',
  });
  // April and 1 May are 31 days, 1 to 21 May are 21.
  expect(up).toEqual([
    '一次在香港停留31天，超过30天',
    '一次在澳门停留21天，超过20天',
    '申请“访问签注，一年多次”',
    '任务类别为“共同研究”',
  ]);
});

// Back on 2026-04-19; six months beyond it is 2026-10-19: "more than six months" begins on the day after.
test.each([
  ['2026-10-18', 'renew'],
  ['2026-10-19', 'renew'],
  ['2026-10-20', 'valid'],
])('a permit good until %s is %s', (until, state) => {
  expect(derived({}, having(permit({ until }, 'in'))).permits[0]?.state).toBe(state);
});

test('of several permits the one in custody serves although another was lost, and a late one stops whatever else is held', () => {
  expect(derived({}, having(permit({}, 'lost'), permit({}, 'in'))).permits[0]?.state).toBe('valid');
  expect(derived({}, having(permit({}, 'cancelled'))).permits[0]?.state).toBe('none');
  const late = permit({ due: '2026-03-01' }, 'lent');
  expect(derived({}, having(permit({}, 'in'), late)).permits[0]?.state).toBe('overdue');
  // Due today is not late yet.
  expect(derived({}, having(permit({ due: TODAY }, 'lent'))).permits[0]?.state).toBe('valid');
});

test('whoever was late twice is suspended until the later of the two days', () => {
  // 365 days after 2025-04-01 is 2026-04-01; after 2025-09-01 it is 2026-09-01.
  const world = having(
    permit({ missed: '2025-03-20', returnedOn: '2025-04-01' }, 'in'),
    permit({ missed: '2025-08-20', returnedOn: '2025-09-01' }, 'in'),
  );
  expect(derived({}, world).permits[0]).toMatchObject({ state: 'suspended', suspendedTo: '2026-09-01' });
  const told = begun(world)
    .problems()
    .find(({ code }) => code === 'H-08');
  expect(told?.message).toContain('应于2025-08-20交回');
});

const reviewed = (s: Story): Story =>
  s
    .act('signer', { act: 'agree' })
    .act('window', { act: 'accept' })
    .act('handler@outbound', { act: 'agree', opinion: '拟同意' })
    .act('division-head@outbound', { act: 'agree' })
    .issueAll();

test('permits are due seven days after exit and approved days: 16 April, 4 days, 7 days is 27 April', () => {
  const s = reviewed(begun().submit());
  expect(permitsDue(s.state)).toBe('2026-04-27');
});

test('of a trip revoked early in the morning the seven days run from that day, not from the one before', () => {
  const s = reviewed(begun().submit());
  s.at('2026-03-10 07:30')
    .act('filer', { act: 'ask-revocation', data: { reason: '外方取消活动' } })
    .act('signer', { act: 'agree' })
    .act('division-head@outbound', { act: 'agree' });
  // Tuesday 10 March and 7 days: Tuesday 17 March.
  expect(permitsDue(s.state)).toBe(addDays('2026-03-10', 7));
});

test('three working days across Spring Festival: accepted Friday the 13th of February, due the 25th', () => {
  // Worked: Saturday 14 (1). Off: 15 to 23. Worked: Tuesday 24 (2), Wednesday 25 (3).
  const s = begun({ today: '2026-02-13' }).submit(hkmSample({ today: '2026-02-13' }));
  s.act('signer', { act: 'agree' }).act('window', { act: 'accept' });
  expect(s.state.promise).toMatchObject({ days: 3, due: '2026-02-25' });
});
