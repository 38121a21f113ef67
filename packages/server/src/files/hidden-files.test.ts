import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { type Door, openDoor } from '../testing/door.ts';
import { testOffice, type TestOffice } from '../testing/office.ts';
import { answersOf, planted, unitsService } from '../testing/planted.ts';
import { freshKey, takes } from '../testing/story.ts';
import { createCase } from '../usecase/create-case.ts';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [unitsService] });
  door = await openDoor(t);
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const WHO = planted('欧阳明月', '1949-12-31', 1);

async function scanned(caseId: string, content: string) {
  const { digest, size } = await t.app.blobs.put(Buffer.from(content));
  const file = { id: newId(), name: '护照.pdf', size, type: 'application/pdf', digest };
  await t.base.owner.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [t.office, file.id, caseId, file.name, file.type, size, digest, (await t.actor('filer')).id],
  );
  return file;
}

it('a scan that came with a correction does not open under the purpose written down for the one before', async () => {
  const { id } = await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' });
  const submit = async (content: string) => {
    const file = await scanned(id, content);
    await takes(t, 'filer', id, { act: 'submit', answers: { ...answersOf(WHO), scan: [file] } });
    return file.id;
  };
  const open = (file: string) => door.call('signer', 'file', { params: { case: id, file } });
  const reveal = () =>
    door.call('signer', 'reveal', {
      params: { case: id },
      body: { fields: ['scan'], purpose: '核对护照' },
    });

  const first = await submit('第一次的扫描件');
  expect((await open(first)).status).toBe(403);
  expect((await reveal()).status).toBe(200);
  expect((await open(first)).text).toBe('第一次的扫描件');

  await takes(t, 'signer', id, { act: 'correct', faults: [{ at: 'scan', message: '看不清' }] });
  const second = await submit('第二次的扫描件');
  const refused = await open(second);
  expect(refused).toMatchObject({ status: 403, json: { code: 'file.personal' } });
  const { json } = await door.call('signer', 'fileScans', { params: { case: id } });
  expect(JSON.stringify(json)).not.toContain(second);

  expect((await reveal()).status).toBe(200);
  expect((await open(second)).text).toBe('第二次的扫描件');
});
