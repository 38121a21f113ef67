import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationCheck, usccCheck } from '@zhitongche/base';
import { newId } from '@zhitongche/host';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { type Guest, manyCodes, raised, registered } from '../../../apps/server/testing/public-door.ts';
import { publicService } from '../../../apps/server/testing/public-service.ts';

/** Who files what nobody else may learn of: two citizens, two enterprises, and an agent of the first citizen. */
const CAST = ['citizen', 'neighbour', 'company', 'rival', 'agent'] as const;
type Name = (typeof CAST)[number];
/** What each writes into the own matter; the agent's is also the citizen's, who entrusted it. */
const SECRETS: Readonly<Record<Name, string>> = {
  citizen: '欧阳明月的校庆',
  neighbour: '司马长风的婚礼',
  company: '诸葛清泉的展会',
  rival: '上官飞雪的路演',
  agent: '东方晓晨的典礼',
};

let t: TestOffice;
let door: Door;
const guests = new Map<Name, Guest>();
const cases = new Map<Name, string>();
const as = (name: Name): Guest => {
  const found = guests.get(name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
};
const idOf = (got: Got) => (got.json as { id: string }).id;

async function files(name: Name): Promise<void> {
  const who = as(name);
  const id = idOf(await who.call('createCase', { body: { service: 'flags' } }));
  const answers = { subject: SECRETS[name], copies: 1, holder: SECRETS[name].slice(0, 4) };
  const { state } = (await who.call('case', { params: { case: id } })).json as {
    state: { revision: number };
  };
  const sent = await who.call('act', {
    params: { case: id },
    body: { revision: state.revision, command: { act: 'submit', answers } },
  });
  if (sent.status !== 200) throw new Error(sent.text);
  cases.set(name, id);
}

async function enterprise(name: Name, eight: string): Promise<void> {
  const body = `91110105${eight}${organisationCheck(eight)}`;
  const asked = { name: `${name}有限公司`, uscc: body + usccCheck(body), until: '2026-12-31' };
  const party = idOf(await as(name).call('visitEnterprise', { body: asked }));
  await door.call('window', 'counterSettle', { params: { id: party }, body: { agree: true, reason: '' } });
  await as(name).call('visitAct', { body: { party } });
}

beforeAll(async () => {
  t = await testOffice({ services: [publicService] });
  await manyCodes(t);
  door = await openDoor(t);
  for (const [nth, name] of CAST.entries()) {
    const guest = await registered(t, door, `${name}@example.com`, name);
    await raised(door, guest, name, `E1234567${nth}`);
    guests.set(name, guest);
  }
  await enterprise('company', 'MA01ABCD');
  await enterprise('rival', 'MA01ABCE');
  const offer = { role: 'agent', from: '2026-03-02', until: '2026-04-01', only: null };
  const { secret } = (await as('citizen').call('visitOffer', { body: offer })).json as { secret: string };
  const { party } = (await as('agent').call('visitTake', { body: { secret } })).json as { party: string };
  await as('agent').call('visitAct', { body: { party } });
  for (const name of CAST) await files(name);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const sees = (who: Name, whose: Name): boolean => who === whose || (who === 'citizen' && whose === 'agent');

test('every id of one, tried by the others in every way of reading and writing, is refused', async () => {
  const got: Record<string, readonly number[]> = {};
  const expected: Record<string, readonly number[]> = {};
  for (const who of CAST)
    for (const whose of CAST) {
      const params = { case: cases.get(whose) ?? '', paper: 'certificate', file: newId() };
      const body = { revision: 999, command: { act: 'submit', answers: {} } };
      const asked = [
        await as(who).call('case', { params }),
        await as(who).call('fileScans', { params }),
        await as(who).call('visitCaseCode', { params }),
        await as(who).call('saveDraft', { params, body: { answers: {}, revision: 0 } }),
        await as(who).call('act', { params, body }),
        await as(who).call('createCase', { body: { service: 'flags', copyOf: params.case } }),
        await as(who).call('lookups', {
          params: { service: 'flags' },
          body: { answers: {}, case: params.case },
        }),
      ];
      const key = `${who} asks for ${whose}`;
      const refused = asked.filter(({ status }) => status === 404).length;
      got[key] = [refused, asked.filter(({ text }) => text.includes(SECRETS[whose])).length > 0 ? 1 : 0];
      expected[key] = sees(who, whose) ? [0, 1] : [asked.length, 0];
    }
  expect(got).toEqual(expected);
});

test('lists, counts and messages of one say nothing of the others', async () => {
  for (const who of CAST) {
    const told = (
      await Promise.all(
        (
          ['myCases', 'notices', 'inboxCounts', 'services', 'visitMe', 'visitAccount', 'visitExport'] as const
        ).map((name) => as(who).call(name)),
      )
    )
      .map(({ text }) => text)
      .join('\n');
    for (const whose of CAST)
      if (!sees(who, whose)) expect([who, whose, told.includes(SECRETS[whose])]).toEqual([who, whose, false]);
    const searched = await as(who).call('myCases', { query: { q: SECRETS.neighbour.slice(0, 4) } });
    expect((searched.json as { items: unknown[] }).items).toHaveLength(who === 'neighbour' ? 1 : 0);
  }
});
