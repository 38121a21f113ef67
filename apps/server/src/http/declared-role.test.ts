import { afterAll, beforeAll, expect, test } from 'vitest';
import { declareRole, officePost } from '../../../../platform/access/model/roles.ts';
import type { Service } from '@zhitongche/case';
import { sweep } from '@zhitongche/case/sweep';
import { type Door, openDoor } from '../../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { revisionOf, submitted } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';

/** A code no room of the platform names: its folder declares it where its flow asks for it. */
const keeper = declareRole('seal-officer', officePost('用印管理员', ['office']));
const sealing: Service = {
  ...toyService,
  code: 'sealing',
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      sign: {
        ...toyService.flow.steps['sign'],
        kind: 'work',
        title: '用印',
        phase: '用印',
        who: { role: keeper, at: 'office' },
      } as Service['flow']['steps'][string],
    },
  },
};

let t: TestOffice;
let door: Door;
let caseId = '';
beforeAll(async () => {
  t = await testOffice({ services: [sealing] });
  door = await openDoor(t);
  caseId = await submitted(t, 'sealing', { subject: '用印申请', copies: 1 });
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const grant = async (who: Cast, org: string) =>
  await door.call('security-admin', 'askGrant', {
    body: { person: (await t.actor(who)).id, role: 'seal-officer', org },
  });

test('a folder that declares a code of its own needs no other file: its flow is swept, its seat is sought', async () => {
  expect(sweep(sealing).filter((fault) => fault.includes('role'))).toEqual([]);
  const { json } = await door.call('system-admin', 'seatsAhead');
  const { lines } = json as { lines: { kind: string; role: string; message: string }[] };
  expect(lines.find(({ role }) => role === '用印管理员')).toMatchObject({ kind: 'empty' });
});

test('it is listed and granted like any other, where it has its place, and whoever holds it decides', async () => {
  const { json } = await door.call('audit-admin', 'roleMatrix');
  const listed = (json as { role: string; endpoints: string[]; joins: boolean }[]).find(
    ({ role }) => role === 'seal-officer',
  );
  expect(listed).toMatchObject({ name: '用印管理员', joins: true, own: false });
  expect(listed?.endpoints.some((line) => line.startsWith('POST /api/cases '))).toBe(true);

  const wrong = await grant('handler', t.orgs.outbound);
  expect((wrong.json as { problems: { code: string }[] }).problems.map(({ code }) => code)).toEqual([
    'grant.org',
  ]);
  expect((await door.call('unit-affairs@general', 'inbox')).json).toMatchObject({ items: [] });
  const asked = await grant('unit-affairs@general', t.orgs.root);
  await door.call('system-admin', 'confirmGrant', {
    params: { id: (asked.json as { id: string }).id },
    body: { agree: true },
  });
  expect((await door.call('unit-affairs@general', 'inbox')).json).toMatchObject({ items: [{ id: caseId }] });
  const body = { revision: await revisionOf(t, caseId), command: { act: 'agree' } };
  const got = await door.call('unit-affairs@general', 'act', { params: { case: caseId }, body });
  expect([got.status, got.status === 200 ? '' : got.text]).toEqual([200, '']);
});
