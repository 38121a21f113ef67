import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from '../../testing/door.ts';
import { newId } from '@zhitongche/host';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';

let t: TestOffice;
let door: Door;
let id = '';
let foreign: readonly string[] = [];
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
  id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
  foreign = await Promise.all(
    Array.from({ length: 12 }, () => submitted(t, 'toy', { subject: '考察', copies: 1 })),
  );
}, 120_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const lines = async (who: Cast) =>
  await t.base.owner.query<{ object: string; result: string; source: string }>(
    `select object, result, source from audit where office = $1 and action = 'access.refused' and actor->>'id' = $2
     order by xid, id`,
    [t.office, (await t.actor(who)).id],
  );
const all = () =>
  t.base.owner.query("select 1 from audit where office = $1 and action = 'access.refused'", [t.office]);

describe('who is refused leaves a line in the audit', () => {
  it('at an administrator’s page', async () => {
    expect((await door.call('window', 'auditLog')).status).toBe(403);
    expect(await lines('window')).toMatchObject([
      { object: 'endpoint:GET /api/admin/audit', result: 'access.denied', source: '127.0.0.1' },
    ]);
  });

  it('at a case of somebody else, by whichever way it was asked for', async () => {
    expect((await door.call('filer@other', 'case', { params: { case: id } })).status).toBe(404);
    expect(await lines('filer@other')).toMatchObject([{ object: `case:${id}`, result: 'case.not-found' }]);
    const item = { case: id, revision: 1, key: newId(), command: { act: 'agree' } };
    await door.call('signer@other', 'actMany', { body: { items: [item] } });
    expect(await lines('signer@other')).toMatchObject([{ object: `case:${id}` }]);
  });

  it('at what only others file, whatever the refusal is called', async () => {
    const { status } = await door.call('handler', 'createCase', { body: { service: 'toy' } });
    expect(status).toBe(403);
    expect(await lines('handler')).toMatchObject([
      { object: 'endpoint:POST /api/cases', result: 'service.not-yours' },
    ]);
  });

  it('but not at a case that does not exist, for that is nobody’s', async () => {
    expect((await door.call('filer@cityUnit', 'case', { params: { case: newId() } })).status).toBe(404);
    expect(await lines('filer@cityUnit')).toEqual([]);
  });

  it('once for the same thing within a minute, and again after it', async () => {
    const before = (await lines('filer@other')).length;
    for (let n = 0; n < 3; n += 1) await door.call('filer@other', 'case', { params: { case: id } });
    expect(await lines('filer@other')).toHaveLength(before);
    t.at('2026-03-02T01:01:01.000Z');
    await door.call('filer@other', 'case', { params: { case: id } });
    expect(await lines('filer@other')).toHaveLength(before + 1);
  });

  it('and nobody fills the audit with refusals: a few in a minute, then one that says there were more', async () => {
    for (const one of foreign) await door.call('city-reviewer', 'case', { params: { case: one } });
    const told = await lines('city-reviewer');
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toMatchObject({ object: 'access:more', result: 'access.many' });
  });

  it('nor does a stranger, who leaves no line at all', async () => {
    const before = (await all()).length;
    for (const name of ['auditLog', 'accounts'] as const)
      expect((await door.call(null, name)).status).toBe(401);
    expect(await all()).toHaveLength(before);
  });
});
