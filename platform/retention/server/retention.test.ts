import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '@zhitongche/core/server';
import { listRequests, settleRequest } from '../../administration/server/requests.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { JOB_HANDLERS } from '../../../apps/server/src/job/handlers.ts';
import { runNextJob } from '../../../apps/server/src/job/outbox.ts';
import { caseView, createCase, saveDraft } from '@zhitongche/case/server';
import { verifyChains } from '@zhitongche/audit/server';
import { verifyRegisters } from '../../proof/server/verify-registers.ts';
import { verifyStates } from '../../proof/server/verify-states.ts';
import { keepTerms } from './keep-terms.ts';
import { endHold, placeHold } from './holds.ts';
import { askErasure } from './ask-erasure.ts';
import { retentionView } from './view.ts';

const HOLDER = '欧阳测试';
const NUMBER = '11010519491231002X';
let t: TestOffice;

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
});
afterAll(async () => t.drop());

const asked = () => ({ key: freshKey(), what: 'test', request: {} });
const opens = async (id: string): Promise<unknown> =>
  (await caseView(t.app, await t.actor('filer'), id)).state.answers;
const due = async (): Promise<readonly string[]> =>
  (await retentionView(t.app, await t.actor('system-admin'))).due.map((row) => row.id);
const ask = async (): Promise<unknown> => await askErasure(t.app, await t.actor('system-admin'), asked());
const confirm = async (): Promise<void> => {
  const audit = await t.actor('audit-admin');
  for (const row of await listRequests(t.app, audit))
    if (row.may === 'confirm') await settleRequest(t.app, audit, row.id, true);
};

/** A case refused on the day of the clock: ended, with a holder's name and number. */
async function ended(): Promise<string> {
  const id = await submitted(t, 'toy', {
    subject: '海南考察',
    copies: 2,
    holder: HOLDER,
    citizenId: NUMBER,
  });
  await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
  while (await runNextJob(t.app, JOB_HANDLERS));
  return id;
}

test('personal data of an ended case goes when its term is over and two persons confirmed the list, and what was decided still proves', async () => {
  t.at('2026-03-02');
  const id = await ended();
  t.at('2029-03-01');
  expect(await due()).not.toContain(id);
  t.at('2029-03-03');
  expect(await due()).toContain(id);
  await ask();
  await keepTerms(t.app, t.office);
  expect(await opens(id), 'one person alone deletes nothing').toMatchObject({ holder: HOLDER });
  const system = await t.actor('system-admin');
  expect((await listRequests(t.app, system)).map((row) => row.may)).toEqual(['wait']);
  await confirm();
  await keepTerms(t.app, t.office);
  // A second node, or the same one after a crash, finds nothing left to do.
  await keepTerms(t.app, t.office);
  expect(await opens(id)).toEqual({ subject: '海南考察', copies: 2, people: undefined });
  const events = await t.base.owner.query<{ type: string; body: string; doer: string }>(
    `select body->>'type' as type, body::text as body, doer->>'id' as doer from case_event where case_id = $1 order by seq`,
    [id],
  );
  expect(events.filter((event) => event.type === 'erased')).toHaveLength(1);
  const told = (await caseView(t.app, await t.actor('filer'), id)).timeline.map((entry) => entry.text);
  expect(told.some((text) => /已删除.*个人信息.*系统管理员.*审计管理员/.test(text))).toBe(true);
  expect(told.some((text) => text.includes('不予同意'))).toBe(true);
  const [file] = await t.base.owner.query(
    'select salt, number is not null as numbered from case_file where id = $1',
    [id],
  );
  expect(file).toEqual({ salt: '', numbered: true });
  expect(await t.base.owner.query("select 1 from audit where action = 'case.erase'")).toHaveLength(1);
  expect((await verifyChains(t.app, t.office)).firstBroken).toBeNull();
  expect((await verifyStates(t.app, t.office)).broken).toEqual([]);
  expect((await verifyRegisters(t.app, t.office)).broken).toEqual([]);
  expect(await due()).not.toContain(id);
});

