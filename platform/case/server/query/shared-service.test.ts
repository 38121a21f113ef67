import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, type Got, openDoor } from '../../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { type Guest, registered } from '../../../../apps/server/testing/public-door.ts';
import { publicService } from '../../../../apps/server/testing/public-service.ts';
import { freshKey, revisionOf } from '../../../../apps/server/testing/story.ts';
import { person } from '../../../../catalogue/consular/apostille/testing/world.ts';
import type { Service } from '@zhitongche/case';
import type { OfficeActor, ProblemError } from '@zhitongche/core/server';
import { act } from '../usecase/act.ts';
import { createCase } from '../usecase/create-case.ts';
import { inbox, myCases } from './case-lists.ts';
import { caseView } from './case-view.ts';
import { inboxCounts } from './counts.ts';
import { travellers } from './people.ts';

/** One service for units and the public both. */
const both: Service = { ...publicService, audience: ['unit', 'public'] };

let t: TestOffice;
let door: Door;
let citizen: Guest;
/** Clerks: two of one unit, two at the office's own post. */
let clerk: OfficeActor;
let colleague: OfficeActor;
let post: OfficeActor;
let beside: OfficeActor;
const cases: Record<'citizen' | 'unit' | 'post' | 'draft', string> = {
  citizen: '',
  unit: '',
  post: '',
  draft: '',
};
const idOf = (got: Got) => (got.json as { id: string }).id;

async function files(who: OfficeActor, subject: string): Promise<string> {
  const { id } = await createCase(t.app, who, { key: freshKey(), service: 'flags' });
  const answers = { subject, copies: 1, holder: subject };
  const command = { act: 'submit', answers };
  await act(t.app, who, { caseId: id, revision: await revisionOf(t, id), key: freshKey(), command });
  return id;
}

beforeAll(async () => {
  t = await testOffice({ services: [both] });
  door = await openDoor(t);
  clerk = await person(t, 'clerk', '甲专办员', 'filer', t.orgs.unit);
  colleague = await person(t, 'colleague', '乙专办员', 'filer', t.orgs.unit);
  post = await person(t, 'post', '办内专办员', 'filer', t.orgs.root);
  beside = await person(t, 'beside', '办内另一人', 'filer', t.orgs.root);
  citizen = await registered(t, door, 'citizen@example.com', '欧阳明月');
  cases.citizen = idOf(await citizen.call('createCase', { body: { service: 'flags' } }));
  const { state } = (await citizen.call('case', { params: { case: cases.citizen } })).json as {
    state: { revision: number };
  };
  const answers = { subject: '明月的校庆', copies: 1, holder: '欧阳明月' };
  const sent = await citizen.call('act', {
    params: { case: cases.citizen },
    body: { revision: state.revision, command: { act: 'submit', answers } },
  });
  expect(sent.status).toBe(200);
  cases.draft = idOf(await citizen.call('createCase', { body: { service: 'flags' } }));
  cases.unit = await files(clerk, '本厅的展会');
  cases.post = await files(post, '本办的接待');
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const sees = async (who: OfficeActor): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, id] of Object.entries(cases)) {
    const view = await caseView(t.app, who, id).catch((error: ProblemError) => error);
    if (!(view instanceof Error)) found.push(name);
  }
  return found;
};
const lists = async (who: OfficeActor): Promise<readonly string[]> => {
  const ids = [
    ...(await myCases(t.app, who, { limit: 200 })).items,
    ...(await inbox(t.app, who, { tab: 'all', limit: 200 })).items,
  ].map(({ id }) => id);
  return Object.entries(cases).flatMap(([name, id]) => (ids.includes(id) ? [name] : []));
};

describe('a service units and the public file both', () => {
  test('clerks of one unit see each other’s, and nothing of anybody else', async () => {
    for (const who of [clerk, colleague])
      expect([await sees(who), await lists(who)]).toEqual([['unit'], ['unit']]);
  });

  test('at the office’s own post nobody sees what a citizen filed there, nor what a colleague did', async () => {
    expect([await sees(post), await lists(post)]).toEqual([['post'], ['post']]);
    expect([await sees(beside), await lists(beside)]).toEqual([[], []]);
    expect((await inboxCounts(t.app, beside)).todo).toBe(0);
    expect(await travellers(t.app, beside, undefined)).toEqual([]);
  });

  test('the citizen sees the own alone, and the desk what came out', async () => {
    const mine = (await citizen.call('myCases')).text;
    expect(mine).toContain('明月的校庆');
    expect(mine).not.toMatch(/展会|接待/);
    for (const id of [cases.unit, cases.post])
      expect((await citizen.call('case', { params: { case: id } })).status).toBe(404);
    const handler = await t.actor('handler');
    expect(await sees(handler)).toEqual(['citizen', 'unit', 'post']);
  });
});
