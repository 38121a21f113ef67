import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usccCheck, organisationCheck } from '@zhitongche/base';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import {
  guest,
  type Guest,
  manyCodes,
  raised,
  registered,
} from '../../../apps/server/testing/public-door.ts';
import { publicService, realNameService } from '../../../apps/server/testing/public-service.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';

let t: TestOffice;
let door: Door;
let boss: Guest;
let clerk: Guest;
let agent: Guest;
let rival: Guest;

/** A credit code nobody mistyped, by GB 32100-2015. */
const uscc = (eight: string): string => {
  const body = `91110105${eight}${organisationCheck(eight)}`;
  return body + usccCheck(body);
};

beforeAll(async () => {
  t = await testOffice({ services: [publicService, realNameService, toyService] });
  await manyCodes(t);
  door = await openDoor(t);
  boss = await registered(t, door, 'boss@example.com', '云总');
  clerk = await registered(t, door, 'clerk@example.com', '河小姐');
  agent = await registered(t, door, 'agent@example.com', '代先生');
  rival = await registered(t, door, 'rival@example.com', '泽总');
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const failure = (got: Got) => (got.json as { code?: string } | null)?.code ?? got.status;
const idOf = (got: Got) => (got.json as { id: string }).id;
const enterprise = (who: Guest, code: string, name = '云河贸易有限公司') =>
  who.call('visitEnterprise', { body: { name, uscc: code, until: '2026-12-31' } });
const actAs = (who: Guest, party: string | null) => who.call('visitAct', { body: { party } });
const begin = (who: Guest, service = 'flags') => who.call('createCase', { body: { service } });

describe('somebody comes to the level a matter asks for', () => {
  test('is told what to do below it, and may once an officer has seen the document', async () => {
    const services = (await boss.call('services')).json as { code: string; mayFile: boolean; why: string }[];
    // What units file is not offered to the public at all.
    expect(services.map(({ code, mayFile }) => [code, mayFile])).toEqual([
      ['flags', true],
      ['seals', false],
    ]);
    expect(services[1]?.why).toContain('窗口码');
    const refused = await begin(boss, 'seals');
    expect(failure(refused)).toBe('service.level');
    expect(refused.text).toContain('716');
    expect(failure(await begin(boss, 'toy'))).toBe('service.not-public');
    const got = await raised(door, boss, '云大方', 'E12345678');
    expect(got.json).toEqual({ name: '云大方', level: 2, merged: false });
    expect((await begin(boss, 'seals')).status).toBe(200);
    // Enough to know one's own by, too little for anybody else.
    expect((await boss.call('visitAccount')).json).toMatchObject({ document: 'E****78' });
    expect((await boss.call('visitMe')).json).toMatchObject({ name: '云大方', visitor: { level: 2 } });
  });

  test('a code of the counter is good once and for a while; a number that is none is refused', async () => {
    const { code } = (await clerk.call('visitCounterCode')).json as { code: string };
    expect((await door.call('window', 'counterVisitor', { body: { code } })).json).toMatchObject({
      name: '河小姐',
      level: 1,
    });
    const seen = (document: string) =>
      door.call('window', 'counterRaise', {
        body: { code, name: '何小姐', document, documentKind: 'citizen-id' },
      });
    expect(failure(await seen('110105194912310021'))).toBe('visitor.document');
    expect((await seen('11010519491231002X')).status).toBe(200);
    expect(failure(await seen('11010519491231002X'))).toBe('visitor.no-counter-code');
    await raised(door, agent, '代先生', 'E22345678');
    await raised(door, rival, '泽总', 'E32345678');
  });

  test('a second factor on top of the real name is level 3', async () => {
    const someone = await registered(t, door, 'third@example.com', '三级');
    const body = { password: 'Yunze-2026-Door' };
    expect((await someone.call('visitTotp', { body })).status).toBe(200);
    expect(failure(await someone.call('visitTotpConfirm', { body: { code: '000000' } }))).toBe('totp.wrong');
  });
});

describe('an enterprise', () => {
  let party = '';

  test('is bound to its credit code, whose check digit is looked at, by somebody with a real name', async () => {
    const nameless = await registered(t, door, 'nameless@example.com', '无名');
    expect(failure(await enterprise(nameless, uscc('MA01ABCD')))).toBe('visitor.level');
    const right = uscc('MA01ABCD');
    const wrong = right.slice(0, -1) + (right.endsWith('0') ? '1' : '0');
    expect(failure(await enterprise(boss, wrong))).toBe('visitor.uscc');
    const late = { name: '云河', uscc: right, until: '2029-12-31' };
    expect(failure(await boss.call('visitEnterprise', { body: late }))).toBe('visitor.dates');
    const made = await enterprise(boss, right);
    expect(made.status).toBe(200);
    party = idOf(made);
    expect(failure(await enterprise(rival, right, '冒名公司'))).toBe('visitor.party-known');
  });

  test('is acted for once an officer confirmed its first handler, and not before', async () => {
    expect(failure(await actAs(boss, party))).toBe('visitor.no-party');
    const asked = (await door.call('window', 'counterEnterprises')).json as { id: string; by: string }[];
    expect(asked).toMatchObject([{ id: party, by: '云大方' }]);
    const settle = (agree: boolean, reason = '') =>
      door.call('window', 'counterSettle', { params: { id: party }, body: { agree, reason } });
    expect(failure(await settle(false))).toBe('visitor.reason');
    expect((await settle(true)).status).toBe(204);
    expect(failure(await settle(true))).toBe('visitor.no-party');
    const on = await actAs(boss, party);
    expect(on.json).toMatchObject({ name: '云河贸易有限公司（云大方 代）', visitor: { kind: 'enterprise' } });
  });

  test('its handler invites another by a link that is good once; a revoked one loses it at the next call', async () => {
    const offer = { role: 'handler', from: '2026-03-02', until: '2026-06-30', only: null };
    const offered = await boss.call('visitOffer', { body: offer });
    const { id, secret } = offered.json as { id: string; secret: string };
    expect((await clerk.call('visitTake', { body: { secret } })).json).toMatchObject({ party });
    expect(failure(await agent.call('visitTake', { body: { secret } }))).toBe('visitor.no-link');
    await actAs(clerk, party);
    const made = await begin(clerk);
    expect(made.status).toBe(200);
    expect((await clerk.call('case', { params: { case: idOf(made) } })).status).toBe(200);
    // Who was invited invites nobody.
    expect(failure(await clerk.call('visitOffer', { body: offer }))).toBe('visitor.not-lead');
    expect((await boss.call('visitEnd', { params: { id } })).status).toBe(204);
    const after = await clerk.call('case', { params: { case: idOf(made) } });
    expect([after.status, failure(after)]).toEqual([403, 'visitor.party-ended']);
    expect((await clerk.call('visitMe')).json).toMatchObject({ must: ['choose-party'] });
    await actAs(clerk, null);
    expect((await clerk.call('case', { params: { case: idOf(made) } })).status).toBe(404);
    // The enterprise has what was filed for it.
    expect((await boss.call('case', { params: { case: idOf(made) } })).status).toBe(200);
  });

  test('a link lapses by itself, and authority ends with its last day', async () => {
    const offer = { role: 'handler', from: '2026-03-02', until: '2026-03-10', only: null };
    const { secret } = (await boss.call('visitOffer', { body: offer })).json as { secret: string };
    const later = (await boss.call('visitOffer', { body: offer })).json as { secret: string };
    expect((await clerk.call('visitTake', { body: { secret } })).status).toBe(200);
    expect((await actAs(clerk, party)).status).toBe(200);
    t.at('2026-03-11');
    const back = await guest(door).call('visitLogin', {
      body: { to: 'clerk@example.com', password: 'Yunze-2026-Door' },
    });
    expect(back.status).toBe(200);
    expect(failure(await actAs(clerk, party))).toBe('auth.needed');
    clerk = await again('clerk@example.com');
    expect(failure(await actAs(clerk, party))).toBe('visitor.no-party');
    expect(failure(await clerk.call('visitTake', { body: { secret: later.secret } }))).toBe(
      'visitor.no-link',
    );
    [boss, agent, rival] = [
      await again('boss@example.com'),
      await again('agent@example.com'),
      await again('rival@example.com'),
    ];
  });
});

/** Somebody who signs in anew. */
async function again(to: string): Promise<Guest> {
  const browser = guest(door);
  await browser.call('visitLogin', { body: { to, password: 'Yunze-2026-Door' } });
  return browser;
}

describe('one acts for another', () => {
  test('limited to the matters and days of the link, and sees nothing else of the other', async () => {
    const own = await begin(boss);
    const bad = { role: 'agent', from: '2026-03-11', until: '2026-04-11', only: ['toy'] };
    expect(failure(await boss.call('visitOffer', { body: bad }))).toBe('service.unknown');
    const offer = { ...bad, only: ['flags'] };
    const { id, secret } = (await boss.call('visitOffer', { body: offer })).json as {
      id: string;
      secret: string;
    };
    const { party } = (await agent.call('visitTake', { body: { secret } })).json as { party: string };
    expect((await actAs(agent, party)).json).toMatchObject({ name: '云大方（代先生 代）' });
    expect(failure(await begin(agent, 'seals'))).toBe('service.not-entrusted');
    const filed = await begin(agent);
    expect(filed.status).toBe(200);
    expect((await agent.call('case', { params: { case: idOf(own) } })).status).toBe(404);
    expect(JSON.stringify((await agent.call('myCases')).json)).not.toContain(idOf(own));
    // Who entrusted it has it, in clear, and may go on with it.
    expect((await boss.call('case', { params: { case: idOf(filed) } })).status).toBe(200);
    const typed = { answers: { subject: '校庆', copies: 1, holder: '云某某' }, revision: 0 };
    expect((await boss.call('saveDraft', { params: { case: idOf(filed) }, body: typed })).status).toBe(200);
    expect((await boss.call('case', { params: { case: idOf(filed) } })).text).toContain('云某某');
    await boss.call('visitEnd', { params: { id } });
    expect(failure(await agent.call('case', { params: { case: idOf(filed) } }))).toBe('visitor.party-ended');
    expect((await boss.call('case', { params: { case: idOf(filed) } })).status).toBe(200);
  });

  test('who lost address and password comes back with a new account at the counter, and has all there was', async () => {
    const own = await begin(boss);
    const fresh = await registered(t, door, 'boss.new@example.com', '云');
    const got = await raised(door, fresh, '云大方', 'E12345678');
    expect(got.json).toMatchObject({ merged: true });
    expect((await boss.call('visitMe')).status).toBe(401);
    expect((await fresh.call('case', { params: { case: idOf(own) } })).status).toBe(200);
    const parties = ((await fresh.call('visitAccount')).json as { parties: { name: string }[] }).parties;
    expect(parties.map(({ name }) => name)).toContain('云河贸易有限公司');
  });
});