test('a server that dies in the middle of a list leaves every case whole or done, and the next one ends it', async () => {
  t.at('2026-03-02');
  const ids = [await ended(), await ended(), await ended()];
  t.at('2029-03-03');
  await ask();
  await confirm();
  const gone = async (): Promise<number> => {
    const rows = await t.base.owner.query('select 1 from case_file where id = any($1) and salt = $2', [
      ids,
      '',
    ]);
    const told = await t.base.owner.query(
      "select 1 from case_event where case_id = any($1) and body->>'type' = 'erased'",
      [ids],
    );
    expect(told, 'no key is destroyed without its event').toHaveLength(rows.length);
    return rows.length;
  };
  const seen: number[] = [];
  // It dies in the second case it comes to: with the key destroyed, then before the last row is gone.
  for (const at of [/update register_row/, /delete from request_key/]) {
    let met = 0;
    const dies = async (sql: string): Promise<void> => {
      if (at.test(sql)) met += 1;
      if (met === 2) throw new Error('power cut');
    };
    const dying: App = {
      ...t.app,
      db: {
        ...t.app.db,
        tx: async (work) =>
          await t.app.db.tx(
            async (query) =>
              await work(async (sql, values) => {
                await dies(typeof sql === 'string' ? sql : '');
                return await query(sql, values);
              }),
          ),
      },
    };
    await keepTerms(dying, t.office).catch((error: unknown) => error);
    seen.push(await gone());
  }
  expect(seen, 'one more is done each time, the one it died in is as it was').toEqual([1, 2]);
  await keepTerms(t.app, t.office);
  expect(await gone()).toBe(3);
  expect((await verifyStates(t.app, t.office)).broken).toEqual([]);
  expect((await verifyChains(t.app, t.office)).firstBroken).toBeNull();
});

test('a hold with its reason on record keeps everything of a case until it is ended', async () => {
  t.at('2026-03-02');
  const id = await ended();
  const audit = await t.actor('audit-admin');
  const [row] = await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [
    id,
  ]);
  t.at('2029-03-03');
  await ask();
  await placeHold(t.app, audit, asked(), { number: row?.number ?? '', reason: '行政复议' });
  await confirm();
  await keepTerms(t.app, t.office);
  expect(await opens(id), 'held after the list was drawn').toMatchObject({ holder: HOLDER });
  expect(await due()).not.toContain(id);
  const [hold] = (await retentionView(t.app, audit)).held;
  expect(hold).toMatchObject({ number: row?.number, reason: '行政复议' });
  await endHold(t.app, audit, hold?.id ?? '', '复议已结');
  expect(await due()).toContain(id);
  const lines = await t.base.owner.query<{ action: string }>(
    "select action from audit where action like 'hold.%' order by xid, id",
  );
  expect(lines.map((line) => line.action)).toEqual(['hold.place', 'hold.end']);
});

test('a draft nobody saved for as long as its service says goes with its files, a younger one stays', async () => {
  const filer = await t.actor('filer');
  const draft = async (day: string): Promise<string> => {
    t.at(day);
    const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'toy' });
    await saveDraft(t.app, filer, { caseId: id, answers: { subject: '草稿', holder: HOLDER }, revision: 0 });
    await t.base.owner.query(
      `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
       values ($1, $2, $3, 'a.pdf', 'application/pdf', 1, $4, $5, $6)`,
      [t.office, freshKey(), id, id.replaceAll('-', '').padEnd(64, '0'), filer.id, t.app.clock()],
    );
    return id;
  };
  const [old, young] = [await draft('2030-01-02'), await draft('2030-01-20')];
  t.at('2030-02-05');
  await keepTerms(t.app, t.office);
  const left = await t.base.owner.query<{ case_id: string }>(
    'select case_id from upload where case_id = any($1::uuid[])',
    [[old, young]],
  );
  expect(left).toEqual([{ case_id: young }]);
  expect(await t.base.owner.query('select 1 from case_file where id = $1', [old])).toEqual([]);
});

test('what of a case stands in registers goes with it', async () => {
  t.at('2026-03-02');
  const id = await submitted(t, 'toy', { subject: '出证', copies: 1, holder: HOLDER, citizenId: NUMBER });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  while (await runNextJob(t.app, JOB_HANDLERS));
  const stored = async () =>
    (
      await t.base.owner.query<{ data: Record<string, unknown>; keys: string[] }>(
        'select data, keys from register_row where case_id = $1',
        [id],
      )
    )[0];
  expect(await stored()).toMatchObject({ data: { $sealed: expect.any(String) }, keys: [expect.any(String)] });
  t.at('2029-03-03');
  await ask();
  await confirm();
  await keepTerms(t.app, t.office);
  expect((await stored())?.data).not.toHaveProperty('$sealed');
  expect((await stored())?.keys).toEqual([]);
  expect((await verifyRegisters(t.app, t.office)).broken).toEqual([]);
});
