import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileRef } from '@zhitongche/kernel';
import { housekeep } from '../job/housekeeping.ts';
import { type Door, openDoor } from '../testing/door.ts';
import { type TestOffice, testOffice } from '../testing/office.ts';
import { freshKey } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';
import { createCase } from '../usecase/create-case.ts';
import { deleteDraft } from '../usecase/draft.ts';

let t: TestOffice;
let door: Door;

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const pdf = (text: string) => `%PDF-1.4\n1 0 obj\n(${text})\nendobj\ntrailer <<>>\n%%EOF\n`;
const draft = async (): Promise<string> =>
  (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
const uploaded = async (id: string, text: string): Promise<string> => {
  const file = { name: 'a.pdf', bytes: pdf(text) };
  const got = await door.call('filer', 'uploadFile', { params: { case: id }, file });
  expect(got.status, got.text).toBe(200);
  return (got.json as FileRef).digest;
};
const onDisk = async (digest: string): Promise<boolean> => (await t.app.blobs.read(digest)) !== null;

test('housekeeping leaves it to the office’s figure how long a request is remembered', async () => {
  const { id } = await t.actor('filer');
  const at = new Date(t.app.clock().getTime() - 40 * 86_400_000);
  await t.base.owner.query(
    "insert into request_key (office, person, key, request, at) values ($1, $2, 'forty-days-old', '', $3)",
    [t.office, id, at],
  );
  await housekeep(t.app);
  expect(await t.base.owner.query("select 1 from request_key where key = 'forty-days-old'")).toHaveLength(1);
});

describe('the uploads of a deleted draft', () => {
  test('leave the disk the day after, all but those another case holds', async () => {
    t.at('2026-03-02T02:00:00.000Z');
    const [gone, other] = [await draft(), await draft()];
    const [own, shared] = [await uploaded(gone, 'own'), await uploaded(gone, 'shared')];
    expect(await uploaded(other, 'shared')).toBe(shared);
    await deleteDraft(t.app, await t.actor('filer'), gone);
    // A backup that began before may still want to read them.
    await housekeep(t.app);
    expect([await onDisk(own), await onDisk(shared)]).toEqual([true, true]);
    t.at('2026-03-03T03:00:00.000Z');
    await housekeep(t.app);
    expect([await onDisk(own), await onDisk(shared)]).toEqual([false, true]);
    expect(await t.base.owner.query('select sm3 from dropped_file')).toEqual([]);
  });

  test('stay when the same content was uploaded again meanwhile', async () => {
    t.at('2026-03-04T02:00:00.000Z');
    const gone = await draft();
    const digest = await uploaded(gone, 'again');
    await deleteDraft(t.app, await t.actor('filer'), gone);
    await uploaded(await draft(), 'again');
    t.at('2026-03-06T02:00:00.000Z');
    await housekeep(t.app);
    expect(await onDisk(digest)).toBe(true);
  });
});
