import type { Grant } from '@zhitongche/access';
import type { OfficeActor } from '@zhitongche/core/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, type TestOffice, testOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { stats } from '@zhitongche/insight/server';
import { act } from '../usecase/act.ts';
import { inbox } from './case-lists.ts';
import { caseView } from './case-view.ts';
import { inboxCounts } from './counts.ts';

let t: TestOffice;
/** A second clerk of the unit who also signs for it. */
let both: OfficeActor;
/** Holds no post and stands in for that clerk. */
let deputy: OfficeActor;
/** One case the clerk handed in again for a colleague, one the colleague filed alone. */
let handedIn = '';
let foreign = '';

const alsoSigns = async (cast: Cast): Promise<OfficeActor> => {
  const actor = await t.actor(cast);
  const signer: Grant = { role: 'signer', org: t.orgs.unit };
  return { ...actor, grants: [{ role: 'filer', org: t.orgs.unit }, signer] };
};

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  both = await alsoSigns('unit-finance');
  deputy = {
    ...(await t.actor('unit-personnel')),
    grants: [],
    standsInFor: [{ id: both.id, name: both.name, grants: both.grants }],
  };
  handedIn = await submitted(t, 'toy', { subject: '补交', copies: 1 });
  foreign = await submitted(t, 'toy', { subject: '自交', copies: 1 });
  await takes(t, 'signer', handedIn, { act: 'correct', faults: [{ at: 'subject', message: '请核对' }] });
  await act(t.app, both, {
    caseId: handedIn,
    revision: await revisionOf(t, handedIn),
    key: freshKey(),
    command: { act: 'submit', answers: { subject: '补交', copies: 1 } },
  });
});
afterAll(() => t.drop());

const todo = async (actor: OfficeActor): Promise<readonly string[]> =>
  (await inbox(t.app, actor, { tab: 'todo' })).items.map(({ id }) => id).toSorted();
const mayAgree = async (actor: OfficeActor, id: string): Promise<boolean> =>
  (await caseView(t.app, actor, id)).acts.some((one) => one.act === 'agree');
const waiting = async (actor: OfficeActor) => (await stats(t.app, actor, { of: 'me' })).open;

describe('what is to be done by somebody is what that person may do', () => {
  it('who handed a colleague’s case in again finds it neither in the list, nor in the count, nor in the figures', async () => {
    expect([await mayAgree(both, handedIn), await mayAgree(both, foreign)]).toEqual([false, true]);
    expect(await todo(both)).toEqual([foreign]);
    expect((await inboxCounts(t.app, both)).todo).toBe(1);
    expect(await waiting(both)).toBe(1);
    expect((await todo(await t.actor('signer'))).length).toBe(2);
  });

  it('nor does whoever stands in for such a person find it', async () => {
    expect(await todo(deputy)).toEqual([foreign]);
    expect((await inboxCounts(t.app, deputy)).todo).toBe(1);
  });

  it('nor does whoever stands in for the person who filed it', async () => {
    const filer = await t.actor('filer');
    const signs: Grant = { role: 'signer', org: t.orgs.unit };
    const standIn = {
      ...deputy,
      standsInFor: [{ id: filer.id, name: filer.name, grants: [signs] }],
    };
    expect(await todo(standIn)).toEqual([]);
    expect((await inboxCounts(t.app, standIn)).todo).toBe(0);
  });
});
