import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organisationCheck, usccCheck } from '@zhitongche/base';
import { newId } from '@zhitongche/host';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import {
  authenticator,
  digitsIn,
  guest,
  type Guest,
  lastMessage,
  manyCodes,
  raised,
  registered,
} from '../../../apps/server/testing/public-door.ts';
import { publicService, realNameService } from '../../../apps/server/testing/public-service.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { toyKeys } from '../../register/testing/toy-register.ts';
import { VISITOR_COOKIE } from './visitor-cookie.ts';

let t: TestOffice;
let door: Door;

beforeAll(async () => {
  t = await testOffice({ services: [publicService, realNameService, toyService], registers: [toyKeys] });
  await manyCodes(t);
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const failure = (got: Got) => (got.json as { code?: string } | null)?.code ?? got.status;
const idOf = (got: Got) => (got.json as { id: string }).id;
const begun = async (who: Guest) => idOf(await who.call('createCase', { body: { service: 'flags' } }));
const sees = async (who: Guest, id: string) => (await who.call('case', { params: { case: id } })).status;
const minutes = (count: number) => t.at(new Date(t.app.clock().getTime() + count * 60_000).toISOString());
const shown = async (who: Guest, seen: { name: string; document: string; documentKind: string }) => {
  const { code } = (await who.call('visitCounterCode')).json as { code: string };
  return await door.call('window', 'counterRaise', { body: { code, ...seen }, key: newId() });
};
const real = async (to: string, name: string, document: string) => {
  const who = await registered(t, door, to, name);
  expect((await raised(door, who, name, document)).status).toBe(200);
  return who;
};

describe('whoever reads somebody’s mail', () => {
  test('sets no new password without the second factor, and gets in nowhere', async () => {
    const owner = await real('factor@example.com', '双因子', 'E40000001');
    const { secret } = (await owner.call('visitTotp', { body: { password: 'Yunze-2026-Door' } })).json as {
      secret: string;
    };
    const now = () => authenticator(secret, t.app.clock());
    expect((await owner.call('visitTotpConfirm', { body: { code: now() } })).status).toBe(200);
    minutes(3);
    const asked = await guest(door).call('visitCode', {
      body: { purpose: 'reset', to: 'factor@example.com' },
    });
    const { code } = asked.json as { code: string };
    const digits = digitsIn(await lastMessage(t, 'factor@example.com'));
    const thief = guest(door);
    const reset = (more: object) =>
      thief.call('visitReset', { body: { code, digits, password: 'Thief-2026-Door', ...more } });
    expect(failure(await reset({}))).toBe('login.totp-needed');
    expect(failure(await reset({ totp: '000000' }))).toBe('login.refused');
    expect((await thief.call('visitMe')).status).toBe(401);
    expect((await owner.call('visitMe')).status).toBe(200);
    // The owner, who has both, is let in; what was shown is good once.
    expect((await reset({ totp: now() })).status).toBe(200);
    expect((await thief.call('visitMe')).json).toMatchObject({ visitor: { level: 3 } });
  });
});

describe('two people whose documents have the same number', () => {
  test('of different countries or kinds stay two: nobody gets the other’s account and matters', async () => {
    const anna = await real('anna@example.com', 'ANNA KOWALSKA', 'E50000001');
    const hers = await begun(anna);
    const boris = await registered(t, door, 'boris@example.com', 'BORIS');
    const seen = { name: 'BORIS PETROV', document: 'E50000001', documentKind: 'passport' };
    expect(failure(await shown(boris, seen))).toBe('visitor.document-held');
    expect(failure(await shown(boris, { ...seen, name: 'Anna Kowalska', documentKind: 'permit' }))).toBe(
      'visitor.document-held',
    );
    expect(await sees(boris, hers)).toBe(404);
    expect(await sees(anna, hers)).toBe(200);
    // Of another country with the same number: the country goes before it.
    expect((await shown(boris, { ...seen, document: 'RUSE50000001' })).json).toMatchObject({ merged: false });
    // The same person with the same passport comes back as ever.
    const again = await registered(t, door, 'anna2@example.com', 'ANNA');
    const back = await shown(again, { ...seen, name: 'Anna  Kowalska' });
    expect(back.json).toMatchObject({ merged: true });
    expect(await sees(again, hers)).toBe(200);
  });

  test('neither claims what the other filed at the counter', async () => {
    const somebody = { name: 'MARY SMITH', kind: 'foreigner', document: 'E50000002', phone: '13877776666' };
    const intake = idOf(await door.call('window', 'counterIntake', { body: somebody }));
    const other = await real('jean@example.com', 'JEAN MARTIN', 'E50000002');
    expect((await other.call('visitAccount')).json).toMatchObject({ claimable: [] });
    expect(failure(await other.call('visitClaim', { params: { id: intake } }))).toBe('visitor.no-claim');
  });
});

describe('who was entrusted', () => {
  const entrusted = async (principal: Guest, agent: Guest) => {
    const today = t.app.clock().toISOString().slice(0, 10);
    const offer = { role: 'agent', from: today, until: '2026-12-31', only: null };
    const { id, secret } = (await principal.call('visitOffer', { body: offer })).json as {
      id: string;
      secret: string;
    };
    const { party } = (await agent.call('visitTake', { body: { secret } })).json as { party: string };
    expect((await agent.call('visitAct', { body: { party } })).status).toBe(200);
    return { id, case: await begun(agent) };
  };

  test('acts no more once the account of who entrusted it is closed', async () => {
    const principal = await real('closes@example.com', '注销人', 'E60000001');
    const agent = await real('agent1@example.com', '代办一', 'E60000002');
    const given = await entrusted(principal, agent);
    const closed = await principal.call('visitClose', { body: { password: 'Yunze-2026-Door' } });
    expect(closed.status).toBe(204);
    expect(await sees(agent, given.case)).toBe(403);
  });

  test('is ended by who entrusted it also after coming back with a new account', async () => {
    const principal = await real('stolen@example.com', '失机人', 'E60000003');
    const agent = await real('agent2@example.com', '代办二', 'E60000004');
    const given = await entrusted(principal, agent);
    const fresh = await registered(t, door, 'fresh@example.com', '失机人');
    expect((await raised(door, fresh, '失机人', 'E60000003')).json).toMatchObject({ merged: true });
    expect(await sees(agent, given.case)).toBe(200);
    expect((await fresh.call('visitEnd', { params: { id: given.id } })).status).toBe(204);
    expect(await sees(agent, given.case)).toBe(403);
  });
});

describe('an officer at the counter', () => {
  test('whose account is disabled fills in nothing more', async () => {
    const somebody = { name: '周老', kind: 'citizen', document: 'E70000001', phone: '13877776666' };
    const intake = idOf(await door.call('window', 'counterIntake', { body: somebody }));
    await t.base.owner.query(
      `update visitor_party set scan_digest = 'x', scan_name = 'x.pdf', scan_type = 'application/pdf' where id = $1`,
      [intake],
    );
    const opened = await door.call('window', 'counterFill', { params: { id: intake } });
    const token = new RegExp(`${VISITOR_COOKIE}=([A-Za-z0-9_-]{43})`).exec(
      JSON.stringify(opened.headers['set-cookie']),
    )?.[1];
    const seat = guest(door, token);
    expect((await seat.call('visitMe')).status).toBe(200);
    await t.base.owner.query(
      `update person set status = 'disabled' where office = $1 and id = (select officer from visitor_party where id = $2)`,
      [t.office, intake],
    );
    expect((await seat.call('visitMe')).status).toBe(401);
  });
});

describe('what an enterprise was to lose', () => {
  test('a handler whose days are over, or who left, has handed nothing on that is taken afterwards', async () => {
    const boss = await real('lead@example.com', '首位经办', 'E80000001');
    const heir = await real('heir@example.com', '后来人', 'E80000002');
    const eight = 'MA02ABCD';
    const body = `91110105${eight}${organisationCheck(eight)}`;
    const asked = { name: '云上公司', uscc: body + usccCheck(body), until: '2026-12-31' };
    const party = idOf(await boss.call('visitEnterprise', { body: asked }));
    await door.call('window', 'counterSettle', { params: { id: party }, body: { agree: true, reason: '' } });
    await boss.call('visitAct', { body: { party } });
    const today = t.app.clock().toISOString().slice(0, 10);
    const offer = { role: 'handler', from: today, until: '2026-12-31', only: null };
    // A handler sees all of the enterprise: who is to see some of it only is an agent.
    const narrow = await boss.call('visitOffer', { body: { ...offer, only: ['flags'] } });
    expect(failure(narrow)).toBe('visitor.handler-whole');
    const { secret } = (await boss.call('visitOffer', { body: offer })).json as { secret: string };
    const parties = (await boss.call('visitAccount')).json as { links: { id: string; leads: boolean }[] };
    const own = parties.links.find(({ leads }) => leads)?.id ?? '';
    expect((await boss.call('visitEnd', { params: { id: own } })).status).toBe(204);
    expect(failure(await heir.call('visitTake', { body: { secret } }))).toBe('visitor.no-link');
  });
});

describe('a stranger', () => {
  test('reads figures and tables of what the public may file, and none of the office’s own', async () => {
    const who = await registered(t, door, 'curious@example.com', '好奇');
    expect((await who.call('policies', { params: { service: 'flags' } })).status).toBe(200);
    expect(failure(await who.call('policies', { params: { service: 'toy' } }))).toBe('service.unknown');
    expect(failure(await who.call('policies', { params: { service: 'toy-keys' } }))).toBe('service.unknown');
    expect(failure(await who.call('table', { params: { table: 'per-diem' } }))).toBe('table.unknown');
  });

  test('is called by no name that reads as if another, or an officer, had acted', async () => {
    for (const name of ['云河公司（张三 代）', '李老汉（窗口 王主任 代填）', '张三\u202E'])
      await expect(registered(t, door, `n${newId()}@example.com`, name)).rejects.toThrow('visitor.name');
  });
});
