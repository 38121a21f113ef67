import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { listRequests, settleRequest } from '../../administration/server/requests.ts';
import { askErasure } from '../../retention/server/ask-erasure.ts';
import { showRow } from '../../register/server/kept/show-row.ts';
import { keepTerms } from '@zhitongche/retention/server';
import { toyFaults } from '../../register/testing/toy-faults.ts';
import { toyKeys } from '../../register/testing/toy-register.ts';
import { newId } from '@zhitongche/host';
import { caseView } from '@zhitongche/case/server';
import { keepRow } from '@zhitongche/register/server';
import { measureCases, measureRows } from '@zhitongche/measure';
import { faultMeasures } from '../testing/toy-measures.ts';
import { projectMeasures } from './project-measures.ts';
import { measureHistory } from './read-measures.ts';
import { verifyMeasures } from './verify-measures.ts';

/** Whom refused applications named, each once. */
const holders = measureCases('toy', [
  {
    code: 'toy.holders',
    name: '申请涉及人数',
    what: '申请里写明的持证人，每人计一次',
    unit: '人',
    sort: 'persons',
    edition: 1,
    lines: ({ state: { path, answers } }) =>
      path[0] && typeof answers['citizenId'] === 'string'
        ? [{ day: path[0].at.slice(0, 10), n: '1', who: answers['citizenId'] }]
        : [],
  },
]);

/** Who kept keys that were handed in for good, each once. */
const keepersOfKeys = measureRows('toy-keys', [
  {
    code: 'toy.keepers',
    name: '保管人数',
    what: '登记过的保管人，每人计一次',
    unit: '人',
    sort: 'persons',
    edition: 1,
    lines: ({ row: { enteredAt, answers } }) =>
      typeof answers['holder'] === 'string'
        ? [{ day: enteredAt.slice(0, 10), n: '1', who: answers['holder'] }]
        : [],
  },
]);

let t: TestOffice;
let key = '';
let fault = '';
let matter = '';
beforeAll(async () => {
  t = await testOffice({
    services: [toyService],
    registers: [toyFaults, toyKeys],
    measures: [faultMeasures, holders, keepersOfKeys],
    pool: 4,
  });
  t.at('2026-11-20');
  const answers = { what: '断网', reported: '2026-11-02T09:00', answered: '2026-11-02T09:10', minutes: 15 };
  fault = (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-faults',
      key: newId(),
      command: { act: 'enter', answers },
    })
  ).id;
  key = (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-keys',
      key: newId(),
      command: { act: 'enter', answers: { tag: '甲', room: '甲室', kind: 'door', holder: '欧阳测试' } },
    })
  ).id;
  const ends = async (who: 'handler' | 'handler@security', revision: number, command: object) =>
    await keepRow(t.app, await t.actor(who), {
      register: 'toy-keys',
      id: key,
      revision,
      key: newId(),
      command: command as never,
    });
  await ends('handler', 1, { act: 'move', move: 'destroy' });
  await ends('handler@security', 2, { act: 'agree' });
  const holder = { holder: '欧阳测试', citizenId: '11010519491231002X' };
  matter = await submitted(t, 'toy', { subject: '考察', copies: 2, ...holder });
  await takes(t, 'signer', matter, { act: 'refuse', opinion: '不予同意。' });
  await followed();
});
afterAll(() => t.drop());

/** Waits until every act is counted: acts count once nobody older can still commit, and other tests share the server. */
const followed = () =>
  vi.waitFor(
    async () => {
      // One sort is counted for the first time in each round: nothing left to do says that all are.
      expect(await projectMeasures(t.app, t.office)).toBe(0);
      const [left] = await t.base.owner.query<{ n: number }>(
        `select count(*)::int as n from audit a left join follower f on f.office = a.office and f.name = 'measures'
         where a.office = $1 and a.xid > coalesce(f.upto_xid, '0'::xid8)`,
        [t.office],
      );
      expect(left?.n).toBe(0);
    },
    { timeout: 20_000 },
  );
const persons = async () =>
  (await measureHistory(t.app, await t.actor('filer'), 'toy.holders')).months.find(
    ({ month }) => month === '2026-11-01',
  )?.words;
const broken = async () => (await verifyMeasures(t.app, t.office)).broken;
/** Past the program, as the owner of the database; what was done is undone. */
const meanwhile = async (text: string, look: () => Promise<void>) => {
  await t.base.owner.query('create table lines_before as select * from measure_line');
  await t.base.owner.query(text);
  try {
    await look();
  } finally {
    await t.base.owner.query('delete from measure_line');
    await t.base.owner.query('insert into measure_line select * from lines_before');
    await t.base.owner.query('drop table lines_before');
  }
};

describe('the lines behind the figures, counted anew', () => {
  it('are those that are kept', async () => {
    expect(await verifyMeasures(t.app, t.office)).toEqual({ checked: 3, broken: [] });
  });

  it('tell of a figure that somebody changed, took away or moved to another month', async () => {
    const named = [`指标所计的台账条目 ${fault} 与按记录重新计数的结果不同`];
    const ofFault = `where subject = '${fault}'`;
    for (const change of [
      `update measure_line set n = n + 1 ${ofFault}`,
      `delete from measure_line ${ofFault}`,
      `update measure_line set day = '2026-10-02' ${ofFault}`,
    ])
      await meanwhile(change, async () => expect(await broken()).toEqual(named));
    await meanwhile(`update measure_line set n = n + 1 where subject = '${matter}'`, async () =>
      expect(await broken()).toEqual([`指标所计的办件 ${matter} 与按记录重新计数的结果不同`]),
    );
  });

  it('tell of a line that belongs to nothing', async () => {
    const stray = newId();
    await meanwhile(
      `insert into measure_line select office, measure, '${stray}', kind, seq, org, day, n, who from measure_line where subject = '${fault}'`,
      async () => expect((await broken()).every((line) => line.includes(stray))).toBe(true),
    );
  });
});

describe('when the term of personal data is over', () => {
  const counted = (measure: string, subject: string) =>
    t.base.owner.query<{ n: string }>(
      'select n::text as n from measure_line where subject = $1 and measure = $2',
      [subject, measure],
    );
  const erase = async () => {
    await askErasure(t.app, await t.actor('system-admin'), { key: freshKey(), what: 'test', request: {} });
    const audit = await t.actor('audit-admin');
    for (const row of await listRequests(t.app, audit))
      if (row.may === 'confirm') await settleRequest(t.app, audit, row.id, true);
    await keepTerms(t.app, t.office);
    await followed();
  };

  it('a person of a case stays counted: the year’s figure does not move', async () => {
    expect(await persons()).toBe('1人');
    t.at('2029-12-01');
    await erase();
    const { answers } = (await caseView(t.app, await t.actor('filer'), matter)).state;
    expect(answers['citizenId']).toBeUndefined();
    expect(await broken()).toEqual([]);
    expect(await counted('toy.holders', matter)).toEqual([{ n: '1' }]);
  });

  it('a person of a row stays counted', async () => {
    t.at('2036-12-01');
    await erase();
    const { answers } = await showRow(t.app, await t.actor('handler'), 'toy-keys', key);
    expect(answers['holder']).toBeUndefined();
    expect(await broken()).toEqual([]);
    expect(await counted('toy.keepers', key)).toEqual([{ n: '1' }]);
  });
});
