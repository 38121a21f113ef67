import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PolicyValue } from '@zhitongche/office';
import { freshKey } from '../../../apps/server/testing/story.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { ProblemError } from '@zhitongche/core/server';
import { confirmPolicies } from './confirm-policies.ts';
import { addPolicy, listPolicies } from './policies.ts';
import { promiseProblems } from './promised-days.ts';
import { listRequests } from './requests.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice();
}, 60_000);
afterAll(() => t.drop());

const sets = async (key: string, value: PolicyValue): Promise<unknown> =>
  await addPolicy(
    t.app,
    await t.actor('security-admin'),
    { key: freshKey(), what: 'addPolicy', request: {} },
    { key, value, validFrom: '2026-03-02', source: '内部规定' },
  );
const refusal = async (key: string, value: PolicyValue): Promise<readonly string[]> => {
  const error = await sets(key, value).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? (error.more.problems ?? []).map(({ message }) => message) : [];
};

describe('a figure in words', () => {
  test('that papers print is refused at its field when no face can draw it, not after a decision', async () => {
    expect(await refusal('outbound-trip.copies-to', ['省档案馆', '省\u{2A6D6}局'])).toEqual([
      expect.stringContaining('U+2A6D6'),
    ]);
    await sets('outbound-trip.copies-to', ['省档案馆']);
  });

  test('that names ranks or roles takes no other word, so that a slip of the pen changes nobody who decides', async () => {
    expect(await refusal('outbound-trip.route.director', ['bureau', 'burreau'])).toEqual([
      expect.stringContaining('“burreau”'),
    ]);
    expect(
      await refusal('login.totp-roles', ['system-admin', 'security-admin', 'audit-admin', 'boss']),
    ).toEqual([expect.stringContaining('“boss”')]);
    await sets('outbound-trip.route.director', ['bureau']);
  });

  test('that are days before which people are told takes whole days only, so that a slip of the pen forgets nobody', async () => {
    expect(await refusal('person.document-warn', ['90', '三十', '1e9', '7.5'])).toEqual([
      expect.stringContaining('“三十”、“1e9”、“7.5”'),
    ]);
    await sets('person.document-warn', ['90', '30', '0']);
  });

  test('that are hours or parts of a limit in minutes must be such, so that no clock stands still in silence', async () => {
    for (const hours of [['9点到12点'], ['09:00-12:00', '11:00-13:00'], ['12:00-09:00']])
      expect(await refusal('incident.hours', hours)).toEqual([expect.stringContaining('时段')]);
    for (const marks of [['八成'], ['80', '100:nobody'], ['0']])
      expect(await refusal('incident.tell', marks)).toEqual([expect.stringContaining('百分比')]);
    await sets('incident.hours', ['08:30-12:00', '14:30-17:30']);
    await sets('incident.tell', ['80', '100:director']);
  });

  test('never takes the second factor away from the three administrators', async () => {
    for (const roles of [[], ['director'], ['system-admin', 'security-admin']])
      expect(await refusal('login.totp-roles', roles)).toEqual([expect.stringContaining('审计管理员')]);
  });

  test('that is empty reads as empty to the second administrator, not as nothing', async () => {
    await sets('login.totp-roles', ['system-admin', 'security-admin', 'audit-admin']);
    const [request] = await listRequests(t.app, await t.actor('system-admin'));
    expect(request?.detail).toContain('系统管理员、安全管理员、审计管理员');
  });
});

describe('figures the product brings, confirmed together', () => {
  const shown = async () => {
    const all = await listPolicies(t.app, await t.actor('security-admin'));
    return all.filter(({ unconfirmed, rows, type }) => unconfirmed && rows.length === 0 && type !== 'money');
  };
  const confirms = async (
    figures: readonly { readonly key: string; readonly value: PolicyValue }[],
    key = freshKey(),
  ) => {
    const body = { figures: [...figures], validFrom: '2026-03-02', source: '外事办公会议纪要第3号' };
    return await confirmPolicies(
      t.app,
      await t.actor('security-admin'),
      { key, what: 'confirmPolicies', request: { ...body } },
      body,
    );
  };
  const refused = async (figures: readonly { readonly key: string; readonly value: PolicyValue }[]) => {
    const error = await confirms(figures).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof ProblemError ? (error.more.problems ?? []).map(({ message }) => message) : [];
  };

  test('each get a row with day and source, those of log-in wait for the second administrator, once however often it is sent', async () => {
    const some = (await shown()).slice(0, 5).map(({ key, default: value }) => ({ key, value }));
    const key = freshKey();
    const told = await confirms(some, key);
    expect(told.confirmed + told.waits).toBe(5);
    expect(await confirms(some, key)).toEqual(told);
    const after = await listPolicies(t.app, await t.actor('security-admin'));
    const rows = after
      .filter((one) => some.some((other) => other.key === one.key))
      .flatMap((one) => one.rows);
    expect(rows).toHaveLength(told.confirmed);
    for (const row of rows)
      expect(row).toMatchObject({ validFrom: '2026-03-02', source: '外事办公会议纪要第3号', org: null });
  });

  test('are none of them confirmed when one is another figure by now, was set already or is not there', async () => {
    const before = (await shown()).length;
    const [one, two] = await shown();
    if (!one || !two) throw new Error('nothing left to confirm');
    expect(
      await refused([
        { key: one.key, value: one.default },
        { key: two.key, value: 'another' },
        { key: 'no.such', value: 1 },
      ]),
    ).toEqual([expect.stringContaining('预设值已变'), expect.stringContaining('没有“no.such”')]);
    expect((await shown()).length).toBe(before);
    await confirms([{ key: one.key, value: one.default }]);
    expect(await refused([{ key: one.key, value: one.default }])).toEqual([
      expect.stringContaining('已经设定过'),
    ]);
  });
});

describe('the days steps have and the days that are promised (办结时限)', () => {
  test('are held together at once, with both sums and the steps that make them up', async () => {
    const [longer] = await refusal('outbound-trip.days.handler', 3);
    expect(longer).toContain('合计5个工作日（经办审核3、处室会签1、处长审核1），多于承诺的3个工作日');
    expect(await refusal('outbound-trip.promise', 2)).toEqual([expect.stringContaining('合计3个工作日')]);
    expect(await refusal('outbound-trip.promise-urgent', 1)).toEqual([expect.stringContaining('加急件')]);
    expect(await refusal('outbound-trip.promise-stands-for-leader', false)).toEqual([
      expect.stringContaining('多于承诺的3个工作日'),
    ]);
  });

  test('are held together while everybody else is served', async () => {
    const book = await t.app.offices.get(t.office);
    let others = 0;
    let busy = true;
    const serve = (): void => {
      others += 1;
      if (busy) setImmediate(serve);
    };
    setImmediate(serve);
    const wanted = { key: 'outbound-trip.days.handler', value: 3, validFrom: '2026-03-02' };
    const found = await promiseProblems(t.app.services, book, wanted);
    busy = false;
    expect(found).toHaveLength(1);
    expect(others).toBeGreaterThan(0);
  });

  test('may be changed in the order that keeps them together, and mended step by step where they are not', async () => {
    await sets('outbound-trip.promise', 7);
    await sets('outbound-trip.promise-urgent', 4);
    await sets('outbound-trip.days.handler', 3);
    await sets('outbound-trip.days.unit', 5);
  });
});
