import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const OLD = '11010519491231002X';
const NEW = '110101199003070011';

it('a number that came after a correction is not shown under the purpose written down for the one before', async () => {
  const answers = { subject: '海南考察', copies: 1 };
  const id = await submitted(t, 'toy', { ...answers, citizenId: OLD });
  const key = freshKey();
  const look = () =>
    door.call('signer', 'reveal', {
      params: { case: id },
      body: { fields: ['citizenId'], purpose: '核对身份' },
      key,
    });
  const onRecord = async () =>
    (
      await t.base.owner.query("select 1 from case_event where case_id = $1 and body->>'type' = 'revealed'", [
        id,
      ])
    ).length;

  expect((await look()).text).toContain(OLD);
  expect(await onRecord()).toBe(1);

  await takes(t, 'signer', id, { act: 'correct', faults: [{ at: 'citizenId', message: '号码有误' }] });
  await takes(t, 'filer', id, { act: 'submit', answers: { ...answers, citizenId: NEW } });
  const again = await look();
  expect(again.text).not.toContain(NEW);
  expect(again).toMatchObject({ status: 409, json: { code: 'key.reused' } });
  expect(await onRecord()).toBe(1);
});
